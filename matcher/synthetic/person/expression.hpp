#pragma once

namespace fieldtwin {

/// What a face does for the moment of a picture, each 0 (nothing) to 1 (as much as its target).
struct Expression {
  float smile = 0.0f;
  float frown = 0.0f;
  float brows_up = 0.0f;
  float eyes_closed = 0.0f;  //!< 0.3 narrow eyes
  float mouth_open = 0.0f;
  float lips_pressed = 0.0f;
};

}  // namespace fieldtwin
