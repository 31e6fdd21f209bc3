#include "sim/study/mpi/mpi_world.hpp"

#include <fmt/format.h>
#include <mpi.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "sim/study/channel.hpp"
#include "sim/study/child_process.hpp"
#include "sim/study/mpi/order.hpp"
#include "sim/study/mpi/order_server.hpp"
#include "sim/study/task_messages.hpp"

namespace fieldtwin {
namespace {

using std::chrono::milliseconds;

constexpr int kDriver = 0;
constexpr milliseconds kTick{2};  //!< MPI's own waiting would keep a core busy

enum Tag : int { kOrder = 1, kStop, kEnd, kGo };

void send(int rank, Tag tag, const std::string& bytes) {
  MPI_Send(bytes.data(), static_cast<int>(bytes.size()), MPI_BYTE, rank, tag, MPI_COMM_WORLD);
}

struct Message {
  int from;
  int tag;
  std::string bytes;
};

/// A message that has come; does not wait.
std::optional<Message> poll_message() {
  int there = 0;
  MPI_Status status;
  MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &status);
  if (there == 0) return std::nullopt;
  int size = 0;
  MPI_Get_count(&status, MPI_BYTE, &size);
  Message message{status.MPI_SOURCE, status.MPI_TAG,
                  std::string(static_cast<std::size_t>(size), 0)};
  MPI_Recv(message.bytes.data(), size, MPI_BYTE, message.from, message.tag, MPI_COMM_WORLD,
           MPI_STATUS_IGNORE);
  return message;
}

int world_size() {
  int begun = 0, ended = 0, size = 1;
  MPI_Initialized(&begun);
  MPI_Finalized(&ended);
  if (begun != 0 && ended == 0) MPI_Comm_size(MPI_COMM_WORLD, &size);
  return size;
}

/// MPI from its beginning to its end.
class MpiLife {
 public:
  explicit MpiLife(const Launched& launched) {
    MPI_Init(nullptr, nullptr);
    const auto found = static_cast<unsigned>(world_size());
    if (found == launched.size) return;
    MPI_Finalize();
    throw std::runtime_error(
        fmt::format("{} processes were started together, but MPI knows of {} (the launcher is of "
                    "another kind than the MPI that fieldtwin was built with). Use that MPI's "
                    "mpirun, or srun --mpi=pmix.",
                    launched.size, found));
  }
  MpiLife(const MpiLife&) = delete;
  MpiLife& operator=(const MpiLife&) = delete;
  ~MpiLife() { MPI_Finalize(); }
};

/// Between the driver and the task server: passes on what each says, until the driver says go.
void relay(const Channel& server) {
  for (;;) {
    while (const auto message = poll_message()) {
      if (message->tag == kGo) return;
      server.send(message->tag == kOrder ? message->bytes : std::string());
    }
    if (!server.has_message(kTick)) continue;
    const auto end = server.receive();
    if (!end) throw std::runtime_error("the process that starts its tasks was killed");
    send(kDriver, kEnd, *end);
  }
}

/// The same; a worker that cannot go on ends all, as mpirun does if it dies: what is finished is
/// kept.
void relay_or_abort(const Launched& launched, const Channel& server) {
  try {
    relay(server);
  } catch (const std::exception& error) {
    fmt::print(stderr, "fieldtwin: error: worker {}: {}\n", launched.rank, error.what());
    MPI_Abort(MPI_COMM_WORLD, 1);
  }
}

/// The life of the process that does a worker's orders: never returns.
[[noreturn]] void live_as_order_server(const Channel& channel, const Simulate& simulate) {
  try {
    serve_orders(channel, simulate);
  } catch (...) {
    _exit(1);
  }
  _exit(0);
}

/// A worker. Its forking is done by a process of its own, which MPI never sees: MPI's threads and
/// registered memory do not survive a fork.
int work(const Launched& launched, const Simulate& simulate) {
  leave_signals_to_the_parent();  // the driver decides
  auto [here, there] = Channel::make();
  const pid_t server = fork_child();
  if (server == 0) {
    { const Channel unused = std::move(here); }
    live_as_order_server(there, simulate);
  }
  { const Channel unused = std::move(there); }
  const MpiLife mpi(launched);
  relay_or_abort(launched, here);
  { const Channel unused = std::move(here); }  // the task server ends
  waitpid(server, nullptr, 0);
  return 0;
}

int drive_workers(const Launched& launched, const std::function<int()>& drive) {
  const MpiLife mpi(launched);
  const int result = drive();
  for (int rank = 1; rank < world_size(); ++rank) send(rank, kGo, {});
  return result;
}

/// The workers, seen from the driver.
class MpiExecutor : public Executor {
 public:
  explicit MpiExecutor(const StudyPlan& plan)
      : plan_(plan), busy_(static_cast<std::size_t>(world_size())) {}
  ~MpiExecutor() override { stop(); }

  bool has_room() const override { return running_ + 1 < busy_.size(); }
  bool is_idle() const override { return running_ == 0; }
  milliseconds patience() const override { return kTick; }

  void start(const StudyTask& task) override {
    std::size_t rank = 1;
    while (busy_[rank]) ++rank;
    busy_[rank] = true;
    ++running_;
    send(static_cast<int>(rank), kOrder, to_bytes(order_of(plan_, task)));
  }

  std::vector<TaskEnd> ended() override {
    std::vector<TaskEnd> ends;
    while (const auto message = poll_message()) {
      busy_[static_cast<std::size_t>(message->from)] = false;
      --running_;
      ends.push_back(end_from(message->bytes));
    }
    return ends;
  }

  std::vector<TaskEnd> stop() override {
    for (std::size_t rank = 1; rank < busy_.size(); ++rank) {
      if (busy_[rank]) send(static_cast<int>(rank), kStop, {});
    }
    std::vector<TaskEnd> ends;
    while (running_ > 0) {
      for (auto& end : ended()) ends.push_back(std::move(end));
      if (running_ > 0) usleep(1000 * static_cast<unsigned>(kTick.count()));
    }
    return ends;
  }

 private:
  const StudyPlan& plan_;
  std::vector<char> busy_;  //!< by rank; the driver's is unused
  std::size_t running_ = 0;
};

}  // namespace

bool is_built_with_mpi() {
  return true;
}

int run_in_mpi_world(const Launched& launched, const Simulate& simulate,
                     const std::function<int()>& drive) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);  // nobody works, or holds a folder, after the launcher
  return launched.rank == kDriver ? drive_workers(launched, drive) : work(launched, simulate);
}

std::unique_ptr<Executor> mpi_executor(const StudyPlan& plan) {
  if (mpi_workers() == 0) return nullptr;
  return std::make_unique<MpiExecutor>(plan);
}

unsigned mpi_workers() {
  int rank = 0;
  const int size = world_size();
  if (size > 1) MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  return rank == kDriver ? static_cast<unsigned>(size) - 1 : 0;
}

}  // namespace fieldtwin
