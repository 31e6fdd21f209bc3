#pragma once
/// The tables behind a scenario, as read from CSV files.

#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/groups.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// The files' names, relative to the scenario's own folder or to the shipped data.
struct TableFiles {
  std::string states;      //!< population, area and time zone of each state
  std::string agreements;  //!< 287(g) agreements by state, model and month signed
  std::string strength;    //!< sworn strength of the agencies with a Task Force Model agreement
  std::string anchors;     //!< published accuracy figures that the matcher may be anchored on
  std::string training;    //!< waves of training; kNoWaves: there are none
  std::string delays;      //!< fitted delays; kNoDelays: a transfer is alone in delay fidelity
  std::string profile;     //!< times of a matcher; kNoProfile: those of the scenario
  std::string encounters;  //!< recorded encounters to replay; kNoEncounters: they are generated
};
inline constexpr const char* kNoEncounters = "none";
inline constexpr const char* kNoDelays = "none";
inline constexpr const char* kNoProfile = "none";
inline constexpr const char* kNoWaves = "none";

/// How much longer than alone a transfer takes that begins in a crowded cell, relative to what the
/// crowd at its beginning would make of it: a hundred values, rising, each as likely as the others.
struct DelayRow {
  Area area;
  double crowding;  //!< from this on, up to the area's next row; see Network::crowding
  std::array<double, 100> times;
};

/// What a matcher's work took on some machine (fieldtwin matcher bench).
struct MatcherProfile {
  enum class Effort : std::uint8_t { kFast, kAccurate } effort;
  struct Time {
    Seconds median;
    Seconds p95;
  };
  Time extraction;  //!< photo to template
  struct Search {
    double templates;  //!< in the gallery
    Time time;         //!< of one search
  };
  std::vector<Search> searches;  //!< in the order of their sizes; one at least
};

struct RecordedEncounters;

/// One state, territory or district.
struct StateRow {
  std::string name;
  std::string postal;                           //!< two letters
  std::string fips;                             //!< two digits
  double population;                            //!< residents
  std::array<double, kEthnicities> ethnicity;   //!< shares; sum to about 1 (Hispanic of any race)
  double female;                                //!< share
  double foreign_born;                          //!< share
  double under_18;                              //!< share
  double age_65_plus;                           //!< share
  double rural;                                 //!< share living in counties under 100 people/mi²
  Seconds utc_offset;                           //!< standard time, of most of its people
  enum class Dst { kNone, kUnitedStates } dst;  //!< whether clocks change on the US dates
};

/// Agreements of one state and model that were signed in one month and are still in force.
struct AgreementRow {
  std::string state;  //!< name, as in StateRow
  std::string model;  //!< TFM, JEM or WSO
  std::chrono::year_month signed_in;
  double agreements;
};

/// Whether an agreement under the Task Force Model counts on a date: from the month after the one in
/// which it was signed, because training comes after it and the day is not in the table.
inline bool is_task_force_in_force(const AgreementRow& agreement,
                                   std::chrono::year_month_day date) {
  return agreement.model == "TFM" && agreement.signed_in < date.year() / date.month();
}

/// Sworn officers of the agencies with a Task Force Model agreement in a state.
struct StrengthRow {
  std::string state;
  double sworn;
};

/// Officers who finish their training on a day.
struct WaveRow {
  std::chrono::year_month_day date;
  double officers;  //!< nationwide
};

/// A published 1:N accuracy figure (NIST FRTE): at N people and a threshold set for `fpir`, a share
/// `fnir` of mated searches misses. At constant FPIR, FNIR grows as N to the power `exponent`.
struct MatcherAnchor {
  std::string name;  //!< frte-nec-010-kiosk
  double people;     //!< gallery size N, one image per person
  Probability fpir;
  Probability fnir;
  double exponent;
};

struct Tables {
  std::vector<StateRow> states;
  std::vector<AgreementRow> agreements;
  std::vector<StrengthRow> strength;
  std::vector<WaveRow> waves;  //!< in the order of their dates, or none
  std::vector<MatcherAnchor> anchors;
  std::vector<DelayRow> delays;  //!< by area and crowding, or none
  std::optional<MatcherProfile> profile;
  std::shared_ptr<const RecordedEncounters> recorded;  //!< none: encounters are generated
};

}  // namespace fieldtwin
