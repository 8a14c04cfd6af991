// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>
#include <functional>

#include "core/result.h"

namespace rnnscope {

/// Pictures one after another, all of one size.
struct Film {
    int frames = 1;
    double perSecond = 8;                      ///< 0.1 to 50
    std::function<QImage(int frame)> picture;  ///< drawn when it is needed; frames from 0
    std::function<bool(int frame)> goOn = {};  ///< asked before each; false stops it
};

/// Whether a file's name says that it is a film: .gif, .mp4, or .png with a place for the number of
/// the picture, as in "step-%03d.png".
bool namesFilm(const QString& file);

/// Writes a film. A GIF repeats for ever and stays on its last picture for a while; MP4 is written
/// by ffmpeg and needs it; numbered PNGs count from 1. What stood at `file` before stays unless all
/// went well; of numbered pictures those before an error stay.
Done saveFilm(const QString& file, const Film& film);

}  // namespace rnnscope
