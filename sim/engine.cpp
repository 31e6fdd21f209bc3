#include "sim/engine.hpp"

#include <atomic>
#include <simgrid/s4u/Engine.hpp>
#include <simgrid/s4u/NetZone.hpp>
#include <stdexcept>
#include <string>
#include <vector>

// After the others, whose macros it needs.
#include <simgrid/version.h>

namespace fieldtwin {
namespace {

/// The command line that SimGrid wants to see.
std::vector<std::string> engine_arguments() {
  return {"fieldtwin", "--cfg=network/model:CM02", "--cfg=network/crosstraffic:no",
          "--log=root.thresh:warning", "--log=xbt_cfg.thresh:error"};
}

/// Set for good by the first engine of the process: SimGrid forgets one that was destroyed, and
/// then computes nonsense with the next one. Says something about the process, hence global.
std::atomic_flag engine_was_made = ATOMIC_FLAG_INIT;

simgrid::s4u::Engine make_engine(std::vector<std::string>& arguments) {
  if (engine_was_made.test_and_set()) {
    throw std::logic_error("a process can hold one simulation engine in its life; fork another");
  }
  std::vector<char*> argv;
  for (auto& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  int argc = static_cast<int>(arguments.size());
  return simgrid::s4u::Engine(&argc, argv.data());
}

}  // namespace

struct Engine::Implementation {
  std::vector<std::string> arguments = engine_arguments();
  simgrid::s4u::Engine engine = make_engine(arguments);
};

Engine::Engine() : implementation_(std::make_unique<Implementation>()) {
  // The engine does not run without a platform, and a model may have no network.
  simgrid::s4u::create_star_zone("world");
}
Engine::~Engine() = default;

#define FIELDTWIN_TEXT_OF(number) #number
#define FIELDTWIN_TEXT(number) FIELDTWIN_TEXT_OF(number)
const char* Engine::version() {
  return FIELDTWIN_TEXT(SIMGRID_VERSION_MAJOR) "." FIELDTWIN_TEXT(
      SIMGRID_VERSION_MINOR) "." FIELDTWIN_TEXT(SIMGRID_VERSION_PATCH);
}

}  // namespace fieldtwin
