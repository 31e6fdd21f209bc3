#pragma once
/// A scenario as the model sees it: plain, validated structs. How it is written in a file is the
/// business of `scenarios/reader`; what each field means to a user stands in `scenarios/registry`.
///
/// There are no default values here: every value comes from a scenario file, with its source.

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/errors.hpp"
#include "scenarios/exposure.hpp"
#include "scenarios/fault.hpp"
#include "scenarios/groups.hpp"
#include "scenarios/port.hpp"
#include "scenarios/safeguards.hpp"
#include "scenarios/system_kind.hpp"
#include "scenarios/system_parameters.hpp"
#include "scenarios/tables.hpp"
#include "sim/quantities.hpp"
#include "sim/random/distribution.hpp"

namespace fieldtwin {

using Date = std::chrono::year_month_day;

/// What is simulated: whole days from midnight Eastern time.
struct SimulatedPeriod {
  Date start;           //!< first day
  Varying<Count> days;  //!< number of days
};

enum class Growth {
  kNone,        //!< as many officers at the end of the period as at its start
  kAgreements,  //!< each month as many more as there are more agreements in force
  kWaves,       //!< by the table of training waves
  kDoubling,    //!< each month more, twice as many after each doubling time
};

/// The 287(g) Task Force Model programme: who has been trained, and where.
struct Programme {
  Varying<Count> officers_trained;    //!< officers with Task Force Model credentials, nationwide,
                                      //!< when the period starts
  Growth growth;                      //!< in the course of the period
  Varying<Seconds> doubling_time;     //!< of the number of officers, where it doubles
  Varying<Probability> sworn_weight;  //!< weight of sworn strength, against the number of
                                      //!< agreements, in splitting the officers over the states
  std::vector<std::string> states;    //!< postal codes to keep; empty: all with an agreement
};

/// Officers' working days.
struct Officers {
  Varying<Probability> on_duty;  //!< share of officers who work a shift on a given day
  Varying<Seconds> shift_start;  //!< local time of day at which a shift starts
  Varying<Seconds> shift_length;
};

/// Stops, and who among the stopped is scanned.
struct Encounters {
  Varying<Count> stops_per_shift;        //!< people stopped, an officer and shift
  std::array<double, 24> daily_curve;    //!< relative frequency of stops by local hour
  Varying<Probability> scan_with_id;     //!< share scanned of people who show an ID
  Varying<Probability> scan_without_id;  //!< share scanned of people who show none
  std::array<Varying<Count>, kEthnicities>
      relative_rate;             //!< how often a person is stopped, by group
  Varying<Seconds> stop_length;  //!< how long the stop lasts without a scan
};

/// The resident population.
struct People {
  Varying<Count> minimum_age;                                  //!< youngest person stopped [years]
  std::array<Varying<Count>, kEthnicities> foreign_born_odds;  //!< odds of being foreign-born, by
                                                               //!< group, relative to the state's
  std::array<Varying<Count>, kForeignBornStatuses> status_weight;  //!< status of the foreign-born
  std::array<Varying<Probability>, kStandings> carries_id;         //!< has a photo ID at hand
  std::array<Varying<Probability>, kStandings> carries_proof;      //!< has proof of status at hand
  Varying<Probability> twin;                                       //!< has an identical twin
  Varying<Probability> close_relative;  //!< has a parent, sibling or child who looks alike
};

/// What federal records hold about people.
struct Records {
  std::array<Varying<Probability>, kStatuses> enrolled;  //!< has a photo in the gallery
  std::array<Varying<Probability>, kStatuses> wrong;     //!< the record shows the wrong standing
  /// How a wrong record came to be wrong: weights, by RecordFault after kNone.
  std::array<Varying<Count>, kRecordFaults> wrong_kind;
  Varying<Probability> removable_share;  //!< share of the gallery's records that show no status
};

/// The gallery that is searched.
struct Gallery {
  Varying<Count> people;  //!< people enrolled
  Varying<Count> images_per_person;
  Varying<Probability> image_correlation;  //!< 1: a person's images err together, 0: independently
};

enum class ThresholdPolicy {
  kFixedFpir,  //!< the threshold is re-set for the gallery's size: FPIR stays what was chosen
  kFrozen,     //!< the threshold is the one of the anchor's gallery: FPIR grows with the gallery
};

/// What a search compares (docs/matcher.md, "In the encounter").
enum class MatcherFidelity {
  kScore,     //!< scores are drawn from calibrated distributions: galleries of any size
  kTemplate,  //!< templates are drawn from a model of the image matcher's, and searched for
  kImage,     //!< pictures are rendered, faces found in them, templates made and searched for
};

/// How much work goes into a template of the image matcher.
enum class TemplateEffort {
  kFast,
  kAccurate,  //!< the mean of the templates of the face and of its mirror image
};

/// The matcher, and its accuracy where that is anchored on published tests.
struct MatcherParameters {
  MatcherFidelity fidelity;
  Varying<Count> distance;  //!< farthest apart (L2) that two templates may lie to be called one
                            //!< person's; where templates are compared
  TemplateEffort effort;
  Varying<Count> accurate_time;  //!< the service's extraction time with kAccurate, of that with
                                 //!< kFast
  std::string anchor;  //!< a name from the table of anchors
  ThresholdPolicy threshold;
  GroupThresholds group_thresholds;
  Varying<Probability> fpir;     //!< false positive identification rate at the threshold
  Varying<Count> female_factor;  //!< false matches of women, relative to men
  std::array<Varying<Count>, kEthnicities> ethnicity_factor;  //!< the same, relative to white
  Varying<Count> false_match_scale;     //!< false matches relative to what the threshold gives
  Varying<Count> miss_scale;            //!< missed matches relative to the anchor's
  Varying<Probability> twin_match;      //!< an enrolled twin scores above the threshold
  Varying<Probability> relative_match;  //!< an enrolled close relative does
  Varying<Count> quality_factor;  //!< FNIR at the worst capture quality relative to the middle one
};

/// Officers' devices, and the app on them.
struct Devices {
  Varying<Probability> android;       //!< share of officers whose duty phone is an Android phone
  Date android_from;                  //!< the app appears on Google Play
  std::optional<Date> android_until;  //!< and is withdrawn
  std::optional<Date> ios_from;       //!< the app appears for the iPhone
  Varying<Seconds> install_delay;     //!< from release (or training) to installation
  Varying<Probability> fault;         //!< the device or the app does not work when wanted
};

/// Signing in through the identity provider (Login.gov).
struct SignIn {
  Varying<Seconds> idle_limit;   //!< the session ends after this long without use
  Varying<Seconds> total_limit;  //!< and after this long in any case
  Varying<Seconds> duration;     //!< a fresh sign-in with a second factor
  Varying<Probability> failure;  //!< an attempt fails (wrong code, time-out)
  Varying<Count> attempts;       //!< attempts before the officer gives up
  Varying<Seconds> retry_delay;
  Varying<Probability> availability;
  Varying<Seconds> outage_length;
};

/// How a picture turns out in the street, where pictures are rendered. Limits: what is drawn for a
/// picture is uniform up to them, unless said otherwise.
struct PictureParameters {
  Varying<Count> yaw;             //!< the head is turned to either side [degrees]
  Varying<Count> light;           //!< the main light is to either side of the camera [degrees]
  Varying<Probability> backlit;   //!< the light is mostly behind the person
  Varying<Count> blur;            //!< standard deviation of the blur [pixels]
  Varying<Count> shake;           //!< how far the hand moves [pixels]
  Varying<Count> noise;           //!< standard deviation [of 255 levels]
  Varying<Count> jpeg_quality;    //!< the lowest; up to 92
  Varying<Count> distance;        //!< of the camera, the greatest [m]: beyond 2 the face is smaller
  Varying<Probability> occluded;  //!< hair hangs over the eyes, in a share of the encounters
  Varying<Probability> glasses;   //!< of those who wear glasses, who keep them on
};

/// Taking the photo.
struct Capture {
  PictureParameters picture;
  Varying<Probability>
      impossible;                //!< no usable face whatever is tried (refusal, light, occlusion)
  Varying<Probability> usable;   //!< an attempt passes the face-presence check otherwise
  Varying<Count> attempts;       //!< attempts before the officer gives up
  Varying<Seconds> duration;     //!< of an attempt
  Varying<Probability> quality;  //!< of a usable photo: 0 worst, 1 best
  Varying<Bytes> image_size;
  Varying<Probability> several_faces;   //!< the frame holds more faces than the person's
  Varying<Probability> wrong_face;      //!< and the app takes another than the person's
  Varying<Probability> spoofed;         //!< a picture is held up instead of the face
  Varying<Probability> spoof_detected;  //!< and the face-presence check sees it
};

enum class NetworkFidelity {
  kFlow,   //!< transfers share the links' capacity, max-min fair
  kDelay,  //!< each transfer takes its own size / rate + latency, alone
};

/// The way from the device to the service and back.
struct NetworkParameters {
  NetworkFidelity fidelity;
  std::array<Varying<Probability>, kAreas> no_coverage;  //!< no signal where the stop is made
  std::array<Varying<BitsPerSecond>, kAreas> uplink;     //!< rate of one device, alone
  std::array<Varying<Seconds>, kAreas> latency;          //!< one way, device to service
  Varying<BitsPerSecond> cell_capacity;  //!< capacity for this traffic per 100,000 residents
  Varying<Probability> loss;             //!< a transfer breaks off half-way
  Varying<Seconds> timeout;              //!< a request is given up after this long
  Varying<Count> attempts;               //!< requests before the officer gives up
  Varying<Seconds> retry_delay;
  Varying<Bytes> answer_size;
};

/// A pool of servers with one queue, first come first served.
struct ServerPool {
  Varying<Count> servers;
  Varying<Seconds> time;  //!< of one job on one server
};

enum class NoMatchAnswer { kNoAction, kContactIce };

/// The federal matching service.
struct Service {
  Varying<Probability> availability;
  Varying<Seconds> outage_length;
  ServerPool gateway;
  ServerPool extraction;          //!< photo to template
  ServerPool search;              //!< template to candidate list
  NoMatchAnswer no_match_answer;  //!< what the app says when the gallery returns nobody
};

/// What officers do when the system is silent: no sign-in, no network, or no answer in time. The
/// shares add up to 1 at most; the others let the person go.
struct WhenSilent {
  Varying<Probability> hold;   //!< keep the person until the stop's limit, then let go
  Varying<Probability> retry;  //!< try again until the stop's limit
  Varying<Probability> call;   //!< call ICE with nothing but what the person shows and says
  Varying<Seconds> retry_pause;
};

/// What officers do with the answer.
struct Policy {
  Varying<Probability> documents_honoured;  //!< proof of status outranks "contact ICE"
  Varying<Probability> holds_without_call;  //!< reads "contact ICE" as "detain"
  Varying<Probability> releases_without_call;
  Varying<Seconds> stop_limit;             //!< longest stop without a basis to hold
  Varying<Probability> releases_at_limit;  //!< lets the person go when the limit comes
  Varying<Probability> holds_unanswered;   //!< holds when ICE cannot be reached
  WhenSilent when_silent;
};

enum class QueueOrder { kFirstCome, kOfficersFirst };

/// The ICE call centre that officers reach with the reference number.
struct IceDeskParameters {
  Varying<Count> agents_day;      //!< agents on shift 08:00 to 16:00, Eastern time
  Varying<Count> agents_evening;  //!< 16:00 to 24:00
  Varying<Count> agents_night;    //!< 00:00 to 08:00
  QueueOrder queue_order;
  Varying<Count> other_calls_per_day;  //!< calls that have nothing to do with the app
  Varying<Seconds> other_handle_time;
  Varying<Seconds> handle_time;  //!< of an officer's call
  Varying<Probability> claim;    //!< a citizen's claim that needs research
  Varying<Seconds> claim_time;   //!< which takes this long in addition
  Varying<Seconds> patience;     //!< how long a caller waits
  Varying<Probability> retry;    //!< a caller who hung up tries again
  Varying<Seconds> retry_delay;
  Varying<Count> calls;                  //!< calls in all before the officer gives up
  Varying<Probability> false_accept;     //!< takes another person's photo for the person's
  Varying<Probability> false_reject;     //!< takes the person's own photo for another's
  Varying<Probability> wrong_reference;  //!< calls up another search than the officer's
  Varying<Probability> finds_standing;   //!< sees that the record is wrong or outdated
};

/// Arrest, booking and what follows.
struct CustodyParameters {
  Varying<Seconds> transport;
  Varying<Seconds> booking;
  Varying<Probability> fingerprints_correct;  //!< fingerprints show that the match was false
  Varying<Seconds> wrongful_hold;             //!< until the mistake is found, after booking
  Varying<Probability> release_unentered;     //!< the release is not entered when it is due
  Varying<Seconds> unentered_delay;           //!< how much longer the person then stays
  Varying<Probability> correction_unentered;  //!< the record stays wrong after the release
  Varying<Seconds> lawful_hold;               //!< until ICE takes over, after booking
  Varying<Seconds> detainer_limit;            //!< longest local hold for ICE
};

/// What happens to the photos.
struct Storage {
  Varying<Probability> stored;  //!< share of submitted photos that are kept
  Varying<Seconds> retention_match;
  Varying<Seconds> retention_no_match;
  Varying<Count> copies;              //!< copies in other systems, per photo
  Varying<Count> people_with_access;  //!< beside the officers and the agents
  Varying<PerYear> breach_rate;       //!< incidents
  Varying<Probability> breach_share;  //!< of the records held, taken in an incident
};

/// From a time on a parameter has another value.
struct ParameterChange {
  Seconds at;         //!< since the start of the period
  std::string path;   //!< of the parameter
  std::string value;  //!< as in a scenario file
};

struct Scenario;

/// What the scenario is from a time on, until the next epoch.
struct Epoch {
  Seconds from;
  std::shared_ptr<const Scenario> scenario;
};

/// How the scenario is run when the command line says nothing else.
struct RunDefaults {
  Varying<Count> replications;
};

struct Scenario {
  std::string name;  //!< the file's name without its ending
  std::string title;
  std::string question;  //!< what it answers, one sentence
  std::string description;

  SystemKind system;  //!< of the field: whose officers these are, and with what
  RunDefaults run;
  SimulatedPeriod period;
  Programme programme;
  Officers officers;
  Encounters encounters;
  People people;
  Records records;
  Gallery gallery;
  MatcherParameters matcher;
  Devices devices;
  SignIn sign_in;
  Capture capture;
  NetworkParameters network;
  Service service;
  Policy policy;
  IceDeskParameters ice;
  CustodyParameters custody;
  Storage storage;
  Safeguards safeguards;
  Exposure exposure;
  Errors errors;
  Training training;          //!< Mobile Identify alone
  Fingerprints fingerprints;  //!< Mobile Fortify and jails
  FortifyPolicy fortify;      //!< Mobile Fortify alone
  Jail jail;                  //!< jails alone
  PortParameters port;        //!< TVS alone
  std::vector<Fault> faults;
  std::vector<ParameterChange> changes;  //!< in the order of time
  std::vector<Epoch> epochs;             //!< what follows from them

  /// Other scenarios whose fields are in the same world (scenarios/together.hpp).
  std::vector<std::shared_ptr<const Scenario>> partners;

  TableFiles table_files;  //!< as named in the scenario
  Tables tables;           //!< as read
};

}  // namespace fieldtwin
