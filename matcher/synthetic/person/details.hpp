#pragma once
/// What makes one face differ from another of the same ancestry, sex and age.

#include <span>
#include <string_view>

namespace fieldtwin {

/// A measure of a face with two opposite targets.
struct FaceDetail {
  std::string_view stem;   //!< path of the targets; '?' stands for l and r, the two sides
  std::string_view minus;  //!< ending of the target of values below 0; empty: there is none
  std::string_view plus;   //!< of values above 0
  float scale = 1.0f;      //!< of the spread: less for what shifts a face off its middle
};

/// All of them. The position of one is part of the address of its draw: new ones go to the end.
std::span<const FaceDetail> face_details();

}  // namespace fieldtwin
