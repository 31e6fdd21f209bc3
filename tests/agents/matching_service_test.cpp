#include "agents/matching_service.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <deque>

#include "recorded_run.hpp"
#include "somebody.hpp"

namespace fieldtwin {
namespace {

/// Finds what it is told to find.
class Oracle final : public Matcher {
 public:
  explicit Oracle(Identification found) : found_(found) {}
  Identification identify(const Probe&, std::uint64_t, const Draws&) const override {
    return found_;
  }

 private:
  Identification found_;
};

const Identification kNobody{};
const Identification kOwn{Candidate{Candidate::Whose::kOwn, 30.0}};
const Identification kOther{Candidate{Candidate::Whose::kOther, 25.0}};

struct Request {
  EncounterLog log;
  Stop stop;
  SearchResult result{};
  Seconds ended{0.0};
};

class Searches : public testing::Test {
 protected:
  /// Requests of these people that come in at once, at time 0.
  std::deque<Request> search(const std::vector<Person>& people, Identification found,
                             std::vector<ShareStep> faults = {}) {
    Calendar calendar(Clockwork::kAlone);
    const Oracle oracle(found);
    MatchingService service(
        calendar, scenario_, draws_,
        Backend(Outages(draws_, 2, {Probability(1.0), 1_h}), std::move(faults)));
    service.start_faults();
    std::deque<Request> out;
    for (std::size_t i = 0; i < people.size(); ++i) {
      const Stop stop = stop_of(people[i], i);
      out.push_back({EncounterLog(calendar, an_officer(), stop), stop});
      calendar.start(go(calendar, service, {scenario_, oracle}, out.back()));
    }
    calendar.run();
    return out;
  }
  Request search_one(const Person& person, Identification found) {
    return std::move(search({person}, found).front());
  }

  static Process go(Calendar& calendar, MatchingService& service, Enquirer who, Request& request) {
    request.result =
        co_await service.search(who, request.stop, photo_of(request.stop), 0, request.log);
    request.ended = calendar.now();
  }

