#include "scenarios/reader/read_profile.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace fieldtwin {
namespace {

using Json = nlohmann::json;

MatcherProfile::Time time_in(const Json& node) {
  const MatcherProfile::Time time{Seconds(node.at("median_s").get<double>()),
                                  Seconds(node.at("p95_s").get<double>())};
  if (!(time.median > Seconds(0.0)) || time.p95 < time.median) {
    throw std::invalid_argument("a time is not positive, or its 95th percentile below its median");
  }
  return time;
}

MatcherProfile profile_in(const Json& root) {
  if (root.at("kind") != "matcher-profile") throw std::invalid_argument("its kind is another");
  MatcherProfile profile{root.at("effort") == "accurate" ? MatcherProfile::Effort::kAccurate
                                                         : MatcherProfile::Effort::kFast,
                         time_in(root.at("extraction").at("total")),
                         {}};
  for (const Json& search : root.at("search")) {
    profile.searches.push_back({search.at("templates").get<double>(), time_in(search.at("one"))});
    if (!(profile.searches.back().templates >= 1.0)) {
      throw std::invalid_argument("a gallery is empty");
    }
  }
  if (profile.searches.empty()) throw std::invalid_argument("it has no searches");
  std::ranges::sort(profile.searches, {}, &MatcherProfile::Search::templates);
  return profile;
}

}  // namespace

std::optional<MatcherProfile> read_profile(const std::string& text, const std::string& file,
                                           ErrorList& errors) {
  try {
    return profile_in(Json::parse(text));
  } catch (const std::exception& error) {
    errors.add({file, 0, 0}, {"this is no profile of a matcher", error.what(),
                              "'fieldtwin matcher bench DIR -o profile.json' makes one."});
    return std::nullopt;
  }
}

Distribution time_of(const MatcherProfile::Time& time) {
  constexpr double kLeastSpread = 1.0 + 1e-6;  // a lognormal's percentile lies above its median
  return Distribution(Lognormal{time.median.value(),
                                std::max(time.p95.value(), kLeastSpread * time.median.value())});
}

MatcherProfile::Time search_time(const MatcherProfile& profile, double templates) {
  const auto& all = profile.searches;
  const auto scaled = [&](const MatcherProfile::Search& by) {
    const double times = templates / by.templates;
    return MatcherProfile::Time{by.time.median * times, by.time.p95 * times};
  };
  if (templates <= all.front().templates) return scaled(all.front());
  if (templates >= all.back().templates) return scaled(all.back());
  const auto above = std::ranges::lower_bound(all, templates, {}, &MatcherProfile::Search::templates);
  const auto below = above - 1;
  const double t = (templates - below->templates) / (above->templates - below->templates);
  return {below->time.median + (above->time.median - below->time.median) * t,
          below->time.p95 + (above->time.p95 - below->time.p95) * t};
}

}  // namespace fieldtwin
