#include "scenarios/registry_entries.hpp"

namespace fieldtwin::entries {

void add_safeguard_parameters(std::vector<Parameter>& out) {
  using enum Drawn;
  out.insert(
      out.end(),
      {
          number("safeguards.opt_out.share", kShare, kEncounter, "80 %",
                 FIELDTWIN_AT(safeguards.opt_out.share),
                 "Probability that a citizen who is about to be scanned declines, and shows papers "
                 "instead; 0 %: nobody is asked."),
          number("safeguards.opt_out.check", kTime, kEncounter, "40 min",
                 FIELDTWIN_AT(safeguards.opt_out.check),
                 "How long the officer then looks at papers."),

          number("safeguards.human_check.share", kShare, kEncounter, "100 %",
                 FIELDTWIN_AT(safeguards.human_check.share),
                 "Share of answers at which a reviewer looks before the officer is told to contact "
                 "ICE; 0 %: none."),
          number("safeguards.human_check.time", kTime, kEncounter, "40 min",
                 FIELDTWIN_AT(safeguards.human_check.time),
                 "From the search to the reviewer's word, with the wait for a reviewer."),
          number("safeguards.human_check.false_accept", kShare, kEncounter, "100 %",
                 FIELDTWIN_AT(safeguards.human_check.false_accept),
                 "Probability that the reviewer takes another person's photo for the person's own."),
          number("safeguards.human_check.false_reject", kShare, kEncounter, "90 %",
                 FIELDTWIN_AT(safeguards.human_check.false_reject),
                 "Probability that the reviewer takes the person's own photo for another's."),

          number("safeguards.minimum_quality", kShare, kReplication, "70 %",
                 FIELDTWIN_AT(safeguards.minimum_quality),
                 "Quality below which the app asks for another photo; 0 %: it never does."),

          choice("safeguards.two_photos.rule", {"none", "must_agree"}, "must_agree",
                 FIELDTWIN_AT(safeguards.two_photos.rule),
                 "none: one photo. must_agree: two photos are taken, sent and searched for, and the "
                 "officer is told to contact ICE only if both return the same candidate."),
          number("safeguards.two_photos.same_stranger", kShare, kEncounter, "0 %",
                 FIELDTWIN_AT(safeguards.two_photos.same_stranger),
                 "Probability that a stranger who is returned for the first photo is returned for "
                 "the second."),

          choice("safeguards.group_thresholds", {"one", "equalised"}, "equalised",
                 FIELDTWIN_AT(matcher.group_thresholds),
                 "one: the same threshold for everybody. equalised: a threshold for each group by "
                 "ethnicity and sex, so that all have the same false match rate."),

          number("safeguards.audit.share", kShare, kReplication, "60 %",
                 FIELDTWIN_AT(safeguards.audit.share),
                 "Share of the scans that a supervisor reviews afterwards."),
          number("safeguards.audit.effect", kShare, kReplication, "100 %",
                 FIELDTWIN_AT(safeguards.audit.effect),
                 "Share of an officer's errors that the certainty of a review prevents; a share of "
                 "reviews prevents so much of it."),
          number("safeguards.audit.time", kTime, kEncounter, "3 h",
                 FIELDTWIN_AT(safeguards.audit.time), "Supervisor's time for one review."),

          number("safeguards.refresher.share", kShare, kReplication, "90 %",
                 FIELDTWIN_AT(safeguards.refresher.share),
                 "Share of the officers who are up to date with refresher training."),
          number("safeguards.refresher.effect", kShare, kReplication, "100 %",
                 FIELDTWIN_AT(safeguards.refresher.effect),
                 "Share of an officer's errors that refresher training prevents: papers set aside, "
                 "holds without a call or without an answer, and waits beyond the limit."),
      });
}

}  // namespace fieldtwin::entries
