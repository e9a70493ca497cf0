// Which resource and scope OTLP spans belong to, in JSON and protobuf alike: either may stand after the
// spans, or be missing.
#pragma once

#include "decode/Decoder.h"
#include "decode/RecordProblems.h"
#include "decode/SpanTask.h"
#include "decode/TimeBands.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace hallway {

/// Gives spans without a trace id one: those of one document form a trace.
class SyntheticTraces {
public:
    SyntheticTraces(const StringPool& strings, RecordProblems& problems)
        : m_strings(strings), m_problems(problems) {}
    /// `hash` is the content's. Documents come in order.
    void give(SpanRecord& record, std::uint64_t document, std::uint64_t hash);

private:
    const StringPool& m_strings;
    RecordProblems& m_problems;
    std::uint64_t m_document = 0;
    std::optional<TraceId> m_trace; ///< of that document
};

/// What the blocks of one file share.
struct OtlpFile {
    DecodeContext& context;
    RecordProblems& problems; ///< the walking thread's
    SyntheticTraces traces{context.strings, problems};

    /// A resource with these packed attributes; a service name that is no text is counted.
    [[nodiscard]] ResourceId resourceOf(std::string_view attributes);
};

/// Where times are multiplied, that is said, of all spans.
void countRescaled(ImportProblems& problems, const DecodedFile& file);

/// One ResourceSpans.
struct OtlpResource {
    ResourceId id;              ///< invalid until known
    FilePosition position;      ///< of its first byte
    std::uint64_t document = 0; ///< number of its document in the file
    bool isOpen = true;         ///< a resource may still come
};

/// One ScopeSpans.
class OtlpScope final : public SpanBlock {
public:
    OtlpScope(OtlpFile& file, std::shared_ptr<const OtlpResource> resource)
        : m_file(file), m_resource(std::move(resource)) {}

    ScopeId id;         ///< invalid until known
    bool isOpen = true; ///< a scope may still come

    /// A span of this scope as far as it is known now; its place is added by the caller.
    [[nodiscard]] SpanSlice slice() const;

    [[nodiscard]] bool isClosed() const override {
        return (id.valid() || !isOpen) && (m_resource->id.valid() || !m_resource->isOpen);
    }
    /// Also counts spans whose resource has no service name.
    void complete(SpanRecord& record, const LooseSpan& loose, const SpanSlice& slice) override;

private:
    OtlpFile& m_file;
    std::shared_ptr<const OtlpResource> m_resource;
};

} // namespace hallway
