// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QImage>
#include <memory>
#include <vector>

#include "core/result.h"

namespace rnnscope {

/// At most 255 colours for pictures like these, all of them theirs: the commonest, and those that
/// would be shown worst without.
std::vector<QRgb> gifPalette(const std::vector<QImage>& samples);

/// An animated GIF that repeats for ever, in memory. Of each picture only what changed is stored.
class GifEncoder {
  public:
    /// Sides up to 65535; 1 to 255 colours.
    GifEncoder(const QSize& size, const std::vector<QRgb>& palette);
    ~GifEncoder();
    GifEncoder(const GifEncoder&) = delete;
    GifEncoder& operator=(const GifEncoder&) = delete;

    /// A picture of that size, shown for so many hundredths of a second.
    void add(const QImage& picture, int hundredths);
    /// The file's bytes; the encoder is at its end.
    Result<QByteArray> finish();

  private:
    struct File;
    unsigned char indexOf(QRgb colour);

    std::unique_ptr<File> file_;
    QSize size_;
    std::vector<QRgb> palette_;
    QHash<QRgb, unsigned char> nearest_;
    std::vector<unsigned char> shown_, next_;  ///< indices of the palette, row by row
    bool first_ = true;
    bool failed_ = false;
};

}  // namespace rnnscope
