#include "decode/ReadAheadSource.h"

#include <algorithm>
#include <exception>

namespace hallway {

ReadAheadSource::ReadAheadSource(ByteSource& inner, CancelSource stopInner)
    : m_inner(inner), m_stopInner(std::move(stopInner)), m_thread([this] { run(); }) {}

void ReadAheadSource::stop() {
    if (!m_thread.joinable()) return;
    m_stopInner.cancel();
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

Result<std::size_t> ReadAheadSource::fill(Slot& slot) {
    try {
        return m_inner.read({slot.bytes.get(), slotBytes});
    } catch (const std::exception& exception) { // may not leave the thread
        return fail(ErrorCode::Internal, {exception.what()});
    }
}

void ReadAheadSource::run() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_filled - m_emptied < m_slots.size() || m_stopping; });
        if (m_stopping) return;
        Slot& slot = m_slots[m_filled % m_slots.size()];
        lock.unlock();
        slot.size = fill(slot);
        const bool isLast = slot.size.value_or(0) == 0;
        lock.lock();
        ++m_filled;
        m_changed.notify_all();
        if (isLast) return;
    }
}

Result<std::size_t> ReadAheadSource::read(std::span<char> buffer) {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_filled > m_emptied || m_stopping; });
    if (m_stopping) return fail(ErrorCode::Cancelled);
    lock.unlock();
    const Slot& slot = m_slots[m_emptied % m_slots.size()];
    if (slot.size.value_or(0) == 0) return slot.size; // stays the last one
    const std::size_t count = std::min(buffer.size(), *slot.size - m_given);
    std::copy_n(slot.bytes.get() + m_given, count, buffer.data());
    m_given += count;
    if (m_given == *slot.size) {
        m_given = 0;
        lock.lock();
        ++m_emptied;
        m_changed.notify_all();
    }
    return count;
}

} // namespace hallway
