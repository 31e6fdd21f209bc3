#pragma once
/// A set of pictures of people who do not exist, in the layout of Labeled Faces in the Wild.

#include <string>
#include <vector>

#include "matcher/synthetic/person/face_person.hpp"
#include "matcher/synthetic/photographer.hpp"
#include "matcher/synthetic/picture/picture_rules.hpp"

namespace fieldtwin {

/// What a set consists of.
struct DataSetSize {
  std::size_t people;    //!< 2 to 100,000
  std::size_t captures;  //!< pictures of each, 2 to 999
};

/// One picture that is to be taken.
struct DataSetPicture {
  FacePerson person;
  std::string name;      //!< a code, the same for all pictures of the person
  std::uint16_t number;  //!< 1 for the first
  SessionId session;
  PictureKind kind;

  /// "Name/Name_0001.jpg".
  std::string file() const;
};

/// The pictures of a set, person by person: first a photo by which they are enrolled (passport,
/// visa or booking), then captures in the field, each in a session of its own. Groups and sexes are
/// drawn with equal shares, ages uniformly from 18 to 75: a set for evaluation, not a sample of any
/// population.
std::vector<DataSetPicture> data_set_pictures(const DataSetSize& size, const Draws& draws);

/// The pairs of LFW's protocol ("pairs.txt"): folds that share no person, each with as many mated
/// as non-mated pairs, at most 300; ten folds, or fewer if there are fewer than twenty people.
///
/// Format: G. B. Huang, E. Learned-Miller, "Labeled Faces in the Wild: updates and new reporting
/// procedures", UM-CS-2014-003 (2014). Separated by tabs: a line with the numbers of folds and
/// of pairs; then a fold after the other "name n1 n2" for mated, "name1 n1 name2 n2" for others.
std::string data_set_pairs(const std::vector<DataSetPicture>& pictures, const Draws& draws);

/// The table of what is true of each picture, as CSV.
std::string data_set_labels_header();
std::string data_set_label(const DataSetPicture& picture, const Photo& photo);

}  // namespace fieldtwin
