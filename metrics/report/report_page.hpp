#pragma once
/// report.html: one self-contained page about a study, a comparison of studies, a sweep or a search
/// for capacity.

#include <string>
#include <string_view>
#include <vector>

#include "metrics/report/comparison_document.hpp"
#include "metrics/report/study_document.hpp"
#include "metrics/study_data.hpp"
#include "scenarios/load.hpp"

namespace fieldtwin {

/// The template with the document in place of the marker `__FIELDTWIN_STUDY__`, where "<" is
/// written \u003c so that no text of a scenario can end the script. std::invalid_argument unless
/// the marker is there once.
std::string fill_template(std::string_view page_template, std::string_view document);

/// The page of a study.
std::string report_html(const StudyData& study, const ResolvedScenario& scenario,
                        const Companions& companions = {});

/// The page of a comparison, as comparison_document.
std::string comparison_html(const std::string& comparison_json,
                            const std::vector<ComparedScenario>& scenarios);

/// The pages of a sweep and of a search for capacity, from sweep.json and capacity.json; throw as
/// sweep_document and capacity_document do.
std::string sweep_html(const std::string& sweep_json);
std::string capacity_html(const std::string& capacity_json);

}  // namespace fieldtwin
