#include "matcher/synthetic/synthetic_error.hpp"
#include "sim/cli/synth_data_set.hpp"

namespace fieldtwin {

void write_synthetic_data_set(const SynthOptions&) {
  throw FaceDataError(
      "this program was built without what renders faces (Embree, libpng and libjpeg were not "
      "found): run tools/setup, then tools/build");
}

}  // namespace fieldtwin
