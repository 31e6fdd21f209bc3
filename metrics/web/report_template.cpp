#include "metrics/web/report_template.hpp"

#include <cstddef>

// The assembler puts the bundled page into the read-only data of the library: no compiler has to
// read half a megabyte of character codes.
asm(R"(
.pushsection .rodata
.global fieldtwin_report_template_begin
.global fieldtwin_report_template_end
fieldtwin_report_template_begin:
.incbin ")" FIELDTWIN_REPORT_TEMPLATE R"("
fieldtwin_report_template_end:
.popsection
)");

extern "C" {
extern const char fieldtwin_report_template_begin[];
extern const char fieldtwin_report_template_end[];
}

namespace fieldtwin {

std::string_view report_template() {
  const auto size = fieldtwin_report_template_end - fieldtwin_report_template_begin;
  return {fieldtwin_report_template_begin, static_cast<std::size_t>(size)};
}

}  // namespace fieldtwin
