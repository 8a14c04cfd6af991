// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot/gif.h"

#include <gif_lib.h>

#include <QRect>
#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

#include "core/sentence.h"

namespace rnnscope {
namespace {

constexpr std::size_t mostColours = 255;  // one of 256 is for what stays as it is
constexpr std::size_t commonest = 96;     // of these
constexpr int unchanged = 255;            // the index that is transparent

int squaredDistance(QRgb a, QRgb b) {
    const int red = qRed(a) - qRed(b), green = qGreen(a) - qGreen(b), blue = qBlue(a) - qBlue(b);
    return red * red + green * green + blue * blue;
}

/// Each colour with how often it occurs, the commonest first.
std::vector<std::pair<int, QRgb>> coloursOf(const std::vector<QImage>& samples) {
    QHash<QRgb, int> counts;
    for (const QImage& sample : samples) {
        const QImage picture = sample.convertToFormat(QImage::Format_RGB32);
        for (int y = 0; y < picture.height(); ++y) {
            const auto* row = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
            for (int x = 0; x < picture.width();) {
                const int from = x;
                while (x < picture.width() && row[x] == row[from])
                    ++x;
                counts[row[from] | 0xff000000U] += x - from;
            }
        }
    }
    std::vector<std::pair<int, QRgb>> colours;
    colours.reserve(std::size_t(counts.size()));
    for (auto each = counts.cbegin(); each != counts.cend(); ++each)
        colours.emplace_back(each.value(), each.key());
    std::sort(colours.begin(), colours.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    return colours;
}

/// Adds, one by one, the colour that the palette so far would show worst: far from all of its
/// colours, and on many pixels, though areas do not outweigh all else.
void addWorstShown(std::vector<QRgb>& palette, const std::vector<std::pair<int, QRgb>>& colours) {
    std::vector<int> distance(colours.size(), std::numeric_limits<int>::max());
    const auto include = [&](QRgb chosen) {
        for (std::size_t k = 0; k < colours.size(); ++k)
            distance[k] = std::min(distance[k], squaredDistance(colours[k].second, chosen));
    };
    for (const QRgb each : palette)
        include(each);
    while (palette.size() < mostColours) {
        std::size_t worst = 0;
        double most = 0;
        for (std::size_t k = 0; k < colours.size(); ++k)
            if (const double error = distance[k] * std::sqrt(colours[k].first); error > most) {
                most = error;
                worst = k;
            }
        palette.push_back(colours[worst].second);
        include(palette.back());
    }
}

int append(GifFileType* gif, const GifByteType* bytes, int count) {
    static_cast<QByteArray*>(gif->UserData)->append(reinterpret_cast<const char*>(bytes), count);
    return count;
}

}  // namespace

std::vector<QRgb> gifPalette(const std::vector<QImage>& samples) {
    const auto colours = coloursOf(samples);
    const std::size_t exact = colours.size() <= mostColours ? colours.size() : commonest;
    std::vector<QRgb> palette;
    palette.reserve(mostColours);
    for (std::size_t k = 0; k < exact; ++k)
        palette.push_back(colours[k].second);
    if (colours.size() > exact)
        addWorstShown(palette, colours);
    return palette;
}

struct GifEncoder::File {
    QByteArray bytes;
    GifFileType* gif = nullptr;
};

GifEncoder::GifEncoder(const QSize& size, const std::vector<QRgb>& palette)
    : file_(std::make_unique<File>()), size_(size), palette_(palette) {
    assert(!palette.empty() && palette.size() <= mostColours);
    assert(!size.isEmpty() && std::max(size.width(), size.height()) <= 65535);
    int error = 0;
    file_->gif = EGifOpen(&file_->bytes, append, &error);
    std::vector<GifColorType> colours(256);
    for (std::size_t k = 0; k < palette.size(); ++k)
        colours[k] = {GifByteType(qRed(palette[k])), GifByteType(qGreen(palette[k])),
                      GifByteType(qBlue(palette[k]))};
    ColorMapObject* map = GifMakeMapObject(256, colours.data());
    failed_ = !file_->gif || !map;
    if (!failed_) {
        EGifSetGifVersion(file_->gif, true);
        // Repeats for ever: https://www.w3.org/Graphics/GIF/spec-gif89a.txt, and Netscape's block.
        const unsigned char always[] = {1, 0, 0};
        failed_ = EGifPutScreenDesc(file_->gif, size.width(), size.height(), 8, 0, map) != GIF_OK ||
                  EGifPutExtensionLeader(file_->gif, APPLICATION_EXT_FUNC_CODE) != GIF_OK ||
                  EGifPutExtensionBlock(file_->gif, 11, "NETSCAPE2.0") != GIF_OK ||
                  EGifPutExtensionBlock(file_->gif, 3, always) != GIF_OK ||
                  EGifPutExtensionTrailer(file_->gif) != GIF_OK;
    }
    GifFreeMapObject(map);
    next_.resize(std::size_t(size.width()) * std::size_t(size.height()));
}

GifEncoder::~GifEncoder() {
    if (file_->gif)
        EGifCloseFile(file_->gif, nullptr);
}

unsigned char GifEncoder::indexOf(QRgb colour) {
    const auto known = nearest_.constFind(colour);
    if (known != nearest_.constEnd())
        return *known;
    std::size_t best = 0;
    int least = std::numeric_limits<int>::max();
    for (std::size_t k = 0; k < palette_.size(); ++k)
        if (const int distance = squaredDistance(palette_[k], colour); distance < least) {
            least = distance;
            best = k;
        }
    return nearest_[colour] = static_cast<unsigned char>(best);
}

void GifEncoder::add(const QImage& picture, int hundredths) {
    assert(picture.size() == size_);
    if (failed_)
        return;
    const QImage pixels = picture.convertToFormat(QImage::Format_RGB32);
    const int width = size_.width(), height = size_.height();
    QRect changed = first_ ? QRect(QPoint(), size_) : QRect();
    for (int y = 0; y < height; ++y) {
        const auto* row = reinterpret_cast<const QRgb*>(pixels.constScanLine(y));
        unsigned char* to = next_.data() + std::ptrdiff_t(y) * width;
        for (int x = 0; x < width; ++x)
            to[x] = x > 0 && row[x] == row[x - 1] ? to[x - 1] : indexOf(row[x]);
        if (first_)
            continue;
        const unsigned char* before = shown_.data() + std::ptrdiff_t(y) * width;
        const auto begin = std::mismatch(to, to + width, before);
        if (begin.first == to + width)
            continue;
        int last = width - 1;
        while (to[last] == before[last])
            --last;
        const int from = int(begin.first - to);
        changed |= QRect(from, y, last - from + 1, 1);
    }
    if (changed.isNull())
        changed = QRect(0, 0, 1, 1);  // a picture like the last has its time all the same

    const GraphicsControlBlock control{DISPOSE_DO_NOT, false, std::clamp(hundredths, 2, 65535),
                                       unchanged};
    GifByteType block[4];
    EGifGCBToExtension(&control, block);
    failed_ = EGifPutExtension(file_->gif, GRAPHICS_EXT_FUNC_CODE, 4, block) != GIF_OK ||
              EGifPutImageDesc(file_->gif, changed.x(), changed.y(), changed.width(),
                               changed.height(), false, nullptr) != GIF_OK;
    std::vector<GifByteType> line(std::size_t(changed.width()));
    for (int y = changed.top(); y <= changed.bottom() && !failed_; ++y) {
        const std::ptrdiff_t at = std::ptrdiff_t(y) * width + changed.x();
        for (int x = 0; x < changed.width(); ++x)
            line[std::size_t(x)] =
                !first_ && next_[std::size_t(at + x)] == shown_[std::size_t(at + x)]
                    ? GifByteType(unchanged)
                    : next_[std::size_t(at + x)];
        failed_ = EGifPutLine(file_->gif, line.data(), changed.width()) != GIF_OK;
    }
    shown_ = next_;
    first_ = false;
}

Result<QByteArray> GifEncoder::finish() {
    int error = 0;
    if (file_->gif && EGifCloseFile(std::exchange(file_->gif, nullptr), &error) != GIF_OK)
        failed_ = true;
    if (failed_ || first_)
        return Error{Sentence::tr("there is not enough memory for the film; choose a smaller one")};
    return file_->bytes;
}

}  // namespace rnnscope
