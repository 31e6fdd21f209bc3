#include "sim/study/last_words.hpp"

#include <sys/mman.h>

#include <cerrno>
#include <cstring>
#include <system_error>

namespace fieldtwin {

LastWords::LastWords(std::size_t slots) : slots_(slots) {
  void* memory = mmap(nullptr, slots * sizeof(Text), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED) throw std::system_error(errno, std::generic_category(), "mmap");
  texts_ = static_cast<Text*>(memory);
}

LastWords::~LastWords() {
  munmap(texts_, slots_ * sizeof(Text));
}

void LastWords::say(std::size_t slot, const char* words) {
  std::strncpy(texts_[slot].data(), words, sizeof(Text) - 1);
}

std::string LastWords::heard(std::size_t slot) const {
  return texts_[slot].data();
}

void LastWords::forget(std::size_t slot) {
  texts_[slot][0] = '\0';
}

}  // namespace fieldtwin
