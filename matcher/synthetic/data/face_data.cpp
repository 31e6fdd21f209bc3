#include "matcher/synthetic/data/face_data.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "matcher/synthetic/synthetic_error.hpp"

namespace fieldtwin {
namespace {

namespace fs = std::filesystem;

/// Height in the base mesh below which nothing is in any picture.
constexpr float kLowestVisible = 4.2f;
/// Clothes cover what is below the collar, and the shoulders: what is further out than the neck.
constexpr float kCollar = 5.75f;
constexpr float kNeckRadius = 0.72f;
constexpr float kShoulder = 6.3f;

/// Irises from light to dark.
constexpr std::string_view kIrises[] = {"ice",  "lightblue", "blue",       "deepblue", "bluegreen",
                                        "grey", "green",     "brownlight", "brown"};

struct HairFile {
  std::string_view name, texture;
  HairCut cut;
};
constexpr HairFile kHair[] = {
    {"short01", "short01_diffuse", HairCut::kShort},
    {"short02", "short02_diffuse", HairCut::kShort},
    {"short03", "short03_diffuse", HairCut::kOverFace},
    {"short04", "short04_diffuse", HairCut::kShort},
    {"long01", "long01_diffuse", HairCut::kLong},
    {"ponytail01", "ponytail01_diffuse", HairCut::kLong},
    {"Braid01", "braid01_diffuse", HairCut::kLong},
    {"Wig_bun_blonde", "wig_bun_blonde_diff1", HairCut::kOverFace},
    {"long_alpha7", "long_alpha7", HairCut::kLong},
    {"afro01", "afro_diffuse", HairCut::kAfro},
    {"curly", "curly", HairCut::kAfro},
    {"bob01", "bob01_diffuse", HairCut::kOverFace},
    {"bob02", "bob02_diffuse", HairCut::kOverFace},
    {"long2_alpha7", "long2_alpha7", HairCut::kOverFace},
};

fs::path checked(const fs::path& folder) {
  if (!fs::exists(folder / "public/data/models/human_full_size.json")) {
    throw FaceDataError("there are no face data in " + folder.string() +
                        " (synthetic people are made from MakeHuman's base mesh, which is fetched, "
                        "not shipped): run tools/setup-models faces");
  }
  return folder;
}

Mesh read_visible_body(const fs::path& file) {
  Mesh body = read_body(file);
  std::erase_if(body.triangles, [&](const Triangle& triangle) {
    return std::any_of(triangle.vertex.begin(), triangle.vertex.end(),
                       [&](std::uint32_t v) { return body.vertices[v].y < kLowestVisible; });
  });
  return body;
}

/// Of the visible body what is under a collar. Takes it off the body.
std::vector<Triangle> take_clothes(Mesh& body) {
  const auto is_covered = [&](const Triangle& triangle) {
    return std::all_of(triangle.vertex.begin(), triangle.vertex.end(), [&](std::uint32_t v) {
      const Vec3 at = body.vertices[v];
      return at.y < kCollar || (at.y < kShoulder && std::abs(at.x) > kNeckRadius);
    });
  };
  const auto covered =
      std::stable_partition(body.triangles.begin(), body.triangles.end(),
                            [&](const Triangle& triangle) { return !is_covered(triangle); });
  std::vector<Triangle> clothes(covered, body.triangles.end());
  body.triangles.erase(covered, body.triangles.end());
  return clothes;
}

WornThing read_thing(const fs::path& proxies, const std::string& folder,
                     const std::string& texture) {
  const fs::path directory = proxies / folder;
  return {read_worn(directory / (directory.filename().string() + ".json")),
          Texture(directory / "textures" / (texture + ".png"))};
}

Texture read_skin(const fs::path& skins, Ancestry ancestry, Sex sex, SkinAge age) {
  constexpr std::string_view kAges[] = {"young", "middleage", "old"};
  const bool is_african = ancestry == Ancestry::kAfrican;
  const std::string sex_name(kSexNames[index_of(sex)]);
  const std::string age_name(kAges[index_of(age)]);
  std::string ending;
  if (ancestry == Ancestry::kAsian) ending = age == SkinAge::kYoung ? "3" : "2";
  return Texture(
      skins / (age_name + "_" + std::string(kAncestryNames[index_of(ancestry)]) + "_" + sex_name) /
      "textures" /
      (age_name + (is_african ? "_darkskinned_" : "_lightskinned_") + sex_name + "_diffuse" +
       ending + ".png"));
}

}  // namespace

FaceData::FaceData(const fs::path& folder)
    : body_(read_visible_body(checked(folder) / "public/data/models/human_full_size.json")),
      clothes_(take_clothes(body_)),
      targets_(folder / "src/json/targets/target-list.json",
               folder / "public/data/targets/targets.bin", body_.vertices.size()),
      eyes_(read_worn(folder / "public/data/proxies/eyes/HighPolyEyes/HighPolyEyes.json")),
      lashes_(read_thing(folder / "public/data/proxies", "eyelashes/Eyelashes01", "eyelashes01")),
      full_beard_(
          read_thing(folder / "public/data/proxies", "hair/Full_beard", "Full_beard_black_diff")),
      moustache_(
          read_thing(folder / "public/data/proxies", "hair/Moustache", "Moustache_black_diff")),
      glasses_(read_thing(folder / "public/data/proxies", "clothes/glasses", "glasses")) {
  const fs::path proxies = folder / "public/data/proxies";
  for (std::size_t a = 0; a < kAncestries; ++a) {
    for (const Sex sex : {Sex::kMale, Sex::kFemale}) {
      for (std::size_t age = 0; age < kSkinAges; ++age) {
        skins_.push_back(read_skin(folder / "public/data/skins", static_cast<Ancestry>(a), sex,
                                   static_cast<SkinAge>(age)));
      }
    }
  }
  for (const auto iris : kIrises) {
    irises_.emplace_back(proxies / "eyes/HighPolyEyes/textures" / (std::string(iris) + "_eye.png"));
  }
  for (int i = 1; i <= 12; ++i) {
    const std::string name = std::string("eyebrow0") + (i < 10 ? "0" : "") + std::to_string(i);
    brows_.push_back(read_thing(proxies, "eyebrows/" + name, name));
  }
  for (const auto& file : kHair) {
    hair_.push_back({file.cut, read_thing(proxies, "hair/" + std::string(file.name),
                                          std::string(file.texture))});
  }
}

}  // namespace fieldtwin
