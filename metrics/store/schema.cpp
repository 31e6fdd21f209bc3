#include "metrics/store/schema.hpp"

namespace fieldtwin {

const std::string_view kTables = R"sql(
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE state (state INTEGER PRIMARY KEY, postal TEXT NOT NULL);

CREATE TABLE amount (amount INTEGER PRIMARY KEY, name TEXT NOT NULL);

CREATE TABLE replication (
  replication INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  scans REAL NOT NULL
);

CREATE TABLE breakdown (
  replication INTEGER NOT NULL,
  dimension TEXT NOT NULL,
  sums TEXT NOT NULL,
  PRIMARY KEY (replication, dimension)
);

CREATE TABLE latency (
  replication INTEGER NOT NULL,
  state TEXT NOT NULL,
  stage TEXT NOT NULL,
  n INTEGER NOT NULL,
  sum_s REAL NOT NULL,
  sum_high INTEGER NOT NULL,
  sum_low INTEGER NOT NULL,
  buckets TEXT NOT NULL,
  PRIMARY KEY (replication, state, stage)
) WITHOUT ROWID;

CREATE TABLE desk_bins (replication INTEGER PRIMARY KEY, bins TEXT NOT NULL);

CREATE TABLE fault (
  replication INTEGER NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  from_s REAL NOT NULL,
  until_s REAL NOT NULL,
  requests REAL NOT NULL,
  turned_away REAL NOT NULL,
  sessions REAL NOT NULL,
  searches REAL NOT NULL,
  records_seen REAL NOT NULL,
  photos_stored REAL NOT NULL,
  PRIMARY KEY (replication, number)
) WITHOUT ROWID;

CREATE TABLE timeline (
  replication INTEGER NOT NULL,
  world TEXT NOT NULL,
  bin INTEGER NOT NULL,
  requests REAL NOT NULL,
  turned_away REAL NOT NULL,
  in_service_seconds REAL NOT NULL,
  desk_waiting_seconds REAL NOT NULL,
  scans REAL NOT NULL,
  failed REAL NOT NULL,
  answers REAL NOT NULL,
  answer_seconds REAL NOT NULL,
  calls REAL NOT NULL,
  ice_wait_seconds REAL NOT NULL,
  wrongful REAL NOT NULL,
  silent_held REAL NOT NULL,
  travellers REAL NOT NULL,
  not_found REAL NOT NULL,
  manual_checks REAL NOT NULL,
  unconfirmed REAL NOT NULL,
  crossing_seconds REAL NOT NULL,
  PRIMARY KEY (replication, world, bin)
) WITHOUT ROWID;

CREATE TABLE encounter (
  replication INTEGER NOT NULL,
  id INTEGER NOT NULL,
  officer INTEGER NOT NULL,
  system TEXT NOT NULL,
  state INTEGER NOT NULL,
  area TEXT NOT NULL,
  person INTEGER NOT NULL,
  ethnicity TEXT NOT NULL,
  sex TEXT NOT NULL,
  age INTEGER NOT NULL,
  status TEXT NOT NULL,
  enrolled INTEGER NOT NULL,
  stopped_s REAL NOT NULL,
  scan_began_s REAL NOT NULL,
  ended_s REAL NOT NULL,
  outcome TEXT NOT NULL,
  sign_in_s REAL,
  uplink_s REAL,
  match_s REAL,
  answer_s REAL,
  match_truth TEXT NOT NULL,
  app_answer TEXT NOT NULL,
  call_waits TEXT NOT NULL,
  calls_abandoned INTEGER NOT NULL,
  agent_reached INTEGER NOT NULL,
  prolonged INTEGER NOT NULL,
  prolonged_by_s REAL NOT NULL,
  hold_origin TEXT,
  hold_decision TEXT,
  hold_end TEXT,
  hold_length_s REAL,
  hold_federal INTEGER,
  wrongful_us_citizen INTEGER NOT NULL,
  wrongful_lawful_status INTEGER NOT NULL,
  wrongful_false_match INTEGER NOT NULL,
  wrongful_stale_record INTEGER NOT NULL,
  photo_stored INTEGER NOT NULL,
  retention_s REAL NOT NULL,
  steps TEXT NOT NULL,
  PRIMARY KEY (replication, id)
) WITHOUT ROWID;
)sql";

const std::string_view kViews = R"sql(
CREATE VIEW metric_mean AS
  SELECT name, count(*) AS replications, avg(value) AS mean, min(value) AS lowest,
         max(value) AS highest
  FROM metric GROUP BY name;

