#pragma once
/// Identification: searches of galleries for people who are in them and people who are not.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "matcher/evaluation/bootstrap.hpp"
#include "matcher/evaluation/pairs.hpp"

namespace fieldtwin {

/// A template and whose it is.
struct PersonTemplate {
  std::uint32_t person;
  std::vector<float> values;  //!< empty if the photo gave none
};

/// A search's outcome: nearest entries, in place of a candidate list.
struct SearchOutcome {
  std::uint32_t person;  //!< whose photo was searched for
  PairKind kind;         //!< mated if they are enrolled
  double nearest;        //!< distance of the nearest entry of anybody; infinite without a template
  double own;            //!< of the own entry; infinite if there is none
  std::size_t rank;      //!< of the own entry, 1 for the first; 0 if there is none
};

/// A rate with its interval over people.
struct Rate {
  double value = 0.0;
  Interval interval{};
  std::size_t searches = 0;
};

/// False positive and false negative identification rate at one threshold (ISO/IEC 19795-1).
struct DetPoint {
  double threshold;  //!< distance
  Rate fpir;         //!< of non-mated searches, that returned anybody
  Rate fnir;         //!< of mated searches, that did not return the own entry first, within the threshold
};

/// The rates with galleries of so many people.
struct SizePoint {
  std::size_t people;
  Rate fpir, fnir, rank_one;
};

struct GroupPoint {
  std::string label, value;  //!< "sex", "female"
  Rate fpir, fnir, rank_one;
};

struct Identification1N {
  std::size_t people = 0;      //!< enrolled in each gallery
  DetPoint operating{};        //!< at the threshold in use
  std::vector<DetPoint> det;   //!< by threshold, from strict to lax
  std::vector<SizePoint> sizes;
  std::vector<Rate> ranks;     //!< share of mated searches whose own entry is among the first k, from 1
  std::vector<GroupPoint> groups;
};

/// Searches. People with two photos or more are dealt into two halves by turns; each half is
/// enrolled in its turn, a person with the first photo that gave a template. The further photos of
/// all are searched for: mated if their person is enrolled, else non-mated, as are all photos of
/// people with one. Photos without a template are searches that return nobody: a miss where they are
/// mated. `templates`: in the order of people and photos. Exact L2 distances, in a fixed order.
struct Searches {
  std::size_t people = 0;  //!< in a gallery; the smaller half
  std::vector<SearchOutcome> outcomes;
  /// The same searches in galleries of fewer people: each half cut into pieces of that size.
  struct Size {
    std::size_t people;
    std::vector<SearchOutcome> outcomes;
  };
  std::vector<Size> sizes;
};
Searches search_all(const std::vector<PersonTemplate>& templates, std::size_t people);

/// The rates of the searches. `groups_of`: the labels of a person, as (label, value).
using GroupsOf = std::function<std::vector<std::pair<std::string, std::string>>(std::uint32_t person)>;
Identification1N identification_of(const Searches& searches, std::size_t people, double threshold,
                                   const GroupsOf& groups_of);

}  // namespace fieldtwin
