#pragma once

#include <string_view>

namespace fieldtwin {

/**
 * The page `report.html` before a study is put into it: one self-contained HTML file.
 *
 * It contains the marker `__FIELDTWIN_STUDY__` exactly once, inside a script element of type
 * `application/json`. Replace it with the study document (`metrics/web/README.md`), in which each
 * `<` has to be escaped as `\u003c`.
 */
std::string_view report_template();

}  // namespace fieldtwin
