#pragma once
/// Where the photos and what belongs to them are held, for how long, who can see them, and how they
/// can get out. Definitions in words: docs/exposure.md.

#include <array>
#include <string_view>

#include "scenarios/groups.hpp"
#include "sim/quantities.hpp"
#include "sim/random/distribution.hpp"

namespace fieldtwin {

/// Where a photo, or a record about it, is held.
enum class Holder : std::uint8_t {
  kDevice,       //!< the cache of the officer's device
  kService,      //!< the matching service: a working copy and its template
  kStore,        //!< the federal store: `storage` says what it keeps and for how long
  kIdentHart,    //!< copies: the biometric database IDENT, to become HART
  kTecs,         //!< copies: border enforcement records
  kSeacats,      //!< copies: seizures, arrests and penalties
  kStateAgency,  //!< copies: the agency whose officer made the scan
  kLog,          //!< the service's log: reference number, location and result, no face
};
inline constexpr std::size_t kHolders = 8;
inline constexpr std::array<std::string_view, kHolders> kHolderNames{
    "device", "service", "store", "ident_hart", "tecs", "seacats", "state_agency", "log"};
inline constexpr std::size_t kFaceHolders =
    kHolders - 1;  //!< those that hold photos: all but the log

/// The systems that get copies, in the order of Holder from kIdentHart on.
inline constexpr std::size_t kCopySystems = 4;
inline constexpr std::array<std::string_view, kCopySystems> kCopySystemNames{
    "ident_hart", "tecs", "seacats", "state_agency"};
constexpr Holder copy_system(std::size_t i) {
  return static_cast<Holder>(index_of(Holder::kIdentHart) + i);
}

/// The places whose retention is a parameter of their own: all but the store.
inline constexpr std::array<std::string_view, kHolders - 1> kOtherHolderNames{
    "device", "service", "ident_hart", "tecs", "seacats", "state_agency", "log"};

/// People with access beside the officers, the ICE desk and the store's users.
enum class OtherRole : std::uint8_t {
  kAdministrators,  //!< of the matching service
  kContractors,     //!< who maintain it
  kSystemUsers,     //!< of each federal system that gets copies
  kStateUsers,      //!< of the agencies' own files
};
inline constexpr std::size_t kOtherRoles = 4;
inline constexpr std::array<std::string_view, kOtherRoles> kOtherRoleNames{
    "administrators", "contractors", "system_users", "state_users"};

/// A subcontractor takes photos home while it maintains the service, as in CBP's breach of 2019.
struct SubcontractorBreach {
  Varying<PerYear> rate;           //!< cases in the whole programme
  Varying<Seconds> window;         //!< how long the copying goes on
  Varying<Seconds> visit;          //!< time between two copyings within the window
  Varying<Probability> share;      //!< of the photos found, copied
  Varying<Probability> encrypted;  //!< the device copied from is encrypted: nothing is read
};

/// An officer's device is lost or stolen.
struct DeviceBreach {
  Varying<PerYear> rate;           //!< a device
  Varying<Probability> encrypted;  //!< its cache cannot be read
};

/// Somebody with access takes photos.
struct InsiderBreach {
  Varying<PerYear> rate;       //!< a person with access
  Varying<Probability> share;  //!< of the photos that the person can reach
};

/// An account's credentials are stolen and used until that is found out.
struct CredentialsBreach {
  Varying<PerYear> rate;       //!< an account
  Varying<Probability> daily;  //!< of the photos that the account can reach, taken a day
  Varying<Seconds> detection;  //!< until the account is closed
};

/// Photos that come into the same places from elsewhere: cameras over the lanes of a port.
struct ElsewhereFlow {
  Varying<Count> vehicles;        //!< a day, both ways
  Varying<Probability> equipped;  //!< share of them in lanes with cameras
  Varying<Count> occupants;       //!< of a vehicle
  Varying<Probability> captured;  //!< share of occupants whose photo is kept
  Varying<Probability> plate;     //!< share of these vehicles whose plate's photo is kept
  Varying<Probability> citizens;  //!< share of the occupants
  Varying<Count> people;          //!< who ever pass there
};

struct Exposure {
  Varying<Seconds> horizon;      //!< how far the ledger looks ahead
  Varying<Count> flow_growth;    //!< photos of a year, relative to the year before
  Varying<Count> access_growth;  //!< people with access, likewise
  std::array<Varying<Seconds>, kHolders - 1> retention;  //!< by kOtherHolderNames
  std::array<Varying<Count>, kCopySystems> copy_weight;  //!< how storage.copies divide
  std::array<Varying<Seconds>, kCopySystems> copy_delay;
  Varying<Probability> copies_deleted;   //!< a copy goes when the store's photo goes
  Varying<Probability> deletion_fails;   //!< at the end of a retention
  Varying<Probability> cleaned_up;       //!< what failed to be deleted is found
  Varying<Seconds> cleanup_delay;        //!< so long after; the rest stays for ever
  Varying<PerYear> requests;             //!< for access or correction, a photo in the store
  Varying<Probability> request_granted;  //!< and the photo is deleted
  Varying<Seconds> request_time;         //!< photos younger than this are not deleted by request
  std::array<Varying<Count>, kOtherRoles> people;
  SubcontractorBreach subcontractor;
  DeviceBreach device;
  InsiderBreach insider;
  CredentialsBreach credentials;
  ElsewhereFlow elsewhere;
  Varying<Count> unevenness;            //!< how unequally often people are photographed: 1 / shape
  Varying<Seconds> shortest_retention;  //!< with which the attribution compares
};

}  // namespace fieldtwin
