#pragma once
/// The officers of the programme: where they are, whether they have the app, and their days.

#include <cstdint>
#include <limits>
#include <vector>

#include "agents/civil_time.hpp"
#include "agents/programme.hpp"
#include "scenarios/scenario.hpp"
#include "sim/random/draws.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct RecordedOfficer;
struct System;

/// An officer for whom the app is or becomes available in the period.
struct Officer {
  std::uint32_t id;      //!< among all trained officers, by state
  std::uint16_t state;   //!< index in the table of states
  Area area;             //!< rural or urban beat
  std::uint32_t device;  //!< in the network
  Seconds app_from;      //!< when the app is on the phone; negative: before the period
  SystemKind system = SystemKind::kMobileIdentify;
};

/// Where the numbers of a system's officers and devices begin in a world of several.
struct FirstNumbers {
  std::uint32_t officer = 0;
  std::uint32_t device = 0;
};
/// The officers of the i-th system of a world are numbered from i times this on, so that no two have
/// a draw in common.
inline constexpr std::uint32_t kOfficersPerSystem = std::uint32_t{1} << 28;

/// A shift, in simulated time.
struct Shift {
  Seconds from;
  Seconds until;
};

/// Who is in the programme, and how the day's stops are spread. A pure function of the scenario and
/// the draws.
class Roster {
 public:
  Roster(const Scenario& scenario, const Draws& draws, FirstNumbers first = {});

  /// By state; those who are trained in the course of the period are counted.
  const std::vector<StatePresence>& presence() const { return presence_; }
  /// The officers who have the app before the period ends, in the order of their ids.
  const std::vector<Officer>& equipped() const { return equipped_; }
  std::uint64_t trained() const { return trained_; }
  /// The officers of the recording that this replication replays, by id; all of them are among the
  /// equipped.
  const std::vector<Officer>& recorded() const { return recorded_; }

  /// The shift that begins on the day (local date: day 0 is the period's first), if the officer is
  /// on duty then.
  std::optional<Shift> shift(const Officer& officer, int day) const;

  /// Relative frequency of stops at a time, 1 on average over the working hours of all officers.
  double stop_intensity(const Officer& officer, Seconds t) const;

  /// Largest value of stop_intensity.
  double peak_intensity() const { return peak_; }

 private:
  const Scenario& scenario_;
  Draws draws_;
  FirstNumbers first_;
  CivilClock clock_;
  std::vector<StatePresence> presence_;
  void admit(const RecordedOfficer& officer);
  void train(const StatePresence& state, Seconds when);  //!< those of one state
  StatePresence& presence_of(std::size_t state);
  std::uint32_t next_device() const;

  std::vector<Officer> equipped_;
  std::vector<Officer> recorded_;
  std::uint64_t trained_ = 0;
  std::size_t added_ = 0;       //!< officers of the recording whom the programme does not have
  double mean_on_duty_ = 1.0;  //!< of the daily curve, over the working hours
  double peak_ = 1.0;
};

/// An officer's days: shift by shift, stop by stop.
Process officer_at_work(System& system, Officer officer);

}  // namespace fieldtwin
