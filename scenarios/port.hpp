#pragma once
/// Ports: where CBP's Traveler Verification Service (TVS) compares travellers with the photos of
/// those who are expected. Part of scenarios/scenario.hpp.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "scenarios/groups.hpp"
#include "sim/quantities.hpp"
#include "sim/random/distribution.hpp"

namespace fieldtwin {

/// The light at a camera, which changes what it can see.
enum class Light { kGood, kPoor };
inline constexpr std::array<std::string_view, 2> kLightNames{"good", "poor"};

/// From the manifests (APIS) to the gallery.
struct PortManifest {
  Varying<Probability> missing;        //!< a traveller is not on it
  Varying<Probability> stale;          //!< of a flight: it was read before it was complete
  Varying<Probability> stale_missing;  //!< and then so many more travellers are not on it
  std::array<Varying<Probability>, kStandings>
      no_photo;  //!< the government holds no photo of a traveller on it
  std::array<Varying<Count>, kStandings> photo_age;  //!< of the one that it holds [years]
  Varying<Count> others;  //!< people in a gate's gallery who are not on the flight's manifest
};

/// What is set for the matcher at ports; the rest is the scenario's own matcher.
struct PortMatcher {
  std::string anchor;
  Varying<Probability> fpir;
  Varying<Count> set_for;  //!< size of the gallery that the threshold was set for; 0: for each
  Varying<Count> ageing;   //!< misses at a photo of ten years relative to a new one
  Varying<Seconds> search_time;
};

/// A boarding, from its start to the closing of the doors.
struct PortBoarding {
  Varying<Seconds> window;
  Varying<Probability> delayed;     //!< share of flights that board in a hurry
  Varying<Seconds> delayed_window;  //!< and have this long
  Varying<Probability> join;        //!< when a traveller joins the line, as a share of the window
  Varying<Count> lanes;             //!< of a gate, each with a camera
  Varying<Seconds> pass_time;       //!< to show a passport and a boarding pass
  Varying<Seconds> margin;          //!< cameras are skipped if boarding would end later than this
                                    //!< before the doors close
};

/// A line where travellers come all day: an airport's security line, a land or sea crossing.
struct PortCheckpoint {
  Varying<Count> travellers;  //!< a day, at each port
  Varying<Count> gallery;     //!< people expected there on the day
  Varying<Count> lanes;
  Varying<Count> longest_line;  //!< people in line beyond which cameras are skipped
};

struct PortStaff {
  Varying<Probability> absent;  //!< nobody is there to run the cameras, of a flight or an hour
  Varying<Count> officers;      //!< who check documents, at each gate or checkpoint
};

struct PortCamera {
  Varying<Probability> availability;
  Varying<Seconds> outage_length;
  Varying<Probability> excluded;               //!< travellers who cannot be photographed there
  Varying<Probability> poor_light;             //!< of a flight or an hour
  std::array<Varying<Probability>, 2> usable;  //!< an attempt gives a usable photo, by Light
  Varying<Count> attempts;
  Varying<Seconds> duration;     //!< of an attempt
  Varying<Probability> quality;  //!< of a usable photo: 0 worst, 1 best
};

/// Between the cameras and the service.
struct PortNetwork {
  Varying<Probability> availability;  //!< of a port's connection
  Varying<Seconds> outage_length;
  Varying<Seconds> latency;       //!< from the photo's departure to the service, and back
  Varying<Probability> loss;      //!< a request is lost
  Varying<Seconds> answer_limit;  //!< without an answer for so long, the line goes on
};

/// An officer looks at the passport.
struct PortDocuments {
  Varying<Seconds> time;
  Varying<Probability> carried;       //!< has them at hand
  Varying<Probability> false_reject;  //!< takes the traveller's own passport for another's
  Varying<Probability> false_accept;  //!< takes another's passport for the traveller's
};

struct PortSecondary {
  Varying<Probability> referred;  //!< a traveller whose record shows no status is sent there
  Varying<Seconds> time;
  Varying<Probability> finds_standing;  //!< the officer there sees that the record is wrong
};

struct PortRetention {
  Varying<Seconds> citizens;
  Varying<Seconds> working_copy;  //!< of others, in the service
  Varying<Seconds> enrolled;      //!< of others, in the federal store
};

/// What follows when the gallery returns nobody, or a record that shows no status.
enum class OnDoubt {
  kDocumentCheck,  //!< an officer looks at the documents
  kContactIce,     //!< the officer is told to contact ICE, as in the street
};

struct PortParameters {
  std::vector<std::string> states;  //!< a port in each
  Varying<Count> flights;           //!< a day, spread over the ports in turn
  std::array<double, 24> curve;     //!< relative frequency by local hour
  Varying<Count> travellers;        //!< of a flight
  std::array<Varying<Count>, kStatuses> status_weight;
  Varying<Probability> impostors;  //!< travellers with another's documents
  Varying<Probability> opt_out_citizens;
  Varying<Probability> opt_out_others;
  OnDoubt on_doubt;
  PortManifest manifest;
  PortMatcher matcher;
  PortBoarding boarding;
  PortCheckpoint checkpoint;
  PortStaff staff;
  PortCamera camera;
  PortNetwork network;
  PortDocuments documents;
  PortSecondary secondary;
  PortRetention retention;
};

}  // namespace fieldtwin
