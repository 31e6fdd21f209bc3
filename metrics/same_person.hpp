#pragma once
/// Whom records of different kinds are about.

namespace fieldtwin {

/// Copies the facts about the person met, which all records name alike: where it was, and the
/// person's groups, age and status.
template <class From, class To>
void about_the_same_person(const From& from, To& to) {
  to.state = from.state;
  to.ethnicity = from.ethnicity;
  to.sex = from.sex;
  to.age = from.age;
  to.status = from.status;
}

}  // namespace fieldtwin
