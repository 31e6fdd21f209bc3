#pragma once
/// Which face of a photo is meant, and where its points are.

#include <opencv2/core.hpp>
#include <optional>
#include <vector>

#include "matcher/image/dlib_face.hpp"
#include "matcher/image/face_geometry.hpp"

namespace fieldtwin {

/// The faces of a photo, in its pixels, the one that is meant first.
///
/// Gradients on grey, at a longer side of 320 pixels, find nearly all in 7 ms. Where they find none,
/// or only one that is small or far from the middle, the photo's subject may have been missed: then
/// they look again at twice the size and with a lower threshold, and so does the network.
std::vector<FaceBox> find_faces(DlibFace& dlib, const cv::Mat& rgb);

/// How much a face looks like the subject of a photo of this size: its width over the photo's
/// shorter side, times exp(-d^2 / 2) with d its distance from the middle in units of 0.3 of that
/// side. A photo of a person has the person large and in the middle.
double prominence(const FaceBox& face, cv::Size photo);

/// Whether somebody else is in the photo nearly as large: at least half as wide as the first face.
bool has_second_subject(const std::vector<FaceBox>& faces);

}  // namespace fieldtwin
