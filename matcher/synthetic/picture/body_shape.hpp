#pragma once

#include <vector>

#include "matcher/synthetic/data/face_data.hpp"
#include "matcher/synthetic/person/expression.hpp"
#include "matcher/synthetic/person/session.hpp"

namespace fieldtwin {

/// The vertices of the base mesh morphed to the identity, at the age and weight of the session,
/// with the expression.
std::vector<Vec3> body_shape(const FaceData& data, const FaceIdentity& identity,
                             const SessionLook& look, const Expression& expression);

}  // namespace fieldtwin
