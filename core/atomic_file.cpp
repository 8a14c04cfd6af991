// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <optional>
#include <string>
#include <system_error>

#include "core/archive.h"
#include "core/sentence.h"

namespace rnnscope {
namespace {

namespace fs = std::filesystem;

/// A file in the target's folder; gone again unless it was put in place. Without a name until it is
/// whole, where the file system can do that: then nothing stays behind when the program is killed.
class TemporaryFile {
  public:
    explicit TemporaryFile(const fs::path& folder) {
        static std::atomic<unsigned> counter{0};
        // Not made from the target's name, which may already be as long as a name can be.
        const std::string stem = ".rnnscope-" + std::to_string(::getpid()) + "-";
        const auto takeName = [&] { path_ = folder / (stem + std::to_string(counter++) + ".tmp"); };
        takeName();
        // Without /proc, as in a bare root, it could not be given its name.
        if (::access("/proc/self/fd", X_OK) == 0)
            descriptor_ = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
        if (descriptor_ >= 0)
            return;
        // 0666 less the umask, as for any program's new file.
        while ((descriptor_ =
                    ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) < 0 &&
               errno == EEXIST)
            takeName();
        note(descriptor_);
        created_ = descriptor_ >= 0;
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (descriptor_ >= 0)
            ::close(descriptor_);
        if (created_)
            ::unlink(path_.c_str());
    }

    /// 0, or the errno of what failed first. After a failure all further calls do nothing.
    int error() const { return error_; }

    void setMode(mode_t mode) {
        if (error_ == 0)
            note(::fchmod(descriptor_, mode));
    }

    void write(std::string_view bytes) {
        while (error_ == 0 && !bytes.empty()) {
            // Some systems refuse or cut writes of 2 GiB and more.
            const std::size_t most = std::size_t{1} << 30;
            const ssize_t written =
                ::write(descriptor_, bytes.data(), std::min(bytes.size(), most));
            if (written < 0 && errno == EINTR)
                continue;
            note(written);
            if (error_ == 0)
                bytes.remove_prefix(static_cast<std::size_t>(written));
        }
    }

    void putInPlace(const fs::path& target) {
        if (error_ == 0)
            note(::fsync(descriptor_));
        if (error_ == 0 && !created_)
            giveName();
        if (error_ == 0) {
            // Network file systems report a full disk only here.
            note(::close(descriptor_));
            descriptor_ = -1;
        }
        if (error_ == 0)
            note(::rename(path_.c_str(), target.c_str()));
        if (error_ == 0)
            created_ = false;
    }

  private:
    /// One that a killed program left may have the name.
    void giveName() {
        const std::string content = "/proc/self/fd/" + std::to_string(descriptor_);
        const auto link = [&] {
            return ::linkat(AT_FDCWD, content.c_str(), AT_FDCWD, path_.c_str(), AT_SYMLINK_FOLLOW);
        };
        int status = link();
        if (status < 0 && errno == EEXIST && ::unlink(path_.c_str()) == 0)
            status = link();
        note(status);
        created_ = status == 0;
    }

    void note(ssize_t status) {
        if (status < 0 && error_ == 0)
            error_ = errno;
    }

    fs::path path_;
    int descriptor_ = -1;
    bool created_ = false;
    int error_ = 0;
};

std::string advice(int code) {
    switch (code) {
        case EACCES:
        case EPERM:
        case EROFS:
            return Sentence::tr("choose a folder that you may write to");
        case ENOENT:
        case ENOTDIR:
            return Sentence::tr("choose a folder that exists");
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return Sentence::tr("make room or choose another folder");
        default:
            return Sentence::tr("choose another place");
    }
}

Error failure(int code, const fs::path& file) {
    return {Sentence::tr("the file cannot be written: %1; %2",
                         std::generic_category().message(code), advice(code)),
            file.string()};
}

}  // namespace

Done writeAtomically(const fs::path& file, std::string_view bytes) {
    if (file.filename().empty())
        return Error{Sentence::tr("this names no file; give a file name"), file.string()};
    // What a link points to is replaced, not the link.
    std::error_code ignored;
    fs::path target = fs::is_symlink(file, ignored) ? fs::weakly_canonical(file, ignored) : file;
    if (target.empty())
        return failure(ELOOP, file);

    std::optional<mode_t> mode;
    struct stat info = {};
    if (::stat(target.c_str(), &info) == 0) {
        if (S_ISDIR(info.st_mode))
            return Error{Sentence::tr("this is a folder; give the name of a file in it"),
                         file.string()};
        if (!S_ISREG(info.st_mode))
            return Error{Sentence::tr("this is a device or pipe, which cannot be replaced; give "
                                      "the name of an ordinary file"),
                         file.string()};
        if (::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0)
            return Error{
                Sentence::tr(
                    "the file is write-protected; choose another name or allow writing to it"),
                file.string()};
        mode = info.st_mode & 07777;
    }

    TemporaryFile temporary(target.has_parent_path() ? target.parent_path() : fs::path("."));
    if (mode)
        temporary.setMode(*mode);
    temporary.write(bytes);
    temporary.putInPlace(target);
    if (temporary.error() != 0)
        return failure(temporary.error(), file);
    return done();
}

}  // namespace rnnscope
