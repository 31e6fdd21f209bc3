#include "agents/encounter/log.hpp"

namespace fieldtwin {

EncounterLog::EncounterLog(const Calendar& calendar, const Officer& officer, const Stop& stop)
    : calendar_(calendar) {
  constexpr std::size_t kUsualSteps = 24;
  record_.steps.reserve(kUsualSteps);
  record_.id = stop.id.value;
  record_.system = officer.system;
  record_.officer = officer.id;
  record_.state = officer.state;
  record_.area = officer.area;
  record_.person = stop.person.id.value;
  record_.ethnicity = stop.person.ethnicity;
  record_.sex = stop.person.sex;
  record_.age = stop.person.age;
  record_.status = stop.person.status;
  record_.enrolled = stop.person.enrolment == Enrolment::kEnrolled;
  record_.stopped = stop.began;
  record_.scan_began = calendar.now();
  record_.evidence.showed_id = stop.shown_id == ShownId::kPhotoId;
  record_.evidence.showed_proof = stop.papers == ShownPapers::kProofOfStatus;
  record_.evidence.own_record = stop.person.record.shows;
}

}  // namespace fieldtwin
