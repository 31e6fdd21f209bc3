/// Streams, formats and terminals.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <pty.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "folders.hpp"
#include "tests/acceptance/subprocess.hpp"

namespace fieldtwin {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

/// Whether there are pseudo-terminals: a bare container may have none.
bool has_terminals() {
  const int terminal = posix_openpt(O_RDWR | O_NOCTTY);
  if (terminal >= 0) close(terminal);
  return terminal >= 0;
}

/// What a command prints when it talks to a terminal.
std::string on_a_terminal(const Workshop& shop, const std::string& command) {
  int terminal = -1;
  const pid_t process = forkpty(&terminal, nullptr, nullptr, nullptr);
  if (process < 0) throw std::runtime_error("forkpty");
  if (process == 0) {
    setenv("TERM", "xterm", 1);
    unsetenv("NO_COLOR");
    const std::string path = std::string(FIELDTWIN_BINARY_DIR) + ":" + getenv("PATH");
    setenv("PATH", path.c_str(), 1);
    if (chdir(shop.folder().c_str()) == 0) {
      execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
    }
    _exit(126);
  }
  std::string shown;
  char block[4096];
  for (ssize_t n = 0; (n = read(terminal, block, sizeof block)) > 0;) {
    shown.append(block, static_cast<std::size_t>(n));
  }
  close(terminal);
  waitpid(process, nullptr, 0);
  return shown;
}

TEST(CommandLine, HelpIsThereForEveryCommand) {
  const Workshop shop;
  const Ended all = shop.run("fieldtwin --help");
  EXPECT_EQ(all.code, 0);
  EXPECT_EQ(all.error, "");
  for (const char* command :
       {"run", "compare", "branch", "replay", "story", "report", "export", "fit-delay", "validate",
        "explain", "schema", "list"}) {
    EXPECT_THAT(all.out, HasSubstr(command));
    const Ended one = shop.run(std::string("fieldtwin ") + command + " --help");
    EXPECT_EQ(one.code, 0) << command;
    EXPECT_THAT(one.out, HasSubstr("Example")) << command;
  }
}

TEST(CommandLine, VersionIsOneLine) {
  const Workshop shop;
  EXPECT_THAT(shop.run("fieldtwin --version").out, testing::MatchesRegex("fieldtwin [0-9.]+\n"));
}

TEST(CommandLine, WhatProgramsReadIsJson) {
  const Workshop shop;
  for (const char* command : {"list --json", "explain precinct --json", "schema",
                              "validate precinct national-day --json"}) {
    const Ended ended = shop.run(std::string("fieldtwin ") + command);
    EXPECT_EQ(ended.code, 0) << command << ended.error;
    EXPECT_FALSE(json::parse(ended.out, nullptr, false).is_discarded()) << command;
  }
}

TEST(CommandLine, ValidateTellsProgramsWhereTheErrorsAre) {
  const Workshop shop;
  const Ended ended = shop.run(
      "printf 'extends: precinct\\ntitle: T\\nsign_in:\\n  idle_limmit: 5 min\\n' > a.yaml; "
      "fieldtwin validate a.yaml --json");
  EXPECT_EQ(ended.code, 2);
  const json entry = json::parse(ended.out)[0];
  EXPECT_EQ(entry["valid"], false);
  EXPECT_EQ(entry["errors"][0]["line"], 4);
  EXPECT_THAT(entry["errors"][0]["suggestion"], HasSubstr("idle_limit"));
}

TEST(CommandLine, ExplainNamesEveryParameterWithItsBacking) {
  const Workshop shop;
  const json explained = json::parse(shop.run("fieldtwin explain precinct --json").out);
  ASSERT_GT(explained["parameters"].size(), 50u);
  for (const auto& parameter : explained["parameters"]) {
    EXPECT_TRUE(parameter.contains("source") || parameter.contains("assumption"))
        << parameter["path"];
  }
}

TEST(CommandLine, ExportWritesTablesThatReadBackToTheLastBit) {
  const Workshop shop;
  EXPECT_EQ(shop.run("fieldtwin run precinct -n 2 -o study").code, 0);
  const Ended ended = shop.run("fieldtwin export study --csv -o tables");
  EXPECT_EQ(ended.code, 0) << ended.error;
  EXPECT_THAT(ended.out, HasSubstr("tables/replication.csv\n"));
  EXPECT_THAT(shop.text("tables/replication.csv"),
              HasSubstr("replication,fingerprint,scans\r\n0,"));
  EXPECT_THAT(shop.text("tables/meta.csv"), HasSubstr("scenario,precinct\r\n"));
}

TEST(CommandLine, ATerminalSeesABarAndColours) {
  if (!has_terminals()) GTEST_SKIP() << "there are no pseudo-terminals here";
  const Workshop shop;
  const std::string run = on_a_terminal(shop, "fieldtwin run precinct -n 200 -o study");
  EXPECT_THAT(run, HasSubstr("\r["));
  EXPECT_THAT(run, HasSubstr("of 200 replications"));
  EXPECT_THAT(on_a_terminal(shop, "fieldtwin rnu"), HasSubstr("\033[1;31merror:"));
}

TEST(CommandLine, QuietAndNoColorAreObeyed) {
  if (!has_terminals()) GTEST_SKIP() << "there are no pseudo-terminals here";
  const Workshop shop;
  const std::string quiet =
      on_a_terminal(shop, "NO_COLOR=1 fieldtwin run precinct -n 3 -o study --quiet");
  EXPECT_THAT(quiet, HasSubstr("faces scanned"));
  EXPECT_THAT(quiet, Not(HasSubstr("\033")));
  EXPECT_THAT(on_a_terminal(shop, "NO_COLOR=1 fieldtwin rnu"), Not(HasSubstr("\033")));
}

TEST(CommandLine, NobodyElseSeesABar) {
  const Workshop shop;
  const Ended ended = shop.run("fieldtwin run precinct -n 3 -o study");
  EXPECT_EQ(ended.error.find('\r'), std::string::npos);
  EXPECT_EQ(ended.error.find('\033'), std::string::npos);
}

}  // namespace
}  // namespace fieldtwin
