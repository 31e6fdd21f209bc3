#pragma once
/// Parameters of one system or the other: what a scenario of another system does not have. There
/// they keep their initial values, which nobody reads.

#include <array>

#include "scenarios/groups.hpp"
#include "sim/quantities.hpp"
#include "sim/random/distribution.hpp"

namespace fieldtwin {

enum class Fusion {
  kFaceOnly,  //!< fingerprints are not taken
  kEither,    //!< a match on either is a match; the fingerprints' comes first
  kBoth,      //!< only a match of both on the same record
};

/// Fingerprints: contactless, by the phone's camera (Mobile Fortify), or at booking (jail).
struct Fingerprints {
  Fusion fusion;                     //!< with the face; Mobile Fortify alone
  Varying<Probability> taken;        //!< the officer takes them besides the face
  Varying<Probability> usable;       //!< an attempt gives prints that can be searched
  Varying<Count> attempts;           //!< before the officer goes on without
  Varying<Seconds> duration;         //!< of an attempt
  Varying<Bytes> size;               //!< of the prints as sent
  std::array<Varying<Probability>, kStatuses> enrolled;  //!< the person's prints are on file
  Varying<Probability> miss;         //!< prints on file are not found
  Varying<Probability> false_match;  //!< a search returns somebody else's
};

enum class MatchWeight {
  kDefinitive,      //!< a match outranks every document
  kDocumentsCount,  //!< papers and the name on an ID are weighed against it
};

/// What comes back to a federal officer, and what they make of it: a name and the record itself,
/// not a reference number.
struct FortifyPolicy {
  MatchWeight match_weight;
  Varying<Probability> sees_other_name;  //!< that the name returned is not the one on the ID shown
};

/// How well the officers of the field model are prepared, and what it does to their errors.
struct Training {
  Varying<Probability> in_training;        //!< share of the officers who are still in training
  Varying<Probability> refresher_overdue;  //!< share of the others whose refresher is overdue
  Varying<Count> in_training_factor;       //!< their errors, relative to those of the trained
  Varying<Count> overdue_factor;           //!< the same for those whose refresher is overdue
  Varying<Probability> supervision;        //!< share of errors that a supervisor keeps from acts
};

enum class JailModel { kJailEnforcement, kWarrantService, kBoth };

/// 287(g) in custody: at the booking desks of the jails with an agreement.
struct Jail {
  JailModel model;                       //!< the agreements that count
  Varying<Count> bookings;               //!< a facility and day
  Varying<Count> officers;               //!< Jail Enforcement officers on duty in a facility
  Varying<Seconds> interview;            //!< of a booked person, by one of them
  Varying<Probability> admits;           //!< a removable person without a record says so
  Varying<Probability> misjudged;        //!< another without a record is taken for removable
  Varying<Probability> asks_ice;         //!< the officer calls ICE before lodging a detainer
  Varying<Probability> ice_names;        //!< ICE names a person whose prints show no status
  Varying<Seconds> naming_time;          //!< from the prints to ICE's warrant
  Varying<Seconds> stay;                 //!< from booking to the release due without a detainer
};

}  // namespace fieldtwin
