#pragma once
/// How exactly a study, or a comparison, knows what it was asked to know.

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "metrics/study_data.hpp"
#include "metrics/tolerance.hpp"

namespace fieldtwin {

/// One target, and how it stands.
struct Precision {
  const Metric* metric;
  std::string alternative;  //!< whose difference to the base is meant; empty: a study's own value
  double half_width;        //!< of the 95 % interval, its longer side; infinite without an interval
  double allowed;           //!< the target, in the metric's unit

  /// Half-width over target; at most 1 is precise enough. Nothing over nothing is 0.
  double ratio() const;
};

/// Of the study's own values. A relative target is a share of the value. Metrics that do not apply
/// (a wait among no calls) are left out.
std::vector<Precision> precision_of(const std::vector<PrecisionTarget>& targets,
                                    const StudyData& study);

/// Of an alternative's differences to the base. A relative target is a share of the base's value: a
/// difference may be nothing, and is then not to be known to a share of itself.
std::vector<Precision> precision_of(const std::vector<PrecisionTarget>& targets,
                                    const StudyData& base, const StudyData& alternative,
                                    const std::string& name);

/// The one with the largest ratio, the first of equals; null if there is none.
const Precision* widest(std::span<const Precision> precisions);

}  // namespace fieldtwin
