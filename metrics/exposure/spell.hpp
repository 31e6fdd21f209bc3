#pragma once
/// How long photos are in a place, as sums of spells: exact, and without following a single photo.

#include <limits>
#include <vector>

#include "sim/quantities.hpp"

namespace fieldtwin {

/// A share of all photos is in a place from one age to another. While it is there it may dwindle:
/// at the age a, from <= a < until, share * exp(-hazard (a - from)) is left.
struct Spell {
  Seconds from;         //!< age of the photo
  Seconds until;        //!< likewise; may be kForEver
  double share;         //!< at `from`; shares of spells that end another one may be negative
  double hazard = 0.0;  //!< [1/s]
};
inline constexpr Seconds kForEver{std::numeric_limits<double>::infinity()};
using Spells = std::vector<Spell>;

/// Share of the photos of that age that is there; 0 below the age 0.
double present(const Spells& spells, Seconds age);
/// Time that a photo has spent there by that age, on average [s]: the integral of `present`. It is
/// also the stock of a flow of one photo a second that began so long ago.
double time_present(const Spells& spells, Seconds age);
/// The integral of `time_present` [s^2]: photo-seconds that such a flow has spent there.
double photo_seconds(const Spells& spells, Seconds age);

/// (1 - exp(-rate length)) / rate, and `length` for the rate 0.
double discounted(double rate, double length);

/// Photos that are taken evenly between two times, or all at one moment.
struct Cohort {
  Seconds from;
  Seconds until;  //!< from <= until
  double number;
};
using Flow = std::vector<Cohort>;

/// A flow of so many photos a second over `horizon`, in each year `growth` times as dense as in the
/// year before.
Flow yearly_flow(double per_second, double growth, Seconds horizon);

double created(const Flow& flow, Seconds at);                      //!< photos taken by then
double stock(const Flow& flow, const Spells& spells, Seconds at);  //!< photos there then
/// The integral of the stock from the first photo to then, in photo-years.
double photo_years(const Flow& flow, const Spells& spells, Seconds at);

}  // namespace fieldtwin
