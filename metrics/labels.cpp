#include "metrics/labels.hpp"

namespace fieldtwin {

const std::array<HarmText, kWrongfulKinds> kWrongfulTexts{{
    {"Any wrongful hold",
     "A hold of at least one of the four kinds of wrongful hold. A hold of several kinds counts "
     "once."},
    {"US citizen held",
     "A hold of a person who is a US citizen, by birth or by naturalisation, whatever any record "
     "says."},
    {"Person with lawful status held",
     "A hold of a person who is not a US citizen but whose presence is lawful: a permanent "
     "resident, the holder of a valid temporary visa, or a person under protection from removal "
     "that is in force, whatever any record says."},
    {"Person held as somebody else",
     "A hold that rests on the record of another person: the gallery search returned that other "
     "person (a false match, twins and relatives included), the photo showed another face, or "
     "the ICE agent had another search on the screen. It is wrongful whatever the status of the "
     "person held, because nothing that is known of this person led to it."},
    {"Person held on a wrong record",
     "A hold that rests on the person's own record, where that record is wrong or outdated and the "
     "person is a US citizen or has lawful status."},
}};

const HarmText kHoldText{
    "Hold",
    "A person is taken into custody at the end of a stop in which a scan was made: transport to a "
    "jail, booking, and detention for ICE. It begins with the officer's decision and ends with the "
    "person's release or transfer to ICE."};

const HarmText kProlongedText{
    "Prolonged stop",
    "A person is kept at the roadside beyond the longest time that the stop may last, waiting for "
    "an answer from the service or from ICE, while there is no basis to hold that person. It is "
    "counted apart from holds, and the same person may suffer both."};

const HarmText kPersonHoursText{
    "Person-hours",
    "The time from the beginning of a hold to its end, in hours, summed over the people held. A "
    "hold that goes on in federal custody counts until the person is released."};

}  // namespace fieldtwin
