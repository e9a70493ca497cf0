#include "decode/OtlpBlocks.h"

#include "base/Hash.h"
#include "trace/Attribute.h"
#include "trace/KnownKeys.h"

namespace hallway {

void SyntheticTraces::give(SpanRecord& record, std::uint64_t document, std::uint64_t hash) {
    if (!m_trace || document != m_document) m_trace = {combineHash(hash, 1), combineHash(hash, 2), false};
    m_document = document;
    record.trace = *m_trace;
    record.flags.set(SpanFlag::SyntheticTrace);
    m_problems.add(ProblemCode::EmptyTraceId, [&] {
        return "span " + RecordProblems::quoted(m_strings.text(record.name)) +
               " has no trace id; the spans like it in one document form a trace";
    });
}

ResourceId OtlpFile::resourceOf(std::string_view attributes) {
    AttributeReader reader(attributes, context.strings);
    while (const auto attribute = reader.next()) {
        if (knownKey(attribute->key) != KnownKey::ServiceName || attribute->isText() ||
            attribute->type == ValueType::Null)
            continue;
        problems.add(ProblemCode::ServiceNameType, [&] {
            return "service.name is no text; read as " + RecordProblems::quoted(textOf(*attribute));
        });
    }
    return context.resources.intern(attributes, context.strings);
}

void countRescaled(ImportProblems& problems, const DecodedFile& file) {
    if (file.timeScale != 1)
        problems.add(ProblemCode::RescaledTimes, std::nullopt,
                     "all times are multiplied by " + std::to_string(file.timeScale) +
                         ": they are no nanoseconds",
                     file.spans);
}

SpanSlice OtlpScope::slice() const {
    SpanSlice slice;
    slice.resource = m_resource->id;
    slice.scope = id;
    slice.isLoose = !slice.resource.valid() || !m_file.context.resources[slice.resource].serviceName.valid();
    return slice;
}

void OtlpScope::complete(SpanRecord& record, const LooseSpan& loose, const SpanSlice& slice) {
    DecodeContext& context = m_file.context;
    if (!record.resource.valid())
        record.resource =
            m_resource->id.valid() ? m_resource->id : context.resources.intern({}, context.strings);
    if (!record.scope.valid())
        record.scope = id.valid() ? id : context.scopes.intern(StringId(0u), StringId(0u), {});
    m_file.problems.setPosition(slice.position);
    if (record.trace.isZero()) m_file.traces.give(record, m_resource->document, loose.hash);
    if (context.resources[record.resource].serviceName.valid()) return;
    m_file.problems.setPosition(m_resource->position);
    m_file.problems.add(ProblemCode::MissingService,
                        [] { return "spans whose resource has no service.name"; });
}

} // namespace hallway
