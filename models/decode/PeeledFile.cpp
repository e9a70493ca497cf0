#include "decode/PeeledFile.h"

#include "decode/Utf8Source.h"

namespace hallway {

namespace {
constexpr std::size_t maximumLayers = 3;
}

PeeledFile::PeeledFile(ByteSource& file, ExpansionGuard& guard, CancelToken cancel, ReadAhead ahead)
    : m_file(file), m_guard(guard), m_cancel(std::move(cancel)), m_ahead(ahead) {}

ByteSource& PeeledFile::content() {
    if (m_readAhead) return *m_readAhead;
    return m_sources.empty() ? m_file : *m_sources.back();
}

Status PeeledFile::peel() {
    while (m_layers.size() < maximumLayers) {
        std::string head;
        if (const Status taken = takeHead(content(), head, compressionMagicBytes); !taken)
            return fail(taken.error());
        const auto kind = compressionOf(head);
        m_sources.push_back(std::make_unique<ReplaySource>(std::move(head), content()));
        if (!kind) break;
        auto layer = std::make_unique<DecompressedSource>(
            *kind, content(), m_guard,
            [stop = m_stop.token(), cancel = m_cancel] { return stop.cancelled() || cancel.cancelled(); });
        m_layers.push_back(layer.get());
        m_sources.push_back(std::move(layer));
    }
    if (!m_layers.empty() || m_ahead == ReadAhead::Always)
        m_readAhead = std::make_unique<ReadAheadSource>(content(), m_stop);
    return {};
}

void PeeledFile::finish(ImportProblems& problems) {
    if (m_readAhead) m_readAhead->stop();
    for (const DecompressedSource* layer : m_layers)
        if (const auto& finding = layer->finding())
            problems.add(finding->code, finding->position, finding->detail, finding->count);
}

} // namespace hallway
