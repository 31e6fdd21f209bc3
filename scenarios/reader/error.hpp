#pragma once
/// What is wrong with a scenario, said so that its author can put it right.

#include <stdexcept>
#include <string>
#include <vector>

namespace fieldtwin {

/// A place in a file; lines and columns count from 1, 0 means the file as a whole.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
};

/// PROBLEM (WHY IT IS ONE). WHAT WAS PROBABLY MEANT?
struct Complaint {
  std::string what;        //!< the problem, without a full stop
  std::string why;         //!< why it is one; may be empty
  std::string suggestion;  //!< a whole sentence; may be empty
};

/// One thing that is wrong with a scenario or one of its tables.
struct ScenarioError {
  std::string file;
  int line;    //!< from 1; 0: the file as a whole
  int column;  //!< from 1; 0: the line as a whole
  std::string what;
  std::string why;
  std::string suggestion;
};

/// `file:line:column: error: what (why). suggestion`
std::string to_string(const ScenarioError& error);

/// Everything that is wrong with a scenario: thrown once, when all of it has been read.
class ScenarioErrors : public std::runtime_error {
 public:
  explicit ScenarioErrors(std::vector<ScenarioError> errors);
  const std::vector<ScenarioError>& errors() const { return errors_; }

 private:
  std::vector<ScenarioError> errors_;
};

/// Collects errors while reading goes on.
class ErrorList {
 public:
  void add(const Place& place, Complaint complaint);
  bool empty() const { return errors_.empty(); }
  std::size_t size() const { return errors_.size(); }
  /// Throws ScenarioErrors if there is any error; those of one file come in the order of its lines.
  void raise_if_any() const;

 private:
  std::vector<ScenarioError> errors_;
};

}  // namespace fieldtwin
