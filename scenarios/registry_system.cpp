#include "scenarios/registry_entries.hpp"

namespace fieldtwin::entries {

void add_system_parameters(std::vector<Parameter>& out) {
  using enum Drawn;
  const Bounds availability{Dimension::kShare, 0.001, 1.0};
  const Bounds servers{Dimension::kCount, 1.0, 1e6, Whole::kYes};
  out.insert(
      out.end(),
      {
          number("sign_in.idle_limit", kTime, kReplication, "1 s", FIELDTWIN_AT(sign_in.idle_limit),
                 "A session ends after this long without use."),
          number("sign_in.total_limit", kTime, kReplication, "1 s",
                 FIELDTWIN_AT(sign_in.total_limit), "A session ends after this long in any case."),
          number("sign_in.duration", kTime, kEncounter, "5 min", FIELDTWIN_AT(sign_in.duration),
                 "Time of a fresh sign-in with a second factor."),
          number("sign_in.failure", kShare, kEncounter, "60 %", FIELDTWIN_AT(sign_in.failure),
                 "Probability that an attempt to sign in fails while the identity provider works."),
          number("sign_in.attempts", kPositive, kReplication, "1", FIELDTWIN_AT(sign_in.attempts),
                 "Attempts before the officer gives up."),
          number("sign_in.retry_delay", kTime, kEncounter, "10 min",
                 FIELDTWIN_AT(sign_in.retry_delay), "Pause before another attempt."),
          number("sign_in.availability", availability, kReplication, "30 %",
                 FIELDTWIN_AT(sign_in.availability),
                 "Share of the time in which the identity provider works."),
          number("sign_in.outage_length", kPositiveTime, kReplication, "40 h",
                 FIELDTWIN_AT(sign_in.outage_length),
                 "Mean length of an outage of the identity provider; outages are exponential."),

          choice(
              "network.fidelity", {"flow", "delay"}, "delay", FIELDTWIN_AT(network.fidelity),
              "flow: transfers share the capacity of the device's link and of the state's cells. "
              "delay: each takes its size over its own rate, plus latency."),
      });
  numbers(out, "network.no_coverage", kAreaNames, kShare, kEncounter, "70 %",
          FIELDTWIN_AT(network.no_coverage),
          "Probability that there is no signal where the stop is made");
  numbers(out, "network.uplink", kAreaNames, kRate, kEncounter, "60 kbit/s",
          FIELDTWIN_AT(network.uplink), "Uplink rate of one device when nobody else uses the cell");
  numbers(out, "network.latency", kAreaNames, kTime, kEncounter, "2 s",
          FIELDTWIN_AT(network.latency), "One-way delay between the device and the service");
  out.insert(
      out.end(),
      {
          number("network.cell_capacity", kRate, kReplication, "2 kbit/s",
                 FIELDTWIN_AT(network.cell_capacity),
                 "Capacity that a state's cells have for this traffic, per 100,000 residents; "
                 "split into "
                 "urban and rural by where people live."),
          number("network.loss", kShare, kEncounter, "70 %", FIELDTWIN_AT(network.loss),
                 "Probability that a transfer breaks off half-way."),
          number("network.timeout", kPositiveTime, kReplication, "1 s",
                 FIELDTWIN_AT(network.timeout),
                 "Time after which the app gives a request up, from the start of the upload to the "
                 "answer."),
          number("network.attempts", kPositive, kReplication, "1", FIELDTWIN_AT(network.attempts),
                 "Requests that the app makes before it reports a failure."),
          number("network.retry_delay", kTime, kEncounter, "10 min",
                 FIELDTWIN_AT(network.retry_delay), "Pause before the app tries again."),
          number("network.answer_size", kSize, kEncounter, "1 MB",
                 FIELDTWIN_AT(network.answer_size), "Size of the answer."),

          number("service.availability", availability, kReplication, "30 %",
                 FIELDTWIN_AT(service.availability),
                 "Share of the time in which the matching service works."),
          number("service.outage_length", kPositiveTime, kReplication, "40 h",
                 FIELDTWIN_AT(service.outage_length),
                 "Mean length of an outage of the matching service; outages are exponential."),
          number("service.gateway.servers", servers, kReplication, "1",
                 FIELDTWIN_AT(service.gateway.servers), "Servers of the gateway."),
          number("service.gateway.time", kTime, kEncounter, "5 s",
                 FIELDTWIN_AT(service.gateway.time), "Time of one request at the gateway."),
          number("service.extraction.servers", servers, kReplication, "1",
                 FIELDTWIN_AT(service.extraction.servers),
                 "Servers that turn photos into templates."),
          number("service.extraction.time", kTime, kEncounter, "8 s",
                 FIELDTWIN_AT(service.extraction.time), "Time to turn a photo into a template."),
          number("service.search.servers", servers, kReplication, "1",
                 FIELDTWIN_AT(service.search.servers),
                 "Searches of the gallery that run at a time."),
          number("service.search.time", kTime, kEncounter, "10 s",
                 FIELDTWIN_AT(service.search.time), "Time of one search of the whole gallery."),
          choice("service.no_match_answer", {"no_action", "contact_ice"}, "contact_ice",
                 FIELDTWIN_AT(service.no_match_answer),
                 "What the app tells the officer when the gallery returns nobody."),
      });
}

}  // namespace fieldtwin::entries
