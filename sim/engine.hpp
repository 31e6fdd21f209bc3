#pragma once
/// The one simulation engine of this process.

#include <memory>

namespace fieldtwin {

/// Owns SimGrid's engine, configured as the model needs it: the CM02 network model, whose transfer
/// time is latency + bytes / bandwidth with max-min sharing (the default one, LV08, multiplies
/// latency by 13), without cross traffic of acknowledgements.
///
/// SimGrid allows one engine in the life of a process: a second one throws std::logic_error.
/// Replications therefore run as processes; fork() is fine before and after the engine is made.
class Engine {
 public:
  Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  ~Engine();

  /// The version of SimGrid, such as "3.32.0".
  static const char* version();

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace fieldtwin
