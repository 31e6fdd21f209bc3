#pragma once
/// How the program ends.

namespace fieldtwin {

enum class ExitCode : int {
  kDone = 0,
  kFailed = 1,         //!< the disk refused, or a replication crashed
  kUsage = 2,          //!< wrong usage, a broken scenario, another study's directory
  kInterrupted = 130,  //!< SIGINT, SIGTERM or SIGHUP: what is finished is kept
};

}  // namespace fieldtwin
