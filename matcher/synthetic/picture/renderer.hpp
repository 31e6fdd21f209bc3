#pragma once

#include <memory>

#include "matcher/synthetic/picture/head.hpp"
#include "matcher/synthetic/picture/scene.hpp"

namespace fieldtwin {

/// Pictures heads by following rays, with Embree. One a thread: it keeps what Embree needs between
/// pictures.
///
/// The shading is small and our own: textures, area lights with shadows, light from all around
/// with the shade of what is near, a highlight (Blinn-Phong), and layers that let light through
/// (hair). A picture is a pure function of its arguments: the same bytes in any thread.
class Renderer {
 public:
  Renderer();
  ~Renderer();
  Renderer(const Renderer&) = delete;
  Renderer& operator=(const Renderer&) = delete;

  LightImage picture(const Head& head, const View& view, const Lighting& lighting,
                     const PixelKey& key);

 private:
  struct Device;
  std::unique_ptr<Device> device_;
};

}  // namespace fieldtwin
