#pragma once

#include "matcher/synthetic/data/face_data.hpp"
#include "matcher/synthetic/person/expression.hpp"
#include "matcher/synthetic/person/session.hpp"
#include "matcher/synthetic/picture/surface.hpp"

namespace fieldtwin {

/// A head with all that is worn on it, ready to be pictured. Its surfaces refer to the FaceData.
struct Head {
  std::vector<Surface> surfaces;
  Vec3 between_eyes;
  float height;  //!< from chin to crown, without hair
};

/// The head of that identity, as it looks in the session, with the expression.
Head head_of(const FaceData& data, const FaceIdentity& identity, const SessionLook& look,
             const Expression& expression);

}  // namespace fieldtwin
