#pragma once
/// The field of one system: its officers, their devices and app, and how they go about it.

#include <functional>

#include "agents/field_matcher.hpp"
#include "agents/jail/booking_desk.hpp"
#include "agents/outlook/outlook.hpp"
#include "agents/port/ports.hpp"
#include "agents/system.hpp"

namespace fieldtwin {

/// Who is in the field of one scenario, before there is a world around them.
struct FieldPlan {
  FieldPlan(const Scenario& scenario, const Draws& draws, FirstNumbers first)
      : planned(scenario), present(scenario), roster(scenario, draws, first) {}

  const Scenario& planned;  //!< with its changes
  Scenario present;         //!< as it is now: what everybody in the field looks at
  Roster roster;
};

/// What all fields of a world share.
struct SharedParts {
  Draws draws;
  const std::vector<Fault>& faults;  //!< of the first scenario, which hit everybody
  Calendar& calendar;
  Network& network;
  const Population& population;
  MatchingService& service;
  IceDesk& desk;
  Journal& journal;
  Forecast* forecast;  //!< none: nobody asks what was to be expected
};

/// One field, wired into the world.
class Field {
 public:
  /// `plan` and the parts must outlive it. `login`: the identity provider as faults leave it.
  /// `faces`: null where none are compared.
  Field(FieldPlan& plan, FieldRole role, const SharedParts& parts, Backend login,
        FaceSource* faces);
  Field(const Field&) = delete;
  Field& operator=(const Field&) = delete;

  /// Starts what happens in the field, as processes of the calendar.
  void start();

  /// Puts what changes in the middle of the period into effect; `changed` is told after each.
  Process follow_changes(std::function<void()> changed);

  System& system() { return system_; }
  const Roster& roster() const { return plan_.roster; }
  SystemKind kind() const { return plan_.planned.system; }
  const Scenario& planned() const { return plan_.planned; }
  const Outlook& outlook() const { return outlook_; }

 private:
  std::unique_ptr<const Matcher> matcher_of(const Scenario& scenario) const;

  FieldPlan& plan_;
  const SharedParts parts_;
  FaceSource* faces_;
  FieldMatcher matcher_;
  IdentityProvider login_;
  Outlook outlook_;
  System system_;
  Ports ports_;                 //!< of TVS alone
  BookingDesks booking_desks_;  //!< of jails alone
};

}  // namespace fieldtwin
