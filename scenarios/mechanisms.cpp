#include "scenarios/mechanisms.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "scenarios/fix.hpp"
#include "scenarios/registry.hpp"

namespace fieldtwin {
namespace {

using List = std::span<const PerfectValue>;

constexpr PerfectValue kStranger[] = {{"matcher.false_match_scale", 0.0}};
constexpr PerfectValue kTwin[] = {{"matcher.twin_match", 0.0}};
constexpr PerfectValue kRelative[] = {{"matcher.relative_match", 0.0}};
constexpr PerfectValue kMissedMatch[] = {{"matcher.miss_scale", 0.0}};
constexpr PerfectValue kPhotoQuality[] = {{"capture.quality", 1.0}};
constexpr PerfectValue kWrongFace[] = {{"capture.wrong_face", 0.0}};
constexpr PerfectValue kSpoof[] = {{"capture.spoofed", 0.0}};
constexpr PerfectValue kWrongRecord[] = {{"records.wrong.*", 0.0}};
constexpr PerfectValue kPapersDismissed[] = {{"policy.documents_honoured", 1.0}};
constexpr PerfectValue kReadAsDetain[] = {{"policy.holds_without_call", 0.0}};
constexpr PerfectValue kHeldUnanswered[] = {{"policy.holds_unanswered", 0.0}};
constexpr PerfectValue kKeptPastLimit[] = {{"policy.releases_at_limit", 1.0}};
constexpr PerfectValue kFalseAccept[] = {{"ice.false_accept", 0.0}};
constexpr PerfectValue kFalseReject[] = {{"ice.false_reject", 0.0}};
constexpr PerfectValue kStandingNotFound[] = {{"ice.finds_standing", 1.0}};
constexpr PerfectValue kWrongFile[] = {{"ice.wrong_reference", 0.0}};
// More agents than calls: whoever calls is answered at once.
constexpr PerfectValue kNoAnswer[] = {
    {"ice.agents_day", 1e5}, {"ice.agents_evening", 1e5}, {"ice.agents_night", 1e5}};
constexpr PerfectValue kFingerprintsFail[] = {{"custody.fingerprints_correct", 1.0}};
constexpr PerfectValue kLateCorrection[] = {{"custody.wrongful_hold", 0.0}};
constexpr PerfectValue kReleaseNotEntered[] = {{"custody.release_unentered", 0.0}};
constexpr PerfectValue kCorrectionNotEntered[] = {{"custody.correction_unentered", 0.0}};
constexpr PerfectValue kUnequalStops[] = {{"encounters.relative_rate.*", 1.0}};

/// In the order of the enumerators.
constexpr std::array<MechanismEntry, kMechanisms> kEntries{{
    {Mechanism::kStranger, Cause::kFalseMatch, List(kStranger),
     "The search returns a stranger above the threshold."},
    {Mechanism::kTwin, Cause::kFalseMatch, List(kTwin),
     "The search returns the person's identical twin."},
    {Mechanism::kRelative, Cause::kFalseMatch, List(kRelative),
     "The search returns a close relative of the person."},
    {Mechanism::kMissedMatch, Cause::kMissedMatch, List(kMissedMatch),
     "The search does not return the person's own entry."},
    {Mechanism::kPhotoQuality, Cause::kCapture, List(kPhotoQuality),
     "The photo is worse than it could be, and the person's own entry scores lower."},
    {Mechanism::kWrongFace, Cause::kCapture, List(kWrongFace),
     "Of several faces in the frame the app takes a bystander's."},
    {Mechanism::kSpoof, Cause::kCapture, List(kSpoof),
     "A picture is held up instead of a face, and the face-presence check lets it pass."},
    {Mechanism::kWrongRecord, Cause::kRecord, List(kWrongRecord),
     "The person's own record is wrong or outdated."},
    {Mechanism::kPapersDismissed, Cause::kOfficer, List(kPapersDismissed),
     "The officer trusts the app more than proof of status (automation bias)."},
    {Mechanism::kReadAsDetain, Cause::kOfficer, List(kReadAsDetain),
     "The officer reads \"contact ICE\" as \"detain\" and does not call."},
    {Mechanism::kHeldUnanswered, Cause::kOfficer, List(kHeldUnanswered),
     "The officer holds because ICE did not answer."},
    {Mechanism::kKeptPastLimit, Cause::kOfficer, List(kKeptPastLimit),
     "The officer keeps waiting for ICE when the stop has reached its limit."},
    {Mechanism::kFalseAccept, Cause::kDeskError, List(kFalseAccept),
     "The agent takes another person's photo for the person's own."},
    {Mechanism::kFalseReject, Cause::kDeskError, List(kFalseReject),
     "The agent takes the person's own photo for another's."},
    {Mechanism::kStandingNotFound, Cause::kDeskError, List(kStandingNotFound),
     "The agent does not see that a record is wrong."},
    {Mechanism::kWrongFile, Cause::kDeskError, List(kWrongFile),
     "The agent calls up another person's search by the reference number."},
    {Mechanism::kNoAnswer, Cause::kDeskDelay, List(kNoAnswer),
     "The ICE desk does not answer at once."},
    {Mechanism::kFingerprintsFail, Cause::kCustody, List(kFingerprintsFail),
     "Fingerprints at booking do not end a hold that rests on another person's record."},
    {Mechanism::kLateCorrection, Cause::kCustody, List(kLateCorrection),
     "A mistake is found only some time after booking."},
    {Mechanism::kReleaseNotEntered, Cause::kCustody, List(kReleaseNotEntered),
     "The release is not entered, and the person stays in."},
    {Mechanism::kCorrectionNotEntered, Cause::kCustody, List(kCorrectionNotEntered),
     "The correction is not entered, and the record stays wrong."},
    {Mechanism::kUnequalStops, std::nullopt, List(kUnequalStops),
     "Some groups are stopped more often than others."},
}};

bool matches(std::string_view path, std::string_view pattern) {
  if (!pattern.ends_with(".*")) return path == pattern;
  pattern.remove_suffix(1);
  return path.starts_with(pattern) && path.find('.', pattern.size()) == std::string_view::npos;
}

/// Calls `visit(parameter, its number field)` for each parameter of a pattern.
template <class Visit>
void for_each(std::string_view pattern, Visit visit) {
  bool found = false;
  for (const Parameter& parameter : parameters()) {
    if (!matches(parameter.path, pattern)) continue;
    visit(parameter, std::get<NumberField>(parameter.field));
    found = true;
  }
  if (!found) throw std::logic_error("there is no parameter " + std::string(pattern));
}

void switch_off(Scenario& scenario, const MechanismEntry& entry) {
  for (const PerfectValue& perfect : entry.parameters) {
    for_each(perfect.path, [&](const Parameter&, const NumberField& field) {
      field.at(scenario) = Distribution(Constant{perfect.value});
    });
  }
}

double drawn(const ParameterRange& range, double mode, double u) {
  constexpr double kSpan = 100.0;
  if (range.low == range.high) return range.low;
  if (range.low > 0.0 && range.high > kSpan * range.low) {
    return Distribution(LogUniform{range.low, range.high}).quantile(u);
  }
  return Distribution(Triangular{range.low, std::clamp(mode, range.low, range.high), range.high})
      .quantile(u);
}

}  // namespace

std::span<const MechanismEntry> mechanisms() {
  return kEntries;
}

MechanismSet mechanisms_of(CauseSet causes) {
  MechanismSet set;
  for (const MechanismEntry& entry : kEntries) {
    if (entry.cause && causes[index_of(*entry.cause)]) set.set(index_of(entry.mechanism));
  }
  return set;
}

Scenario without(const Scenario& scenario, const MechanismSet& mechanisms) {
  Scenario out = scenario;
  for (const MechanismEntry& entry : kEntries) {
    if (!mechanisms[index_of(entry.mechanism)]) continue;
    switch_off(out, entry);
    out.errors.setting[index_of(entry.mechanism)] = ErrorSetting::kOff;
  }
  for (Epoch& epoch : out.epochs) {
    epoch.scenario = std::make_shared<const Scenario>(without(*epoch.scenario, mechanisms));
  }
  return out;
}

Scenario without(const Scenario& scenario, CauseSet causes) {
  return without(scenario, mechanisms_of(causes));
}

void apply_errors(Scenario& scenario, const Draws& draws) {
  for (const MechanismEntry& entry : kEntries) {
    const ErrorSetting setting = scenario.errors.setting[index_of(entry.mechanism)];
    if (setting == ErrorSetting::kOff) switch_off(scenario, entry);
    if (setting != ErrorSetting::kRange) continue;
    for (const std::string& path : parameter_paths(entry.mechanism)) {
      const auto range = std::ranges::find(scenario.errors.ranges, path, &ParameterRange::path);
      if (range == scenario.errors.ranges.end()) continue;
      for_each(path, [&](const Parameter& parameter, const NumberField& field) {
        Distribution& number = field.at(scenario);
        double value = drawn(*range, number.mean(),
                             draws.uniform(Decision::kParameter, parameter_entity(parameter.path)));
        if (field.whole == Whole::kYes) value = std::round(value);
        number = Distribution(Constant{std::clamp(value, field.low, field.high)});
      });
    }
  }
}

std::vector<std::string> parameter_paths(Mechanism mechanism) {
  std::vector<std::string> paths;
  for (const PerfectValue& perfect : kEntries[index_of(mechanism)].parameters) {
    for_each(perfect.path, [&](const Parameter& parameter, const NumberField&) {
      paths.push_back(parameter.path);
    });
  }
  return paths;
}

}  // namespace fieldtwin
