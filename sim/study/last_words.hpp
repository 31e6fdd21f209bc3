#pragma once
/// What a process has to say before it exits, for the one that started it.

#include <array>
#include <cstddef>
#include <string>

namespace fieldtwin {

/// Short texts in memory that parent and children share, one a slot.
class LastWords {
 public:
  explicit LastWords(std::size_t slots);  //!< throws std::system_error
  LastWords(const LastWords&) = delete;
  LastWords& operator=(const LastWords&) = delete;
  ~LastWords();

  void say(std::size_t slot, const char* words);  //!< longer texts are cut off
  std::string heard(std::size_t slot) const;      //!< empty if nothing was said
  void forget(std::size_t slot);

 private:
  using Text = std::array<char, 1024>;
  std::size_t slots_;
  Text* texts_;
};

}  // namespace fieldtwin
