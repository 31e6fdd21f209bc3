#include "metrics/exposure/presence.hpp"

#include <algorithm>
#include <cmath>

namespace fieldtwin {
namespace {

using Row = std::array<bool, kItems>;
//                                  photo  template  reference  location  result
constexpr Row kOnDevice{true, false, true, true, true};
constexpr Row kInService{true, true, true, false, true};
constexpr Row kInStore{true, false, true, true, true};
constexpr Row kInIdent{true, true, false, false, false};
constexpr Row kInLog{false, false, true, true, true};
constexpr std::array<Row, kHolders> kHeld{kOnDevice, kInService, kInStore, kInIdent,
                                          kInStore,  kInStore,   kInStore, kInLog};

/// Builds the spells of one kind of photo after another.
struct Builder {
  const HoldingRules& rules;
  Presence out;

  /// A share that comes in at `from` and is to be deleted at `until`; from `hazard_from` on it may
  /// be deleted by request.
  void add(double share, Seconds from, Seconds until, Seconds hazard_from, double hazard) {
    if (share == 0.0) return;
    out.entered.push_back({from, kForEver, share});
    const Seconds quiet = std::clamp(hazard_from, from, until);
    if (quiet > from) out.in_time.push_back({from, quiet, share});
    double left = share;
    if (hazard > 0.0 && hazard_from < from) {
      // Some were asked for before they came: they come and go.
      left = share * std::exp(-hazard * (from - hazard_from).value());
      out.deleted.push_back({from, kForEver, share - left});
    }
    if (until > quiet) left = in_reach(left, quiet, until, hazard);
    due(left, until);
  }

 private:
  /// Photos that requests may delete; returns those that are left at `until`.
  double in_reach(double share, Seconds from, Seconds until, double hazard) {
    out.in_time.push_back({from, until, share, hazard});
    if (hazard == 0.0) return share;
    const double left = share * std::exp(-hazard * (until - from).value());
    out.deleted.push_back({from, until, share});
    out.deleted.push_back({from, until, -share, hazard});
    out.deleted.push_back({until, kForEver, share - left});
    return left;
  }

  void due(double share, Seconds at) {
    if (at == kForEver) return;
    const double failed = share * rules.deletion_fails;
    const double found = failed * rules.cleaned_up;
    out.deleted.push_back({at, kForEver, share - failed});
    if (failed == 0.0) return;
    out.overdue.push_back({at, at + rules.cleanup_delay, found});
    out.deleted.push_back({at + rules.cleanup_delay, kForEver, found});
    out.overdue.push_back({at, kForEver, failed - found});
  }
};

}  // namespace

bool holds(Holder place, Item item) {
  return kHeld[index_of(place)][index_of(item)];
}

HoldingRules holding_rules(const Exposure& exposure, const Storage& storage) {
  HoldingRules rules;
  for (std::size_t i = 0; i < kHolders; ++i) {
    if (i == index_of(Holder::kStore)) continue;
    rules.retention[i] = exposure.retention[i < index_of(Holder::kStore) ? i : i - 1].mean();
    rules.number[i] = 1.0;
  }
  rules.number[index_of(Holder::kStore)] = 1.0;
  double weights = 0.0;
  for (const auto& weight : exposure.copy_weight) weights += weight.mean().value();
  for (std::size_t i = 0; i < kCopySystems; ++i) {
    const std::size_t place = index_of(copy_system(i));
    rules.delay[place] = exposure.copy_delay[i].mean();
    rules.number[place] = weights > 0.0 ? storage.copies.mean().value() *
                                              exposure.copy_weight[i].mean().value() / weights
                                        : 0.0;
  }
  rules.copies_deleted = exposure.copies_deleted.mean().value();
  rules.deletion_fails = exposure.deletion_fails.mean().value();
  rules.cleaned_up = exposure.cleaned_up.mean().value();
  rules.cleanup_delay = exposure.cleanup_delay.mean();
  rules.request_hazard =
      exposure.requests.mean().value() * exposure.request_granted.mean().value() / kYear.value();
  rules.request_time = exposure.request_time.mean();
  return rules;
}

Spells Presence::held() const {
  Spells all = in_time;
  all.insert(all.end(), overdue.begin(), overdue.end());
  return all;
}

Presence presence(Holder place, Seconds retention, const HoldingRules& rules) {
  const std::size_t i = index_of(place);
  Builder builder{rules, {}};
  if (place == Holder::kStore) {
    builder.add(rules.number[i], Seconds(0.0), retention, rules.request_time, rules.request_hazard);
    return builder.out;
  }
  const Seconds from = rules.delay[i];
  const Seconds own_end = from + rules.retention[i];
  const bool is_copy = i >= index_of(Holder::kIdentHart) && place != Holder::kLog;
  const double following = is_copy ? rules.copies_deleted : 0.0;
  builder.add(rules.number[i] * (1.0 - following), from, own_end, kForEver, 0.0);
  builder.add(rules.number[i] * following, from, std::clamp(retention, from, own_end),
              rules.request_time, rules.request_hazard);
  return builder.out;
}

}  // namespace fieldtwin
