#pragma once
/// The metrics of the exposure ledger: what the catalogue lists under `exposure.`, beside those of
/// the photos of the period.

#include <array>
#include <string_view>
#include <vector>

#include "metrics/catalogue.hpp"
#include "metrics/exposure/factors.hpp"

namespace fieldtwin {

/// Readers' names, by Holder, Item, Role, BreachCause, ExposureFactor, kKeptFor and Standing.
inline constexpr std::array<std::string_view, kHolders> kHolderLabels{
    "The officers' devices",
    "The matching service",
    "The federal store",
    "IDENT, to become HART",
    "TECS",
    "SEACATS",
    "State and local agencies",
    "The log of the service (no photos)"};
inline constexpr std::array<std::string_view, kItems> kItemLabels{
    "Photo", "Template", "Reference number", "Location", "Result"};
inline constexpr std::array<std::string_view, kRoles> kRoleLabels{
    "Officers with the app",         "Agents of the ICE desk",
    "Users of the federal store",    "Administrators of the service",
    "Contractors of the service",    "Users of federal systems with copies",
    "Users of state and local files"};
inline constexpr std::array<std::string_view, kBreachCauses> kBreachCauseLabels{
    "An attack on the store", "A subcontractor's copies", "A lost device", "An insider",
    "Stolen credentials"};
inline constexpr std::array<std::string_view, kExposureFactors> kExposureFactorLabels{
    "Long retention", "Copies in other systems", "Wide access", "What remains without the three"};
inline constexpr std::array<std::string_view, kKeptFor.size()> kKeptForLabels{"12 hours", "14 days",
                                                                              "1 year", "15 years"};
inline constexpr std::array<std::string_view, kStandings> kStandingLabels{
    "US citizens", "People with lawful status", "Others"};

std::vector<Metric> exposure_metrics();

}  // namespace fieldtwin
