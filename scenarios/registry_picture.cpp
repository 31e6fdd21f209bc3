#include "scenarios/registry_entries.hpp"

namespace fieldtwin::entries {

/// They matter where pictures are rendered.
void add_picture_parameters(std::vector<Parameter>& out) {
  using enum Drawn;
  const auto up_to = [](double most) { return Bounds{Dimension::kCount, 0.0, most}; };
  out.insert(
      out.end(),
      {
          number("capture.picture.yaw", up_to(90.0), kReplication, "60",
                 FIELDTWIN_AT(capture.picture.yaw),
                 "Degrees up to which heads are turned to either side, with matcher.fidelity: "
                 "image, as all of capture.picture."),
          number("capture.picture.light", up_to(180.0), kReplication, "180",
                 FIELDTWIN_AT(capture.picture.light),
                 "Degrees up to which the main light is to either side of the camera."),
          number("capture.picture.backlit", kShare, kReplication, "100 %",
                 FIELDTWIN_AT(capture.picture.backlit),
                 "Share of the pictures in which the light is mostly behind the person."),
          number("capture.picture.blur", up_to(20.0), kReplication, "8",
                 FIELDTWIN_AT(capture.picture.blur),
                 "Pixels of blur (standard deviation), at most, in a picture of 192 pixels."),
          number("capture.picture.shake", up_to(50.0), kReplication, "25",
                 FIELDTWIN_AT(capture.picture.shake),
                 "Pixels that the hand moves while a picture is taken, at most."),
          number("capture.picture.noise", up_to(100.0), kReplication, "60",
                 FIELDTWIN_AT(capture.picture.noise),
                 "Noise of the camera in levels of 255 (standard deviation), at most."),
          number("capture.picture.jpeg_quality", {Dimension::kCount, 1.0, 92.0, Whole::kYes},
                 kReplication, "5", FIELDTWIN_AT(capture.picture.jpeg_quality),
                 "The lowest quality to which a JPEG file is compressed; the highest is 92."),
          number("capture.picture.distance", {Dimension::kCount, 0.6, 20.0}, kReplication, "5",
                 FIELDTWIN_AT(capture.picture.distance),
                 "Metres between camera and face, at most; beyond 2 m the face takes a smaller part "
                 "of the picture."),
          number("capture.picture.occluded", kShare, kReplication, "100 %",
                 FIELDTWIN_AT(capture.picture.occluded),
                 "Share of the encounters in which hair hangs over the eyes."),
          number("capture.picture.glasses", kShare, kReplication, "0 %",
                 FIELDTWIN_AT(capture.picture.glasses),
                 "Share of those who wear glasses on the day who keep them on for the picture."),
      });
}

}  // namespace fieldtwin::entries
