// From what a Zipkin record says to spans: calls.md rules 11 and 22, formats.md 4.1.
#pragma once

#include "decode/JaegerValues.h"
#include "decode/SpanBench.h"
#include "decode/ZipkinContent.h"
#include "decode/ZipkinResources.h"

#include <optional>

namespace hallway {

/// One thread.
class ZipkinWriter {
public:
    explicit ZipkinWriter(SpanBench& bench) : m_bench(bench) {}

    /// Each side becomes a record.
    void write(const ZipkinContent& content, const SpanSlice& slice);

private:
    void write(const ZipkinContent& content, std::size_t side, const SpanSlice& slice);
    void addTag(const ZipkinTag& tag);
    /// A tag that says what spans have a field for.
    [[nodiscard]] bool takeTag(StringId key, std::string_view text);
    void addOther(const ZipkinEndpoint& remote);
    void setTimes(const ZipkinSide& side);
    void setStatus();
    [[nodiscard]] ScopeId scope();

    SpanBench& m_bench;
    JaegerValues m_values; ///< of tags that are no text
    ZipkinResources m_resources{m_bench.strings, m_bench.tables.resources};
    SpanRecord* m_record = nullptr;
    bool m_hasPeer = false, m_hasPeerAddress = false, m_hasPeerPort = false; ///< a tag says it
    bool m_hasError = false;
    std::string_view m_error; ///< the text of the tag `error`
    std::optional<SpanStatus> m_status;
    StringId m_scopeName, m_scopeVersion;
    Scope m_lastScope; ///< the one of the span before is mostly the one of the next
    ScopeId m_lastScopeId;
};

} // namespace hallway
