#include "scenarios/registry_entries.hpp"

namespace fieldtwin::entries {

void add_outcome_parameters(std::vector<Parameter>& out) {
  using enum Drawn;
  const Bounds agents{Dimension::kCount, 0.0, 1e5, Whole::kYes};
  out.insert(
      out.end(),
      {
          number("policy.documents_honoured", kShare, kEncounter, "99 %",
                 FIELDTWIN_AT(policy.documents_honoured),
                 "Probability that an officer lets proof of status outrank \"contact ICE\"."),
          number("policy.holds_without_call", kShare, kEncounter, "95 %",
                 FIELDTWIN_AT(policy.holds_without_call),
                 "Probability that an officer takes \"contact ICE\" for \"detain\" and does not "
                 "call."),
          number(
              "policy.releases_without_call", kShare, kEncounter, "95 %",
              FIELDTWIN_AT(policy.releases_without_call),
              "Probability that an officer who is told to contact ICE lets the person go instead."),
          number("policy.stop_limit", kTime, kReplication, "1 min", FIELDTWIN_AT(policy.stop_limit),
                 "Longest a stop may last without a basis to hold, if its own business takes no "
                 "longer."),
          number("policy.releases_at_limit", kShare, kEncounter, "100 %",
                 FIELDTWIN_AT(policy.releases_at_limit),
                 "Probability that an officer who waits for ICE lets the person go when the limit "
                 "comes."),
          number("policy.holds_unanswered", kShare, kEncounter, "99 %",
                 FIELDTWIN_AT(policy.holds_unanswered),
                 "Probability that an officer who could not reach ICE holds the person."),
          number("policy.when_silent.hold", kShare, kEncounter, "90 %",
                 FIELDTWIN_AT(policy.when_silent.hold),
                 "Share of officers who keep the person until the stop's limit when the system is "
                 "silent (no sign-in, no network or no answer in time), and then let go."),
          number("policy.when_silent.retry", kShare, kEncounter, "90 %",
                 FIELDTWIN_AT(policy.when_silent.retry),
                 "Share of officers who then try again until the stop's limit."),
          number("policy.when_silent.call", kShare, kEncounter, "90 %",
                 FIELDTWIN_AT(policy.when_silent.call),
                 "Share of officers who then call ICE with what the person shows and says. The "
                 "others let the person go."),
          number("policy.when_silent.retry_pause", kTime, kEncounter, "10 min",
                 FIELDTWIN_AT(policy.when_silent.retry_pause),
                 "Pause before trying again."),

          number("ice.agents_day", agents, kReplication, "1", FIELDTWIN_AT(ice.agents_day),
                 "Agents on the telephone from 08:00 to 16:00 Eastern time."),
          number("ice.agents_evening", agents, kReplication, "1", FIELDTWIN_AT(ice.agents_evening),
                 "Agents on the telephone from 16:00 to 24:00 Eastern time."),
          number("ice.agents_night", agents, kReplication, "1", FIELDTWIN_AT(ice.agents_night),
                 "Agents on the telephone from 00:00 to 08:00 Eastern time."),
          choice("ice.queue_order", {"first_come", "officers_first"}, "officers_first",
                 FIELDTWIN_AT(ice.queue_order),
                 "first_come: all calls in one queue. officers_first: calls about a scan go before "
                 "others."),
          number("ice.other_calls_per_day", kNumber, kReplication, "9000",
                 FIELDTWIN_AT(ice.other_calls_per_day),
                 "Calls a day that have nothing to do with the app."),
          number("ice.other_handle_time", kTime, kEncounter, "3 h",
                 FIELDTWIN_AT(ice.other_handle_time),
                 "How long an agent is busy with such a call."),
          number("ice.handle_time", kTime, kEncounter, "4 h", FIELDTWIN_AT(ice.handle_time),
                 "How long an agent is busy with a call about a scan."),
          number("ice.claim", kShare, kEncounter, "100 %", FIELDTWIN_AT(ice.claim),
                 "Probability that a call about a US citizen brings a claim of citizenship that "
                 "must be "
                 "researched."),
          number("ice.claim_time", kTime, kEncounter, "20 h", FIELDTWIN_AT(ice.claim_time),
                 "Additional time to research a claim of citizenship."),
          number("ice.patience", kTime, kEncounter, "1 s", FIELDTWIN_AT(ice.patience),
                 "How long a caller waits before hanging up."),
          number("ice.retry", kShare, kEncounter, "0 %", FIELDTWIN_AT(ice.retry),
                 "Probability that an officer who hung up calls again."),
          number("ice.retry_delay", kTime, kEncounter, "2 h", FIELDTWIN_AT(ice.retry_delay),
                 "Pause before calling again."),
          number("ice.calls", kPositive, kReplication, "1", FIELDTWIN_AT(ice.calls),
                 "Calls in all before an officer gives up."),
          number("ice.false_accept", kShare, kEncounter, "99 %", FIELDTWIN_AT(ice.false_accept),
                 "Probability that the agent takes another person's photo for the person's own."),
          number("ice.false_reject", kShare, kEncounter, "99 %", FIELDTWIN_AT(ice.false_reject),
                 "Probability that the agent takes the person's own photo for another's."),
          number("ice.wrong_reference", kShare, kEncounter, "90 %",
                 FIELDTWIN_AT(ice.wrong_reference),
                 "Probability that the agent calls up another person's search by the reference "
                 "number, unnoticed."),
          number("ice.finds_standing", kShare, kEncounter, "0 %", FIELDTWIN_AT(ice.finds_standing),
                 "Probability that the agent sees that a wrong or outdated record is wrong."),

          number("custody.transport", kTime, kEncounter, "20 h", FIELDTWIN_AT(custody.transport),
                 "From the decision to hold to the arrival at the jail."),
          number("custody.booking", kTime, kEncounter, "20 h", FIELDTWIN_AT(custody.booking),
                 "Booking, with fingerprints."),
          number("custody.fingerprints_correct", kShare, kEncounter, "0 %",
                 FIELDTWIN_AT(custody.fingerprints_correct),
                 "Probability that the fingerprints show a false match for what it is."),
          number("custody.wrongful_hold", kTime, kEncounter, "40 d",
                 FIELDTWIN_AT(custody.wrongful_hold),
                 "From booking to release when a hold is wrongful and the fingerprints did not end "
                 "it."),
          number("custody.release_unentered", kShare, kEncounter, "99 %",
                 FIELDTWIN_AT(custody.release_unentered),
                 "Probability that the release after a mistake is not entered when it is due."),
          number("custody.unentered_delay", kTime, kEncounter, "30 d",
                 FIELDTWIN_AT(custody.unentered_delay),
                 "How much longer the person then stays in."),
          number("custody.correction_unentered", kShare, kEncounter, "99 %",
                 FIELDTWIN_AT(custody.correction_unentered),
                 "Probability that the correction is not entered after a mistake, so that the "
                 "record stays wrong."),
          number("custody.lawful_hold", kTime, kEncounter, "1 min",
                 FIELDTWIN_AT(custody.lawful_hold), "From booking to the transfer to ICE."),
          number("custody.detainer_limit", kTime, kReplication, "30 min",
                 FIELDTWIN_AT(custody.detainer_limit),
                 "Longest a local jail holds a person for ICE after booking; a wrongful hold that "
                 "lasts "
                 "longer goes on in federal custody."),

          number("storage.stored", kShare, kEncounter, "5 %", FIELDTWIN_AT(storage.stored),
                 "Share of the submitted photos that are kept."),
          number("storage.retention_match", kTime, kReplication, "1 d",
                 FIELDTWIN_AT(storage.retention_match),
                 "How long the photo of a person whom the gallery returned is kept."),
          number("storage.retention_no_match", kTime, kReplication, "1 d",
                 FIELDTWIN_AT(storage.retention_no_match),
                 "How long the photo of a person whom the gallery did not return is kept."),
          number("storage.copies", kNumber, kReplication, "40", FIELDTWIN_AT(storage.copies),
                 "Copies of each kept photo in other systems."),
          number("storage.people_with_access", kNumber, kReplication, "90000",
                 FIELDTWIN_AT(storage.people_with_access),
                 "People who can see the photos, beside the officers with the app and the agents."),
          number("storage.breach_rate", kHazard, kReplication, "40 /year",
                 FIELDTWIN_AT(storage.breach_rate), "Breaches of the store, a year."),
          number("storage.breach_share", kShare, kEncounter, "100 %",
                 FIELDTWIN_AT(storage.breach_share),
                 "Share of the photos held that is taken in a breach."),
      });
}

}  // namespace fieldtwin::entries
