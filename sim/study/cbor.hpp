#pragma once
/// What processes that share no memory tell each other: JSON in few bytes (CBOR, RFC 8949).

#include <nlohmann/json.hpp>
#include <string>

namespace fieldtwin {

inline std::string to_cbor(const nlohmann::json& value) {
  std::string bytes;
  nlohmann::json::to_cbor(value, bytes);
  return bytes;
}

/// Throws nlohmann::json::parse_error.
inline nlohmann::json from_cbor(const std::string& bytes) {
  return nlohmann::json::from_cbor(bytes);
}

}  // namespace fieldtwin
