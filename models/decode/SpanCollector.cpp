#include "decode/SpanCollector.h"

namespace hallway {

namespace {
constexpr std::size_t spansPerBatch = 4096;
constexpr std::size_t bytesPerBatch = std::size_t{4} << 20;
} // namespace

SpanRecord& SpanCollector::begin() {
    if (m_batch.spans.empty() && m_count >= spansPerBatch) { // a large file: the next batch will be full too
        m_batch.spans.reserve(spansPerBatch);
        m_batch.bytes.reserve(bytesPerBatch / 4);
    }
    m_bytesBefore = m_batch.bytes.size();
    m_linksBefore = m_batch.links.size();
    return m_batch.spans.emplace_back();
}

void SpanCollector::keep() {
    ++m_count;
    if (m_batch.spans.size() < spansPerBatch && m_batch.bytes.size() < bytesPerBatch) return;
    SpanBatch full;
    std::swap(full, m_batch);
    if (m_holds > 0)
        m_held.push_back(std::move(full));
    else
        m_sink.accept(std::move(full));
}

void SpanCollector::drop() {
    m_batch.spans.pop_back();
    m_batch.links.resize(m_linksBefore);
    m_batch.bytes.resize(m_bytesBefore);
}

void SpanCollector::release() {
    if (--m_holds > 0) return;
    for (SpanBatch& held : m_held)
        m_sink.accept(std::move(held));
    m_held.clear();
}

void SpanCollector::finish() {
    m_holds = 1;
    release();
    if (m_batch.spans.empty()) return;
    SpanBatch last;
    std::swap(last, m_batch);
    m_sink.accept(std::move(last));
}

} // namespace hallway
