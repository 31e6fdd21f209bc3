#include "matcher/synthetic/photographer.hpp"

namespace fieldtwin {

Photo Photographer::photo(const FacePerson& person, SessionId session, std::uint16_t picture,
                          const PictureRules& rules) {
  const auto identity = identity_of(person, spread_, draws_);
  Photo photo;
  photo.look = look_in(session, person, identity, rules.session, data_, draws_);
  photo.conditions = conditions_of(picture_entity(person.id, session, picture), rules, draws_);
  const auto& conditions = photo.conditions;
  const Head head = head_of(data_, identity, photo.look, conditions.expression);
  photo.jpeg =
      photograph(renderer_.picture(head, conditions.view, conditions.lighting, conditions.pixels),
                 conditions.camera, conditions.pixels);
  return photo;
}

}  // namespace fieldtwin
