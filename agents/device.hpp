#pragma once
/// The officer's phone, as far as it has a memory.

#include <cstdint>
#include <optional>

#include "scenarios/groups.hpp"
#include "sim/quantities.hpp"

namespace fieldtwin {

/// A session with the identity provider: it ends when it was not used for a while, and some hours
/// after the sign-in in any case.
class Session {
 public:
  bool is_alive(Seconds now, Seconds idle_limit, Seconds total_limit) const {
    return signed_in_ && now - last_use_ <= idle_limit && now - *signed_in_ <= total_limit;
  }
  void begin(Seconds now) { signed_in_ = last_use_ = now; }
  void use(Seconds now) { last_use_ = now; }

 private:
  std::optional<Seconds> signed_in_;
  Seconds last_use_{0.0};
};

/// One officer's device. It carries one transfer at a time.
struct Device {
  std::uint32_t id;  //!< in the network
  Area area;         //!< where the officer works, and the device sends from
  Session session;
};

}  // namespace fieldtwin
