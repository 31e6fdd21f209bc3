#include "metrics/store/buckets_text.hpp"

#include <gtest/gtest.h>

namespace fieldtwin {
namespace {

TEST(BucketsText, GoesThereAndBackWithoutLoss) {
  LogLinearHistogram histogram;
  for (const double value : {0.0, 1e-9, 1e-5, 0.1, 0.1, 1.0 / 3.0, 7.0, 4e9}) {
    histogram.record(value);
  }
  const std::string text = buckets_to_text(histogram);
  EXPECT_EQ(buckets_from_text(text), histogram.buckets());
  EXPECT_EQ(LogLinearHistogram(buckets_from_text(text), histogram.exact_sum()), histogram);
}

TEST(BucketsText, IsJson) {
  LogLinearHistogram histogram;
  EXPECT_EQ(buckets_to_text(histogram), "[]");
  histogram.record(1.0);
  histogram.record(2.0);
  EXPECT_EQ(buckets_to_text(histogram), "[[1281,1],[1345,1]]");
}

TEST(BucketsText, RefusesAnythingElse) {
  for (const char* text : {"", "[", "[]x", "[[1]]", "[[1,2,3]]", "[[1,2],]", "[1,2]", "[[1,-2]]",
                           "[[-1,2]]", "[[1.5,2]]", "[[a,2]]", "[[1,2][1,2]]"}) {
    EXPECT_THROW(buckets_from_text(text), std::invalid_argument) << text;
  }
}

}  // namespace
}  // namespace fieldtwin
