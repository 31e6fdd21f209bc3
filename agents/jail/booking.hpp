#pragma once
/// One booking, from the fingerprints to freedom or the transfer to ICE.

#include "agents/encounter/stop.hpp"
#include "agents/jail/facilities.hpp"
#include "sim/servers.hpp"
#include "sim/task.hpp"

namespace fieldtwin {

struct System;

/// The story of one booking. Everybody's fingerprints are searched. Under the Jail Enforcement Model
/// one of the facility's `interviewers` then interviews the person, and may lodge a detainer, after a
/// call to ICE or without; a Warrant Service officer serves a warrant on those alone whom ICE names.
/// The person stays for the arrest's own reasons; a detainer keeps them beyond that, and the hold is
/// what it adds.
Process booking(System& system, Facility facility, Servers& interviewers, EncounterId id);

}  // namespace fieldtwin