CREATE VIEW tally AS
  SELECT b.replication, b.dimension, k.key, a.name,
         CAST(json_extract(s.value, '$[1]') AS REAL) AS value
  FROM breakdown AS b, json_each(b.sums) AS k, json_each(k.value) AS s
  JOIN amount AS a ON a.amount = json_extract(s.value, '$[0]')
  WHERE b.dimension <> 'all';

CREATE VIEW metric AS
  SELECT b.replication, a.name, CAST(json_extract(s.value, '$[1]') AS REAL) AS value
  FROM breakdown AS b, json_each(b.sums) AS k, json_each(k.value) AS s
  JOIN amount AS a ON a.amount = json_extract(s.value, '$[0]')
  WHERE b.dimension = 'all';

CREATE VIEW wrongful_holds_by_group AS
  SELECT s.key AS ethnicity, sum(s.value) AS scans, coalesce(sum(w.value), 0.0) AS wrongful_holds,
         100000.0 * coalesce(sum(w.value), 0.0) / sum(s.value) AS per_100k_scans
  FROM tally AS s
  LEFT JOIN tally AS w
    ON w.replication = s.replication AND w.dimension = s.dimension AND w.key = s.key
       AND w.name = 'custody.wrongful.any.count'
  WHERE s.dimension = 'ethnicity' AND s.name = 'scans.total'
  GROUP BY s.key;

CREATE VIEW wrongful_holds_by_cause AS
  SELECT key AS cause_and_decision, sum(value) AS wrongful_holds
  FROM tally
  WHERE dimension = 'cause_and_decision' AND name = 'custody.wrongful.any.count'
  GROUP BY key;

CREATE VIEW cases AS
  SELECT replication, id, postal AS state, status, ethnicity, sex, age, hold_origin AS cause,
         hold_decision AS decision, hold_end, hold_length_s / 3600.0 AS hold_hours,
         wrongful_us_citizen, wrongful_lawful_status, wrongful_false_match, wrongful_stale_record,
         prolonged, prolonged_by_s / 60.0 AS prolonged_minutes
  FROM encounter LEFT JOIN state USING (state)
  WHERE wrongful_us_citizen OR wrongful_lawful_status OR wrongful_false_match
        OR wrongful_stale_record OR prolonged;

CREATE VIEW latency_buckets AS  -- bounds: LogLinearHistogram::Bucket; 67108864 is 2^26
  SELECT replication, state, stage,
         CASE bucket WHEN 0 THEN 0.0 ELSE
           (64 + (bucket - 1) % 64) * (1 << ((bucket - 1) / 64)) / 67108864.0 END AS low_s,
         (64 + bucket % 64) * (1 << (bucket / 64)) / 67108864.0 AS high_s, n
  FROM (SELECT l.replication, l.state, l.stage, json_extract(b.value, '$[0]') AS bucket,
               json_extract(b.value, '$[1]') AS n
        FROM latency AS l, json_each(l.buckets) AS b);

CREATE VIEW step AS
  SELECT e.replication, e.id AS encounter, s.key AS number,
         CAST(json_extract(s.value, '$[0]') AS REAL) AS time_s,
         json_extract(s.value, '$[1]') AS kind,
         CAST(json_extract(s.value, '$[2]') AS REAL) AS value
  FROM encounter AS e, json_each(e.steps) AS s;

CREATE VIEW desk AS
  SELECT d.replication, b.key AS bin, CAST(json_extract(b.value, '$[0]') AS REAL) AS agent_seconds,
         CAST(json_extract(b.value, '$[1]') AS REAL) AS busy_seconds,
         CAST(json_extract(b.value, '$[2]') AS REAL) AS waiting_seconds,
         json_extract(b.value, '$[3]') AS calls,
         CAST(json_extract(b.value, '$[4]') AS REAL) AS wait_seconds,
         json_extract(b.value, '$[5]') AS other_calls,
         CAST(json_extract(b.value, '$[6]') AS REAL) AS other_wait_seconds
  FROM desk_bins AS d, json_each(d.bins) AS b;

CREATE VIEW desk_by_time AS
  SELECT bin * 0.5 AS hour, avg(agent_seconds) / 1800.0 AS agents,
         avg(busy_seconds) / 1800.0 AS busy, avg(waiting_seconds) / 1800.0 AS waiting,
         avg(calls) AS calls, sum(wait_seconds) / nullif(sum(calls), 0) AS wait_s,
         avg(other_calls) AS other_calls
  FROM desk GROUP BY bin;
)sql";

}  // namespace fieldtwin
