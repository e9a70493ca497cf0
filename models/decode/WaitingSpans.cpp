#include "decode/WaitingSpans.h"

#include <cerrno>
#include <filesystem>
#include <type_traits>
#include <utility>

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

namespace hallway {

namespace {

/// Calls visit(part, number) for all that grows with the spans of a task.
template <class Visit>
void forEachPart(SpanTask& task, Visit visit) {
    std::size_t number = 0;
    visit(task.slices, number++);
    visit(task.loose, number++);
    visit(task.batch.spans, number++);
    visit(task.batch.links, number++);
    visit(task.batch.bytes, number++);
}

/// Moves the whole of a part between memory and file: `step` is pread or pwrite.
template <class Part, class Step>
bool moveAll(Part& part, std::uint64_t& offset, Step step) {
    static_assert(std::is_trivially_copyable_v<typename Part::value_type>);
    auto* bytes = reinterpret_cast<char*>(part.data());
    std::size_t left = part.size() * sizeof(typename Part::value_type);
    while (left > 0) {
        const ::ssize_t done = step(bytes, left, static_cast<::off_t>(offset));
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return false;
        bytes += done;
        left -= static_cast<std::size_t>(done);
        offset += static_cast<std::uint64_t>(done);
    }
    return true;
}

/// Also gives back the memory, which an assignment would keep.
constexpr auto release = []<class Part>(Part& part, std::size_t) { Part().swap(part); };

} // namespace

WaitingSpans::~WaitingSpans() {
    if (m_file >= 0) ::close(m_file);
}

bool WaitingSpans::hasFile() {
    if (std::exchange(m_tried, true)) return m_file >= 0;
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
    if (error) return false;
    std::string name = (folder / "hallway-waiting-XXXXXX").string();
    m_file = ::mkostemp(name.data(), O_CLOEXEC);
    if (m_file >= 0) ::unlink(name.c_str());
    return m_file >= 0;
}

void WaitingSpans::put(SpanTask& task) {
    if (!hasFile()) return;
    SpanTask::OnDisk place{m_end, {}};
    std::uint64_t end = m_end;
    bool written = true;
    forEachPart(task, [&](auto& part, std::size_t number) {
        place.counts[number] = part.size();
        written = written && moveAll(part, end, [this](const char* bytes, std::size_t size, ::off_t offset) {
                      return ::pwrite(m_file, bytes, size, offset);
                  });
    });
    if (!written) return;
    m_end = end;
    task.onDisk = place;
    forEachPart(task, release);
}

bool WaitingSpans::take(SpanTask& task) {
    if (!task.onDisk) return true;
    const SpanTask::OnDisk place = *std::exchange(task.onDisk, std::nullopt);
    std::uint64_t offset = place.offset;
    bool read = true;
    forEachPart(task, [&](auto& part, std::size_t number) {
        part.resize(place.counts[number]);
        read = read && moveAll(part, offset, [this](char* bytes, std::size_t size, ::off_t from) {
                   return ::pread(m_file, bytes, size, from);
               });
    });
    if (!read) forEachPart(task, release);
    return read;
}

} // namespace hallway
