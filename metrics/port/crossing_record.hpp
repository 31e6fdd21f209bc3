#pragma once
/// What is written down about one traveller at a port, and about one boarding.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "metrics/encounter_record.hpp"
#include "scenarios/groups.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// How a crossing ended: each in exactly one way.
enum class CrossingEnd : std::uint8_t {
  kConfirmed,    //!< by the face: the gallery returned somebody and nothing else was wrong
  kDocuments,    //!< an officer looked at the documents and was satisfied
  kUnconfirmed,  //!< let through on passport and boarding pass, as without the cameras
  kSecondary,    //!< let through after a second, longer inspection
  kRefused,      //!< another's documents, and it was noticed
  kHeld,         //!< taken into custody
};
inline constexpr std::size_t kCrossingEnds = 6;
inline constexpr std::array<std::string_view, kCrossingEnds> kCrossingEndNames{
    "confirmed", "documents", "unconfirmed", "secondary", "refused", "held"};

/// Why a traveller was not confirmed by the face: the first reason on the way.
enum class CrossingGap : std::uint8_t {
  kNone,
  kOptOut,      //!< the traveller did not want to
  kNoStaff,     //!< nobody was there to run the cameras
  kCameraDown,  //!< the lane's camera did not work
  kSkipped,     //!< the line was late
  kExcluded,    //!< the traveller cannot be photographed there
  kNoPhoto,     //!< no attempt gave a usable photo
  kNoNetwork,   //!< the connection or the service was down
  kNoAnswer,    //!< no answer came in time
  kNoMatch,     //!< the gallery returned nobody
  kRecord,      //!< the record returned shows no status
};
inline constexpr std::size_t kCrossingGaps = 11;
inline constexpr std::array<std::string_view, kCrossingGaps> kCrossingGapNames{
    "none",     "opt_out",    "no_staff",  "camera_down", "skipped", "excluded",
    "no_photo", "no_network", "no_answer", "no_match",    "record"};

/// One traveller's way through a port.
struct CrossingRecord {
  std::uint64_t id = 0;
  std::uint16_t state = 0;  //!< index in the table of states

  // What is true of the traveller.
  std::uint64_t person = 0;
  Ethnicity ethnicity = Ethnicity::kWhite;
  Sex sex = Sex::kMale;
  std::uint8_t age = 0;  //!< years
  Status status = Status::kUsBorn;
  bool impostor = false;    //!< with another's documents
  bool in_gallery = false;  //!< has a photo in the gallery that is searched

  // What happened.
  Seconds joined{0.0};  //!< the line; since the start of the period
  Seconds waited{0.0};  //!< in it
  Seconds ended{0.0};
  CrossingGap gap = CrossingGap::kNone;
  CrossingEnd end = CrossingEnd::kConfirmed;
  bool photographed = false;      //!< there is a usable photo
  Seconds sent{0.0};              //!< when the photo left, if there is one
  bool photo_kept = false;        //!< it reached the service
  Seconds received{0.0};          //!< and when
  Seconds retention{0.0};         //!< how long the service keeps it
  Seconds enrolled{0.0};          //!< how long the federal store (IDENT) does; 0: not at all
  std::optional<Seconds> answer;  //!< photo's departure to answer
  MatchTruth match = MatchTruth::kNotSearched;
  bool documents_checked = false;  //!< by an officer
  bool contact_ice = false;        //!< the officer was told to contact ICE
  std::vector<Seconds> call_waits;  //!< of each call to ICE: until an agent came, or hung up
  std::uint32_t calls_abandoned = 0;
  bool agent_reached = false;
  std::optional<HoldRecord> hold;
  bool release_not_entered = false;  //!< when it was due
  bool record_left_wrong = false;    //!< the correction was not entered
};

/// One flight's boarding.
struct BoardingRecord {
  std::uint32_t flight = 0;
  std::uint32_t travellers = 0;
  double gallery = 0.0;   //!< people in it
  Seconds doors{0.0};     //!< when they were to close
  Seconds finished{0.0};  //!< when the last traveller was through
};

}  // namespace fieldtwin
