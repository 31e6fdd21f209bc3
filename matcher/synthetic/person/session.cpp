#include "matcher/synthetic/person/session.hpp"

#include <cmath>

#include "matcher/synthetic/person/face_draws.hpp"

namespace fieldtwin {
namespace {

/// In the place of a session: how somebody looks as a rule. No session has this number.
constexpr SessionId kUsualLook{1023};

std::vector<std::size_t> styles_of(HairCut cut, const FaceData& data) {
  std::vector<std::size_t> styles;
  for (std::size_t i = 0; i < data.hair().size(); ++i) {
    if (data.hair()[i].cut == cut) styles.push_back(i);
  }
  return styles;
}

/// Who have less hair than their baldness allows at that age: of men some from thirty on.
bool is_bald(const FaceIdentity& identity, float age) {
  if (identity.sex == Sex::kFemale) return false;
  const float african = identity.ancestry[index_of(Ancestry::kAfrican)];
  const float share = std::clamp(0.05f + 0.20f * african + 0.008f * (age - 30.0f), 0.03f, 0.5f);
  return identity.baldness < share;
}

/// A style: as usual, by draws of the person, or another, by draws of the session.
std::optional<std::size_t> style_by(const FaceDraws& draws, const FaceIdentity& identity,
                                    const FaceData& data) {
  const float african = identity.ancestry[index_of(Ancestry::kAfrican)];
  HairCut cut = draws.happens(identity.hair_length, 2) ? HairCut::kLong : HairCut::kShort;
  if (draws.happens(0.8f * std::max(0.0f, african - 0.4f), 1)) cut = HairCut::kAfro;
  const auto styles = styles_of(cut, data);
  return styles[draws.one_of(styles.size(), 4)];
}

std::optional<std::size_t> hair_in(const FacePerson& person, const FaceIdentity& identity,
                                   float age, const SessionRules& rules, const FaceData& data,
                                   const Draws& all, const FaceDraws& session) {
  if (session.happens(rules.hair_over_face, 0)) {
    const auto styles = styles_of(HairCut::kOverFace, data);
    return styles[session.one_of(styles.size(), 4)];
  }
  if (is_bald(identity, age)) return std::nullopt;
  if (session.happens(identity.hair_change, 3)) return style_by(session, identity, data);
  return style_by(FaceDraws(all, Decision::kSessionLook, session_entity(person.id, kUsualLook)),
                  identity, data);
}

Beard beard_in(const FaceIdentity& identity, const FaceDraws& draws) {
  if (identity.sex == Sex::kFemale) return Beard::kNone;
  if (draws.happens(identity.beard_habit, 5)) {
    return draws.happens(0.65f, 6) ? Beard::kFull : Beard::kMoustache;
  }
  return draws.happens(0.35f, 7) ? Beard::kStubble : Beard::kNone;
}

Vec3 clothes_in(const FaceDraws& draws) {
  const float light = draws.between(0.02f, 0.5f, 8);
  return {light * draws.between(0.5f, 1.2f, 9), light * draws.between(0.5f, 1.2f, 10),
          light * draws.between(0.5f, 1.2f, 11)};
}

}  // namespace

SessionLook look_in(SessionId session, const FacePerson& person, const FaceIdentity& identity,
                    const SessionRules& rules, const FaceData& data, const Draws& draws) {
  const auto entity = session_entity(person.id, session);
  const FaceDraws look(draws, Decision::kSessionLook, entity);
  const FaceDraws age(draws, Decision::kSessionAge, entity);
  // A photo of somebody now a child or just grown up is at most as old as their face allows.
  constexpr float kYoungest = 14.0f;
  const float years = age.between(rules.years_ago_low, rules.years_ago_high, 0);
  const float now = static_cast<float>(person.age) + 0.5f;

  SessionLook session_look{};
  session_look.age = std::max(std::min(now, kYoungest), now - years);
  session_look.hair = hair_in(person, identity, session_look.age, rules, data, draws, look);
  const float grey = 1.0f / (1.0f + std::exp((identity.greying_age - session_look.age) / 4.0f));
  session_look.hair_colour = mix(identity.hair, {0.42f, 0.42f, 0.42f}, 0.9f * grey);
  session_look.beard = beard_in(identity, look);
  session_look.glasses = rules.glasses == Glasses::kWorn &&
                                 look.happens(identity.glasses_habit * rules.glasses_kept, 12)
                             ? Glasses::kWorn
                             : Glasses::kNone;
  session_look.weight_change = age.normal(0.04f + 0.015f * std::min(years, 10.0f), 1);
  session_look.clothes = clothes_in(look);
  return session_look;
}

}  // namespace fieldtwin
