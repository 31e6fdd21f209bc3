#include "matcher/synthetic/picture/jpeg.hpp"

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <stdexcept>

extern "C" {
#include <jpeglib.h>
}

namespace fieldtwin {
namespace {

/// libjpeg calls this on an error and expects it not to return.
[[noreturn]] void throw_error(j_common_ptr info) {
  char message[JMSG_LENGTH_MAX];
  info->err->format_message(info, message);
  throw std::runtime_error(message);
}

jpeg_error_mgr* errors_thrown(jpeg_error_mgr& errors) {
  jpeg_std_error(&errors);
  errors.error_exit = throw_error;
  errors.output_message = [](j_common_ptr) {};
  return &errors;
}

}  // namespace

std::vector<std::uint8_t> jpeg_of(const Image& image, int quality) {
  jpeg_error_mgr errors;
  jpeg_compress_struct info{};
  info.err = errors_thrown(errors);
  jpeg_create_compress(&info);
  unsigned char* bytes = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &bytes, &size);
  info.image_width = static_cast<JDIMENSION>(image.width);
  info.image_height = static_cast<JDIMENSION>(image.height);
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, quality, TRUE);
  jpeg_start_compress(&info, TRUE);
  while (info.next_scanline < info.image_height) {
    auto* row = const_cast<std::uint8_t*>(image.at(0, static_cast<int>(info.next_scanline)));
    jpeg_write_scanlines(&info, &row, 1);
  }
  jpeg_finish_compress(&info);
  const std::unique_ptr<unsigned char, void (*)(void*)> owned(bytes, std::free);
  std::vector<std::uint8_t> file(bytes, bytes + size);
  jpeg_destroy_compress(&info);
  return file;
}

Image image_of_jpeg(const std::vector<std::uint8_t>& file) {
  jpeg_error_mgr errors;
  jpeg_decompress_struct info{};
  info.err = errors_thrown(errors);
  jpeg_create_decompress(&info);
  const std::unique_ptr<jpeg_decompress_struct, void (*)(jpeg_decompress_struct*)> owned(
      &info, [](jpeg_decompress_struct* i) { jpeg_destroy_decompress(i); });
  jpeg_mem_src(&info, file.data(), static_cast<unsigned long>(file.size()));
  jpeg_read_header(&info, TRUE);
  info.out_color_space = JCS_RGB;
  jpeg_start_decompress(&info);
  Image image(static_cast<int>(info.output_width), static_cast<int>(info.output_height));
  while (info.output_scanline < info.output_height) {
    auto* row = image.at(0, static_cast<int>(info.output_scanline));
    jpeg_read_scanlines(&info, &row, 1);
  }
  jpeg_finish_decompress(&info);
  return image;
}

}  // namespace fieldtwin
