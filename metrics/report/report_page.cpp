#include "metrics/report/report_page.hpp"

#include <stdexcept>

#include "metrics/report/design_documents.hpp"
#include "metrics/report/study_document.hpp"
#include "metrics/web/report_template.hpp"

namespace fieldtwin {

std::string fill_template(std::string_view page_template, std::string_view document) {
  constexpr std::string_view kMarker = "__FIELDTWIN_STUDY__";
  const std::size_t at = page_template.find(kMarker);
  if (at == std::string_view::npos || at != page_template.rfind(kMarker)) {
    throw std::invalid_argument("the report's template has to have one place for the study");
  }
  std::string page(page_template.substr(0, at));
  for (const char c : document) {
    if (c == '<') {
      page += "\\u003c";
    } else {
      page += c;
    }
  }
  page += page_template.substr(at + kMarker.size());
  return page;
}

std::string report_html(const StudyData& study, const ResolvedScenario& scenario,
                        const Companions& companions) {
  const StressRun run{study.identity().version, static_cast<std::uint32_t>(study.replications()),
                      study.identity().seed};
  return fill_template(report_template(),
                       study_document(study, facts_of(scenario), stress_checklist(scenario, run),
                                      companions));
}

std::string comparison_html(const std::string& comparison_json,
                            const std::vector<ComparedScenario>& scenarios) {
  return fill_template(report_template(), comparison_document(comparison_json, scenarios));
}

std::string sweep_html(const std::string& sweep_json) {
  return fill_template(report_template(), sweep_document(sweep_json));
}

std::string capacity_html(const std::string& capacity_json) {
  return fill_template(report_template(), capacity_document(capacity_json));
}

}  // namespace fieldtwin