  Scenario scenario_ = precinct({"service.gateway.time=1 s", "service.extraction.time=2 s",
                                 "service.search.time=4 s", "service.gateway.servers=2",
                                 "service.extraction.servers=4", "service.search.servers=2"});
  Draws draws_{9, 0};
};

TEST_F(Searches, TakeTheTimesOfTheThreeStages) {
  const auto request = search_one(a_citizen(), kOwn);
  EXPECT_EQ(request.ended, 7_s);
  EXPECT_EQ(request.log.record().match, 7_s);
}

TEST_F(Searches, WaitForAServerFirstComeFirstServed) {
  // The search is the bottleneck: two every 4 s, the first pair from 3 s on.
  const auto requests = search(std::vector<Person>(6, a_citizen()), kOwn);
  const std::array<Seconds, 6> expected{7_s, 7_s, 11_s, 11_s, 15_s, 15_s};
  for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(requests[i].ended, expected[i]) << i;
}

TEST_F(Searches, HalfTheServersAreLeftByAFault) {
  const auto requests =
      search(std::vector<Person>(3, a_citizen()), kOwn, {{0_s, Probability(0.5)}});
  const std::array<Seconds, 3> expected{7_s, 11_s, 15_s};
  for (std::size_t i = 0; i < 3; ++i) EXPECT_EQ(requests[i].ended, expected[i]) << i;
}

TEST_F(Searches, ServersComeBackAfterAFault) {
  const auto requests = search(std::vector<Person>(4, a_citizen()), kOwn,
                               {{0_s, Probability(0.5)}, {6_s, Probability(1.0)}});
  // One search from 3 s to 7 s; at 6 s the second server takes up the next request.
  std::vector<Seconds> ends;
  for (const auto& request : requests) ends.push_back(request.ended);
  std::sort(ends.begin(), ends.end());
  EXPECT_EQ(ends, (std::vector<Seconds>{7_s, 10_s, 11_s, 14_s}));
}

TEST_F(Searches, OwnRecordDecidesTheAnswer) {
  const auto right = search_one(a_citizen(), kOwn);
  EXPECT_EQ(right.result.shown.answer, AppAnswer::kNoAction);
  EXPECT_EQ(right.result.match, MatchTruth::kOwn);
  const auto wrong =
      search_one(somebody(Status::kUsBorn, Enrolment::kEnrolled, Standing::kRemovable), kOwn);
  EXPECT_EQ(wrong.result.shown.answer, AppAnswer::kContactIce);
  const auto visitor =
      search_one(somebody(Status::kTemporary, Enrolment::kEnrolled, Standing::kLawful), kOwn);
  EXPECT_EQ(visitor.result.shown.answer, AppAnswer::kNoAction);
  const auto removable =
      search_one(somebody(Status::kUnauthorised, Enrolment::kEnrolled, Standing::kRemovable), kOwn);
  EXPECT_EQ(removable.result.shown.answer, AppAnswer::kContactIce);
}

TEST_F(Searches, AnothersRecordIsAsRemovableAsTheGallery) {
  scenario_.records.removable_share = Probability(0.3);
  double contact = 0.0;
  constexpr std::size_t kRequests = 3000;
  for (const auto& request : search(std::vector<Person>(kRequests, a_citizen()), kOther)) {
    EXPECT_EQ(request.result.match, MatchTruth::kOther);
    ASSERT_TRUE(request.result.record);
    if (request.result.shown.answer == AppAnswer::kContactIce) ++contact;
  }
  EXPECT_NEAR(contact / kRequests, 0.3, 4.0 * std::sqrt(0.21 / kRequests));
}

TEST_F(Searches, NobodyFoundIsAMatterOfPolicy) {
  EXPECT_EQ(search_one(a_citizen(), kNobody).result.shown.answer, AppAnswer::kNoAction);
  EXPECT_FALSE(search_one(a_citizen(), kNobody).result.record);
  scenario_.service.no_match_answer = NoMatchAnswer::kContactIce;
  EXPECT_EQ(search_one(a_citizen(), kNobody).result.shown.answer, AppAnswer::kContactIce);
}

TEST_F(Searches, KeepTheSharesOfPhotosForTheRightTime) {
  scenario_.storage.stored = Probability(0.4);
  scenario_.storage.retention_match = kYear * 15.0;
  scenario_.storage.retention_no_match = 12_h;
  for (const auto& [found, retention] : {std::pair(kOwn, kYear * 15.0), std::pair(kNobody, 12_h)}) {
    double stored = 0.0;
    constexpr std::size_t kRequests = 2000;
    for (const auto& request : search(std::vector<Person>(kRequests, a_citizen()), found)) {
      const EncounterRecord& record = request.log.record();
      ASSERT_EQ(record.photo_stored, find_step(record, StepKind::kPhotoStored) != nullptr);
      ASSERT_EQ(record.retention, record.photo_stored ? retention : 0_s);
      if (record.photo_stored) ++stored;
    }
    EXPECT_NEAR(stored / kRequests, 0.4, 4.0 * std::sqrt(0.24 / kRequests));
  }
}

Process search_twice(MatchingService& service, Enquirer who, Request& request) {
  request.result =
      co_await service.search(who, request.stop, photo_of(request.stop), 0, request.log);
  request.result =
      co_await service.search(who, request.stop, photo_of(request.stop), 1, request.log);
}

TEST_F(Searches, AnEncountersPhotoIsKeptOnce) {
  Calendar calendar(Clockwork::kAlone);
  const Oracle oracle(kOwn);
  MatchingService service(calendar, scenario_, draws_,
                          Backend(Outages(draws_, 2, {Probability(1.0), 1_h}), {}));
  const Stop stop = stop_of(a_citizen(), 1);
  Request request{EncounterLog(calendar, an_officer(), stop), stop};
  calendar.start(search_twice(service, {scenario_, oracle}, request));
  calendar.run();
  EXPECT_EQ(count_steps(request.log.record(), StepKind::kSearched), 2u);
  EXPECT_EQ(count_steps(request.log.record(), StepKind::kPhotoStored), 1u);
}

TEST_F(Searches, AServiceThatIsDownCannotBeReached) {
  Calendar calendar(Clockwork::kAlone);
  MatchingService service(
      calendar, scenario_, draws_,
      Backend(Outages(draws_, 2, {Probability(1.0), 1_h}), {{0_s, Probability(0.0)}}));
  EXPECT_EQ(service.reachable(0), MatchingService::Reachable::kNo);
  MatchingService slow(
      calendar, scenario_, draws_,
      Backend(Outages(draws_, 2, {Probability(1.0), 1_h}), {{0_s, Probability(0.1)}}));
  EXPECT_EQ(slow.reachable(0), MatchingService::Reachable::kYes);
}

}  // namespace
}  // namespace fieldtwin
