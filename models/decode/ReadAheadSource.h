// Reads another source on a thread of its own, some buffers ahead of its reader.
#pragma once

#include "base/Cancellation.h"
#include "base/File.h"

#include <array>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace hallway {

/// For sources that take time of their own, such as decompression.
class ReadAheadSource final : public ByteSource {
public:
    /// `inner` outlives this; until stop() only the new thread may use it. `stopInner` is cancelled by
    /// stop(), so that a long read of `inner` returns.
    ReadAheadSource(ByteSource& inner, CancelSource stopInner);
    ~ReadAheadSource() override { stop(); }
    ReadAheadSource(const ReadAheadSource&) = delete;
    ReadAheadSource& operator=(const ReadAheadSource&) = delete;

    /// Errors: those of `inner`, each time again; Cancelled after stop().
    Result<std::size_t> read(std::span<char> buffer) override;

    /// Waits until the thread has ended, which may be within a read of `inner`.
    void stop();

private:
    static constexpr std::size_t slotBytes = std::size_t{1} << 20;
    struct Slot {
        std::unique_ptr<char[]> bytes = std::make_unique_for_overwrite<char[]>(slotBytes);
        Result<std::size_t> size; ///< 0 or an error is the last one's
    };
    void run();
    [[nodiscard]] Result<std::size_t> fill(Slot& slot);

    ByteSource& m_inner;
    CancelSource m_stopInner;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::array<Slot, 4>
        m_slots;               ///< a ring: each belongs to the thread until it is filled, then to the reader
    std::size_t m_filled = 0;  ///< slots ever filled
    std::size_t m_emptied = 0; ///< slots ever read to their end
    bool m_stopping = false;

    std::size_t m_given = 0; ///< of the slot being read; the reader's
    std::thread m_thread;    ///< last: starts when everything else is there
};

} // namespace hallway
