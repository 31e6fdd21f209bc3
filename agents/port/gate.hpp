#pragma once
/// A place with cameras and officers: the gate of one flight, or a checkpoint.

#include <cstdint>
#include <optional>
#include <vector>

#include "agents/port/traveller.hpp"
#include "matcher/score/score_matcher.hpp"
#include "sim/outages.hpp"
#include "sim/servers.hpp"

namespace fieldtwin {

/// What a gate is for.
struct GatePlan {
  std::uint32_t number;  //!< apart from all others
  std::uint16_t state;   //!< of the port: index in the table of states
  std::uint16_t port;    //!< whose connection it uses
  double gallery;                //!< people in it
  std::uint32_t travellers;      //!< in all
  std::optional<Seconds> doors;  //!< of a flight: when they are to close
};

class Gate {
 public:
  Gate(Calendar& calendar, const Scenario& scenario, const Draws& draws, GatePlan plan,
       const ProbeMix& mix);

  /// A lane, held until it goes out of scope; each has a camera of its own.
  class Lane {
   public:
    Lane(Gate& gate, Lease lease);
    Lane(Lane&& other) noexcept
        : gate_(std::exchange(other.gate_, nullptr)),
          number_(other.number_),
          lease_(std::move(other.lease_)) {}
    Lane& operator=(Lane&&) = delete;
    ~Lane() {
      if (gate_ != nullptr) gate_->taken_[number_] = false;
    }
    bool camera_works();

   private:
    Gate* gate_;
    std::size_t number_;
    Lease lease_;
  };
  auto join_line() { return lanes_.acquire(); }

  const GatePlan& plan() const { return plan_; }
  const Matcher& matcher() const { return matcher_; }
  Servers& officers() { return officers_; }

  /// Whether somebody is there to run the cameras, and the light: of a flight, or of the hour.
  bool is_staffed() const;
  Light light() const;

  /// Whether the cameras are passed by because the line is late. At a gate: somebody waits, and at
  /// the pace of photographed travellers the rest would not be through the margin before the doors
  /// close. At a checkpoint: more people wait than the longest line.
  bool is_late() const;

  /// A traveller is through; the last one's time is the flight's.
  void passed() {
    --left_;
    finished_ = calendar_.now();
  }
  bool is_done() const { return left_ == 0; }
  Seconds finished() const { return finished_; }

 private:
  std::uint64_t hour_entity() const;

  Calendar& calendar_;
  const Scenario& scenario_;
  Draws draws_;
  GatePlan plan_;
  ScoreMatcher matcher_;
  std::vector<Outages> cameras_;
  std::vector<bool> taken_;  //!< lanes in use
  std::uint32_t left_;       //!< travellers who are not through
  Seconds finished_{0.0};
  Servers officers_;
  Servers lanes_;
};

}  // namespace fieldtwin
