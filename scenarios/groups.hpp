#pragma once
/// The categories by which people and places are told apart, and their names in files and results.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace fieldtwin {

/// Ethnic groups as in the census table (shares of the resident population; Hispanic of any race).
enum class Ethnicity : std::uint8_t {
  kWhite,
  kBlack,
  kAmericanIndian,
  kAsian,
  kPacificIslander,
  kTwoOrMore,
  kHispanic
};
inline constexpr std::size_t kEthnicities = 7;
inline constexpr std::array<std::string_view, kEthnicities> kEthnicityNames{
    "white", "black", "american_indian", "asian", "pacific_islander", "two_or_more", "hispanic"};

enum class Sex : std::uint8_t { kMale, kFemale };
inline constexpr std::array<std::string_view, 2> kSexNames{"male", "female"};

/// What a person is under immigration law: the truth, which nobody in the model ever sees.
enum class Status : std::uint8_t {
  kUsBorn,       //!< citizen by birth
  kNaturalised,  //!< citizen by naturalisation
  kPermanentResident,
  kTemporary,  //!< valid temporary visa
  kProtected,  //!< no status, but protected from removal for now (TPS, DACA, parole)
  kUnauthorised,
};
inline constexpr std::size_t kStatuses = 6;
inline constexpr std::size_t kForeignBornStatuses = 5;  //!< all but kUsBorn, in the same order
inline constexpr std::array<std::string_view, kStatuses> kStatusNames{
    "us_born", "naturalised", "permanent_resident", "temporary", "protected", "unauthorised"};

/// What a status amounts to when a hold is judged.
enum class Standing : std::uint8_t {
  kCitizen,    //!< a US citizen
  kLawful,     //!< lawful status, or protection from removal that is in force
  kRemovable,  //!< neither
};
inline constexpr std::size_t kStandings = 3;
inline constexpr std::array<std::string_view, kStandings> kStandingNames{"citizen", "lawful",
                                                                         "removable"};

constexpr Standing standing_of(Status status) {
  switch (status) {
    case Status::kUsBorn:
    case Status::kNaturalised:
      return Standing::kCitizen;
    case Status::kPermanentResident:
    case Status::kTemporary:
    case Status::kProtected:
      return Standing::kLawful;
    case Status::kUnauthorised:
      break;
  }
  return Standing::kRemovable;
}

/// How a record that is wrong came to be wrong.
enum class RecordFault : std::uint8_t {
  kNone,              //!< it is right
  kNaturalisedSince,  //!< it shows the status before naturalisation
  kStatusChanged,     //!< a status granted, renewed, lost or run out since
  kAnothersBooking,   //!< another person's booking was filed under this one
  kDuplicate,         //!< a second, outdated record of the same person
};
inline constexpr std::size_t kRecordFaults = 4;  //!< all but kNone, in the same order
inline constexpr std::array<std::string_view, kRecordFaults> kRecordFaultNames{
    "naturalised_since", "status_changed", "anothers_booking", "duplicate"};

/// Where a stop is made, by how people live there: counties under 100 people a square mile are
/// rural.
enum class Area : std::uint8_t { kUrban, kRural };
inline constexpr std::size_t kAreas = 2;
inline constexpr std::array<std::string_view, kAreas> kAreaNames{"urban", "rural"};

template <class Enum>
constexpr std::size_t index_of(Enum value) {
  return static_cast<std::size_t>(value);
}

}  // namespace fieldtwin
