#pragma once
/// The section `safeguards` of a scenario: what may stand between a scan and a wrong hold beside what
/// the other sections govern. Each is off where its share, its least quality or its rule says so;
/// docs/safeguards.md says who proposed it or where it exists.

#include "sim/quantities.hpp"
#include "sim/random/distribution.hpp"

namespace fieldtwin {

/// A citizen may decline the scan and have papers looked at instead.
struct OptOut {
  Varying<Probability> share;  //!< of the citizens about to be scanned; 0: nobody is asked
  Varying<Seconds> check;      //!< how long the officer looks at papers instead
};

/// A person looks at photo and candidate before the officer is told to contact ICE.
struct HumanCheck {
  Varying<Probability> share;  //!< of those answers; 0: nobody looks
  Varying<Seconds> time;       //!< from the search to the reviewer's word, a wait for them included
  Varying<Probability> false_accept;  //!< takes another person's photo for the person's
  Varying<Probability> false_reject;  //!< takes the person's own photo for another's
};

enum class SecondPhoto { kNone, kMustAgree };

/// Two photos are taken and searched for, and only if both return the same candidate is the officer
/// told to contact ICE.
struct TwoPhotos {
  SecondPhoto rule;
  Varying<Probability> same_stranger;  //!< a stranger returned for the first photo is returned for
                                       //!< the second: the part of the likeness in the faces
};

/// A supervisor looks at some scans afterwards, and officers know it.
struct Audit {
  Varying<Probability> share;   //!< of the scans
  Varying<Probability> effect;  //!< share of an officer's errors that the certainty of a review
                                //!< prevents
  Varying<Seconds> time;        //!< to review one
};

/// Training that is not left to be forgotten.
struct Refresher {
  Varying<Probability> share;   //!< of the officers, who are up to date with it
  Varying<Probability> effect;  //!< share of an officer's errors that it prevents
};

enum class GroupThresholds {
  kOne,        //!< one threshold for everybody
  kEqualised,  //!< one a group, so that all groups have the same false match rate
};

struct Safeguards {
  OptOut opt_out;
  HumanCheck human_check;
  Varying<Probability> minimum_quality;  //!< below it the app asks for another photo; 0: never
  TwoPhotos two_photos;
  Audit audit;
  Refresher refresher;
};

}  // namespace fieldtwin
