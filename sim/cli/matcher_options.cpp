#include "sim/cli/matcher_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <optional>

#include "matcher/evaluation/extraction_run.hpp"
#include "matcher/evaluation/pairs.hpp"
#include "matcher/gallery/gallery_error.hpp"
#include "matcher/interface/models.hpp"
#include "matcher/template/population_file.hpp"
#include "sim/cli/terminal.hpp"
#include "sim/study/local_processes.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

void add_files(const fs::path& folder, const std::string& name, std::vector<NamedPhoto>& photos) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    photos.push_back({name.empty() ? entry.path().stem().string() : name, entry.path()});
  }
}

}  // namespace

void MatcherOptions::add_to(CLI::App& command) {
  jobs = static_cast<unsigned>(available_cores());
  command.add_option("--matcher", vendor, "Whose embedder: dlib, or faceplugin, the second vendor")
      ->check(CLI::IsMember(extractor_names()))
      ->capture_default_str();
  command.add_flag("--accurate", accurate, "Average the templates of a face and its mirror image");
  command.add_option("-j,--jobs", jobs, "Threads; results do not depend on it")->check(CLI::Range(1, 1024));
  command
      .add_option("--model-dir", models,
                  "Where the models are; without it FIELDTWIN_MODELS, then the cache that "
                  "tools/setup-models fills")
      ->type_name("DIR");
}

std::unique_ptr<Extractor> MatcherOptions::make(Subject subject) const {
  return make_extractor(vendor, {model_folder(models), effort(), subject});
}

void run_matcher_command(ExitCode& code, const std::function<void()>& work) {
  try {
    work();
  } catch (const DataSetError& error) {
    print_error(error.what());
    code = ExitCode::kUsage;
  } catch (const GalleryError& error) {
    print_error(error.what());
    code = ExitCode::kUsage;
  } catch (const PopulationError& error) {
    print_error(error.what());
    code = ExitCode::kUsage;
  } catch (const ModelsMissing& error) {
    print_error(error.what());
    code = ExitCode::kFailed;
  }
}

std::vector<Extraction> extract_with_progress(const std::vector<fs::path>& files, const MatcherOptions& options,
                                              Subject subject) {
  using Clock = std::chrono::steady_clock;
  std::optional<Clock::time_point> first;  // once the models are read
  const auto pause = is_terminal(Stream::kError) ? std::chrono::milliseconds(200) : std::chrono::milliseconds(10'000);
  auto shown = Clock::now();
  const auto extractions = extract_files(files, [&] { return options.make(subject); }, options.jobs, [&](std::size_t done) {
    const auto now = Clock::now();
    if (!first) first = shown = now;
    if (now - shown < pause || done == 0) return;
    shown = now;
    const double rate = static_cast<double>(done) / std::chrono::duration<double>(now - *first).count();
    const double left = static_cast<double>(files.size() - done) / rate;
    fmt::print(stderr, "{}{} of {} photos, {:.1f} a second, {:.0f} s left{}", is_terminal(Stream::kError) ? "\r" : "",
               done, files.size(), rate, left, is_terminal(Stream::kError) ? "\033[K" : "\n");
  });
  if (is_terminal(Stream::kError)) fmt::print(stderr, "\r\033[K");
  return extractions;
}

std::vector<NamedPhoto> named_photos(const fs::path& folder) {
  if (fs::is_regular_file(folder)) return {{folder.stem().string(), folder}};
  if (!fs::is_directory(folder)) throw DataSetError(folder.string() + ": there is no such folder or file");
  std::vector<NamedPhoto> photos;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_directory()) add_files(entry.path(), entry.path().filename(), photos);
  }
  if (photos.empty()) add_files(folder, "", photos);
  if (photos.empty()) throw DataSetError(folder.string() + ": there are no files in it");
  std::ranges::sort(photos, {}, &NamedPhoto::file);
  return photos;
}

}  // namespace fieldtwin
