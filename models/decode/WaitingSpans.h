// Spans that were read and wait for what the file tells after them, such as their resource: where they are
// too many for the memory, they wait on the disk.
#pragma once

#include "decode/SpanTask.h"

#include <cstdint>

namespace hallway {

/// One thread. Its file has no name and goes with the process.
class WaitingSpans {
public:
    WaitingSpans() = default;
    WaitingSpans(const WaitingSpans&) = delete;
    WaitingSpans& operator=(const WaitingSpans&) = delete;
    ~WaitingSpans();

    /// Moves what was read of a task to the disk; it stays in memory where the disk does not take it.
    void put(SpanTask& task);
    /// Gives back what put() moved away. False if the disk has lost it: then the task has no spans.
    [[nodiscard]] bool take(SpanTask& task);

private:
    [[nodiscard]] bool hasFile();

    int m_file = -1;
    bool m_tried = false;
    std::uint64_t m_end = 0;
};

} // namespace hallway
