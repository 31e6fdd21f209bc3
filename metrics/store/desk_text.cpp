#include "metrics/store/desk_text.hpp"

#include "metrics/store/digits.hpp"
#include "metrics/store/text_scanner.hpp"

namespace fieldtwin {

std::string desk_to_text(const std::vector<DeskBin>& bins) {
  std::string text = "[";
  for (const DeskBin& bin : bins) {
    text += text.size() == 1 ? "[" : ",[";
    append_sum(text, bin.agent_seconds);
    append_sum(text += ',', bin.busy_seconds);
    append_sum(text += ',', bin.waiting_seconds);
    append_digits(text += ',', bin.calls);
    append_sum(text += ',', bin.wait_seconds);
    append_digits(text += ',', bin.other_calls);
    append_sum(text += ',', bin.other_wait_seconds);
    text += ']';
  }
  return text += ']';
}

std::vector<DeskBin> desk_from_text(std::string_view text) {
  std::vector<DeskBin> bins;
  TextScanner scanner(text, "a list of the desk's half-hours");
  scanner.list('[', ']', [&] {
    DeskBin bin;
    const auto read = [&scanner]<class Number>(char before, Number& number) {
      scanner.expect(before);
      number = scanner.number<Number>();
    };
    read('[', bin.agent_seconds);
    read(',', bin.busy_seconds);
    read(',', bin.waiting_seconds);
    read(',', bin.calls);
    read(',', bin.wait_seconds);
    read(',', bin.other_calls);
    read(',', bin.other_wait_seconds);
    scanner.expect(']');
    bins.push_back(bin);
  });
  scanner.expect_end();
  return bins;
}

}  // namespace fieldtwin
