#pragma once
/// How pictures are taken: the documented parameters of enrolment photos and of field captures.

#include <array>
#include <string_view>

#include "matcher/synthetic/person/session.hpp"

namespace fieldtwin {

/// Where a picture comes from.
enum class PictureKind : std::uint8_t { kPassport, kVisa, kBooking, kField };
inline constexpr std::array<std::string_view, 4> kPictureKindNames{"passport", "visa", "booking",
                                                                   "field"};

/// The law of the pictures of a kind. What is uniform has a low and a high end, what is normal a
/// standard deviation (cut off at 2.5 of them).
struct PictureRules {
  // The picture.
  int size = 192;                                     //!< pixels, width and height; 176 to 320
  int rays = 4;                                       //!< a pixel; a square number
  float head_low = 0.64f, head_high = 0.74f;          //!< share of the height that the head takes
  float off_centre = 0.0f;                            //!< standard deviation, share of the picture
  float distance_low = 12.0f, distance_high = 20.0f;  //!< of the camera, decimetres

  // The pose, degrees.
  float yaw = 0.0f;    //!< uniform up to this, to either side
  float pitch = 0.0f;  //!< standard deviation
  float roll = 0.0f;   //!< standard deviation

  // The light.
  float key_off_axis = 0.0f;  //!< the main light is up to so many degrees to either side
  float key_share_low = 0.4f, key_share_high = 0.5f;  //!< of the light that the main one gives
  float key_size_low = 25.0f, key_size_high = 35.0f;  //!< degrees: small ones cast hard shadows
  float tint = 0.0f;       //!< standard deviation of the colours' balance
  float exposure = 0.0f;   //!< standard deviation, powers of two
  float backlight = 0.0f;  //!< probability that the light is mostly behind the person
  Vec3 backdrop_low{0.6f, 0.6f, 0.6f}, backdrop_high{0.9f, 0.9f, 0.9f};

  // The face.
  float expression = 0.0f;  //!< how far expressions go: 1 a broad smile, wide open eyes
  SessionRules session;

  // The camera.
  float blur_low = 0.3f, blur_high = 0.5f;    //!< pixels
  float motion = 0.0f;                        //!< pixels, uniform up to this
  float noise_low = 0.5f, noise_high = 1.5f;  //!< of 255 levels
  int jpeg_low = 88, jpeg_high = 95;          //!< quality
};

/// Frontal, evenly lit, plain background, years old; a booking photo is lit harder and less frontal
/// and shows glasses.
PictureRules document_rules(PictureKind kind);
/// In the street: turned heads, sun or lamps from the side, phones held by hand.
PictureRules field_rules();
/// The same of somebody who does as an officer asks until the face is seen: looks at the phone,
/// takes off glasses, and holds hair out of the face.
PictureRules cooperative_rules();
PictureRules rules_of(PictureKind kind);

}  // namespace fieldtwin
