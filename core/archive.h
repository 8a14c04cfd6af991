// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/result.h"

namespace rnnscope {

/// An n-dimensional array of doubles in C order, as NumPy stores it. Shape () is one number.
struct Array {
    std::string name;
    std::vector<std::size_t> shape;
    std::vector<double> data;

    /// The matrix as it is written: shape (rows, columns).
    static Array matrix(std::string name, const Eigen::Ref<const Eigen::MatrixXd>& values);
    /// Shape (n).
    static Array vector(std::string name, const Eigen::Ref<const Eigen::VectorXd>& values);
    /// Shape ().
    static Array scalar(std::string name, double value);

    /// A (rows, columns) array as a matrix; a (n) array becomes one column. Other shapes assert.
    Eigen::MatrixXd toMatrix() const;
};

/// Most numbers that are read from one file: 1 GiB of doubles.
inline constexpr std::size_t mostNumbers = std::size_t{1} << 27;

/// Number of elements of a shape; nothing where the product overflows.
std::optional<std::size_t> elementCount(std::span<const std::size_t> shape);

/// One array in NumPy's NPY format, version 1 to 3: float16, float32, float64, signed and unsigned
/// integers, bool; little- and big-endian; C and Fortran order. Integers above 2^53 are rounded to
/// the nearest double. `file` is only for messages. Format:
/// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
Result<Array> parseNpy(std::string_view bytes, const std::string& file);
/// The bytes of an NPY file, version 1.0, '<f8'.
std::string formatNpy(const Array& array);

/// All arrays of an NPZ file, in its order. Arrays that unpack to more than 1 GiB together are
/// refused before they are unpacked. Members that are no arrays are errors.
Result<std::vector<Array>> readNpz(const std::filesystem::path& file);
/// Likewise from its bytes. `file` is only for messages.
Result<std::vector<Array>> parseNpz(std::string_view bytes, const std::string& file);
/// Writes an NPZ file that numpy.load opens (stored, or deflated where `compress`), through a
/// temporary file beside it that is renamed: a failed call leaves what stood there before. No time
/// stamps: the same arrays give the same bytes.
Done writeNpz(const std::filesystem::path& file, std::span<const Array> arrays,
              bool compress = false);

/// Replaces a file's content at once: written to a temporary name beside it, flushed, renamed. The
/// permissions of a file that stood there are kept; what a symbolic link points to is replaced.
Done writeAtomically(const std::filesystem::path& file, std::string_view bytes);

}  // namespace rnnscope
