#pragma once
/// How the entries of the register are written; for the files scenarios/registry*.cpp alone.

#include <limits>
#include <type_traits>
#include <utility>

#include "scenarios/registry.hpp"

namespace fieldtwin::entries {

/// What a number may be. Times, sizes and rates in base units (s, B, bit/s).
struct Bounds {
  Dimension dimension;
  double low = 0.0;
  double high = std::numeric_limits<double>::infinity();
  Whole whole = Whole::kNo;
};
inline constexpr double kAny = std::numeric_limits<double>::infinity();
inline constexpr Bounds kTime{Dimension::kTime};
inline constexpr Bounds kPositiveTime{Dimension::kTime, 1e-6};
inline constexpr Bounds kSize{Dimension::kSize, 1.0};
inline constexpr Bounds kRate{Dimension::kRate, 1.0};
inline constexpr Bounds kShare{Dimension::kShare, 0.0, 1.0};
inline constexpr Bounds kNumber{Dimension::kCount};
inline constexpr Bounds kPositive{Dimension::kCount, 1.0, 1e9, Whole::kYes};
inline constexpr Bounds kHazard{Dimension::kPerYear};

template <class Access>
Parameter number(std::string path, Bounds bounds, Drawn drawn, std::string probe, Access access,
                 std::string meaning) {
  return {std::move(path), std::move(meaning), drawn, std::move(probe),
          NumberField{bounds.dimension, bounds.low, bounds.high, bounds.whole,
                      [access](Scenario& s) -> Distribution& { return access(s).distribution(); }}};
}

/// `names` in the order of the enumerators.
template <class Access>
Parameter choice(std::string path, std::vector<std::string_view> names, std::string probe,
                 Access access, std::string meaning) {
  using Enum = std::remove_reference_t<decltype(access(std::declval<Scenario&>()))>;
  return {std::move(path), std::move(meaning), Drawn::kFixed, std::move(probe),
          ChoiceField{std::move(names),
                      [access](Scenario& s, std::size_t i) { access(s) = static_cast<Enum>(i); },
                      [access](const Scenario& s) { return static_cast<std::size_t>(access(s)); }}};
}

template <class Access>
Parameter date(std::string path, DateField::Never never, std::string probe, Access access,
               std::string meaning) {
  using Field = std::remove_reference_t<decltype(access(std::declval<Scenario&>()))>;
  return {std::move(path), std::move(meaning), Drawn::kFixed, std::move(probe),
          DateField{never,
                    [access](Scenario& s, std::optional<Date> value) {
                      if constexpr (std::is_same_v<Field, Date>) {
                        access(s) = value.value();
                      } else {
                        access(s) = value;
                      }
                    },
                    [access](const Scenario& s) -> std::optional<Date> { return access(s); }}};
}

template <class Access>
Parameter curve(std::string path, std::string probe, Access access, std::string meaning) {
  return {std::move(path), std::move(meaning), Drawn::kFixed, std::move(probe),
          CurveField{[access](Scenario& s) -> std::array<double, 24>& { return access(s); }}};
}

template <class Access>
Parameter states(std::string path, std::string probe, Access access, std::string meaning) {
  return {std::move(path), std::move(meaning), Drawn::kFixed, std::move(probe),
          StatesField{[access](Scenario& s) -> std::vector<std::string>& { return access(s); }}};
}

template <class Access>
Parameter name(std::string path, NameField::Of of, std::string probe, Access access,
               std::string meaning) {
  return {std::move(path), std::move(meaning), Drawn::kFixed, std::move(probe),
          NameField{of, [access](Scenario& s) -> std::string& { return access(s); }}};
}

/// One number for each category of a list of names: `path.white`, `path.black`, ...
template <class Names, class Access>
void numbers(std::vector<Parameter>& out, const std::string& path, const Names& names,
             Bounds bounds, Drawn drawn, const std::string& probe, Access access,
             const std::string& meaning) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    out.push_back(number(
        path + "." + std::string(names[i]), bounds, drawn, probe,
        [ access, i ](auto& s) -> auto& { return access(s)[i]; },
        meaning + " (" + std::string(names[i]) + ")"));
  }
}

/// The same for scenarios of some systems alone.
inline Parameter only_for(SystemSet systems, Parameter parameter) {
  parameter.systems = systems;
  return parameter;
}

void add_field_parameters(std::vector<Parameter>& out);      //!< period to capture
void add_picture_parameters(std::vector<Parameter>& out);    //!< capture.picture
void add_people_parameters(std::vector<Parameter>& out);     //!< people, records, gallery, matcher
void add_system_parameters(std::vector<Parameter>& out);     //!< sign-in, network, service
void add_outcome_parameters(std::vector<Parameter>& out);    //!< policy, desk, custody, storage
void add_safeguard_parameters(std::vector<Parameter>& out);  //!< safeguards
void add_exposure_parameters(std::vector<Parameter>& out);   //!< exposure
void add_error_parameters(std::vector<Parameter>& out);      //!< errors
void add_kind_parameters(std::vector<Parameter>& out);       //!< system

void add_port_parameters(std::vector<Parameter>& out);     //!< ports, of TVS alone

}  // namespace fieldtwin::entries

/// The access function of a field: usable on a const and on a mutable scenario.
#define FIELDTWIN_AT(member) \
  [](auto& s) -> auto& {     \
    return s.member;         \
  }
