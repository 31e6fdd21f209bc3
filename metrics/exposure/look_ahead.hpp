#pragma once
/// What a programme adds up to when its flow of photos goes on over the horizon: stock, photo-years
/// and photos taken in breaches, exactly and at once.

#include <array>
#include <vector>

#include "metrics/exposure/breach.hpp"

namespace fieldtwin {

/// Everything that decides what becomes of a photo.
struct ProgrammeRules {
  HoldingRules holding;
  BreachRules breaches;
  Access access;
  double access_growth = 1.0;  //!< a year
  double flow_growth = 1.0;    //!< a year
  double requests = 0.0;       //!< a year, for each photo that the store keeps
  Seconds horizon{0.0};
};
ProgrammeRules programme_rules(const Exposure& exposure, const Storage& storage, double officers,
                               double agents);

/// A steady source of photos that are kept equally long.
struct Source {
  enum class Kind {
    kScans,      //!< in every place, by the rules of the programme
    kElsewhere,  //!< likewise, but no officer's device took them
    kPorts,      //!< in the service, and enrolled in IDENT: no device, no store, no copies
  } kind;
  double per_second;      //!< when the horizon begins
  Seconds retention;      //!< of the store; of ports, of the service's working copy
  Seconds enrolled{0.0};  //!< of ports, in IDENT; 0: not enrolled
};

/// The rules as they hold for the photos of a source.
ProgrammeRules rules_for(const Source& source, const ProgrammeRules& rules);

/// The books of one place at the horizon's end.
struct Books {
  double created = 0.0;  //!< photos that came in
  double held = 0.0;     //!< within their retention
  double overdue = 0.0;  //!< there although their deletion was due
  double deleted = 0.0;
  double photo_years = 0.0;   //!< over the horizon
  std::vector<double> stock;  //!< held and overdue, at the ends of the years
};

/// Photos taken in breaches over the horizon, by place and cause; the subcontractor's under the
/// service.
using Taken = std::array<std::array<double, kBreachCauses>, kHolders>;
double sum_of(const Taken& taken);

struct LookAhead {
  std::array<Books, kHolders> books;
  Taken taken{};
  double requests = 0.0;                         //!< made over the horizon
  double granted = 0.0;                          //!< photos deleted because of them
  std::array<double, kBreachCauses> incident{};  //!< photos that one incident takes at the end
};

/// Retentions of the store that every scenario is compared with: those of TVS (citizens, working
/// copy), a year, and that of the federal app.
inline constexpr std::array<Seconds, 4> kKeptFor{0.5 * kDay, 14.0 * kDay, 1.0 * kYear,
                                                 15.0 * kYear};
inline constexpr std::array<std::string_view, 4> kKeptForNames{"12_hours", "14_days", "1_year",
                                                               "15_years"};

/// The ends of the years up to the horizon, and the horizon.
std::vector<Seconds> year_ends(Seconds horizon);

LookAhead look_ahead(const ProgrammeRules& rules, const Source& source);
/// The same photos taken, and nothing else.
Taken taken_over_horizon(const ProgrammeRules& rules, const Source& source);

/// What is to be expected of one photo that is taken when the horizon begins.
struct PhotoFate {
  double taken = 0.0;  //!< how often, up to the horizon
  double once = 0.0;   //!< probability of at least once
};
/// With as many people with access as at first. The places' incidents and the copies' fates are
/// independent.
PhotoFate fate_of_a_photo(const ProgrammeRules& rules, const Source& source);

}  // namespace fieldtwin
