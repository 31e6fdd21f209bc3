#pragma once
/// Published counts that the simulated rate of citizens held should be judged against.

#include <array>
#include <string_view>

namespace fieldtwin {

/// Citizens among the people of some published count.
struct PublishedBound {
  std::string_view label;
  double citizens;
  double people;
  std::string_view whom;    //!< what the people are
  std::string_view source;  //!< where the numbers stand
};

inline constexpr std::array<PublishedBound, 2> kCitizenBounds{{
    {"arrests by ICE, 2014 to 2020", 674.0, 740'000.0,
     "arrests by ICE of people who were potentially US citizens, of all its administrative arrests",
     "GAO-21-487 (July 2021): 674 arrests of potential US citizens, October 2014 to March 2020; "
     "all "
     "arrests of that time, about 740,000, from ICE's annual reports"},
    {"detainers in Travis County, Texas", 228.0, 24'269.0,
     "detainers that were cancelled or not executed after the person had claimed US citizenship",
     "Cato Institute, Immigration Research and Policy Brief 8 (August 2018); disputed by the "
     "Center "
     "for Immigration Studies"},
}};

/// Why the simulated rate is not the same thing.
inline constexpr std::string_view kBoundsDiffer =
    "They are not the same thing: the published counts are of people whom an agency arrested or "
    "asked to be held for reasons of any kind, and of the citizens among them whom it came to "
    "know; the simulated rate is of people held after a face scan, and counts every citizen, known "
    "or not.";

}  // namespace fieldtwin
