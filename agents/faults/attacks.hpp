#pragma once
/// Attackers: who searches with stolen credentials, sends requests again, or floods the gateway.

#include <cstdint>

#include "agents/encounter/photo.hpp"
#include "agents/encounter/stop.hpp"

namespace fieldtwin {

struct System;

/// Starts the attacks that need no encounter: stolen credentials and floods.
void start_attacks(System& system);

/// An officer's request has reached the service: it may be sent again by somebody who caught it.
void replay_request(System& system, const Stop& stop, std::uint16_t state, const Photo& photo,
                    std::uint16_t attempt);

}  // namespace fieldtwin
