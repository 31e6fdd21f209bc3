#pragma once
/// People, stops and officers made by hand, to test a part of the system alone.

#include "agents/encounter/log.hpp"
#include "agents/encounter/photo.hpp"
#include "agents/encounter/stop.hpp"

namespace fieldtwin {

inline Person somebody(Status status, Enrolment enrolment, Standing recorded) {
  Person person{};
  person.id = PersonId{7};
  person.age = 30;
  person.status = status;
  person.enrolment = enrolment;
  person.record = Record{recorded};
  return person;
}

/// An enrolled citizen whose record is right.
inline Person a_citizen() {
  return somebody(Status::kUsBorn, Enrolment::kEnrolled, Standing::kCitizen);
}

inline Stop stop_of(const Person& person, std::uint64_t id, Seconds began = Seconds(0.0)) {
  return {EncounterId{id}, person, ShownId::kNone, ShownPapers::kNone, began, Seconds(600.0)};
}

/// A photo of the person who was stopped, of middle quality.
inline Photo photo_of(const Stop& stop) {
  return {Picture{Probability(0.5)}, Bytes(150e3), {FaceShown::kPerson, stop.person, Kin::kNone}};
}

inline Officer an_officer() {
  return {0, 0, Area::kUrban, 0, Seconds(0.0)};
}

}  // namespace fieldtwin
