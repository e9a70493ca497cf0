// What the fuzz targets of the decoders share: decode a text and check what holds for every input.
#pragma once

#include "decode/FileContents.h"
#include "trace/Event.h"
#include "trace/KnownKeys.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace hallway::fuzz {

inline void require(bool holds) {
    if (!holds) std::abort();
}

/// Walks everything a batch holds, so that the sanitizers see each byte.
class CheckingSink final : public SpanSink {
public:
    CheckingSink(const StringPool& strings, const ResourceTable& resources, const ScopeTable& scopes)
        : m_strings(strings), m_resources(resources), m_scopes(scopes) {}

    void accept(SpanBatch batch) override {
        for (const SpanRecord& span : batch.spans) {
            ++spans;
            hasZipkin = hasZipkin || span.zipkin != ZipkinRecord::None;
            require(span.zipkin != ZipkinRecord::Merged);
            require(!span.trace.isZero() && !span.id.isZero());
            require(span.resource.index() < m_resources.size() && span.scope.index() < m_scopes.size());
            require(span.firstLink + span.linkCount <= batch.links.size());
            require(nanosecondsOf(span.start) >= 0);
            require(count(batch.bytesOf(span.attributes)) == span.attributeCount);
            std::string_view rest = batch.bytesOf(span.events);
            while (const auto event = takeEvent(rest))
                count(event->attributes);
            require(rest.empty());
            rest = batch.bytesOf(span.links);
            std::uint32_t links = 0;
            while (const auto link = takeLink(rest)) {
                count(link->attributes);
                ++links;
            }
            require(rest.empty() && links == span.linkCount);
        }
    }

    std::uint64_t spans = 0;
    bool hasZipkin = false;

private:
    std::uint32_t count(std::string_view packed) const {
        std::uint32_t number = 0;
        AttributeReader reader(packed, m_strings);
        while (const auto attribute = reader.next()) {
            ++number;
            require(textOf(*attribute).size() < (std::size_t{64} << 20));
        }
        return number;
    }

    const StringPool& m_strings;
    const ResourceTable& m_resources;
    const ScopeTable& m_scopes;
};

/// `decode(source, context, limits)` of the text, once with a small window and once with a large one: both
/// must hand on as many spans.
template <class Decode>
void decodeTwice(std::string_view text, Decode decode) {
    std::uint64_t spans[2] = {};
    int run = 0;
    for (const WindowLimits limits :
         {WindowLimits{8192, std::size_t{1} << 20}, WindowLimits{48, std::size_t{1} << 20}}) {
        StringPool strings;
        seedKnownKeys(strings);
        ResourceTable resources;
        ScopeTable scopes;
        ImportProblems problems;
        CheckingSink sink(strings, resources, scopes);
        DecodeContext context{strings, resources, scopes, sink, problems, {}, {}};
        const auto source = memorySource(text);
        const Result<DecodedFile> file = decode(*source, context, limits);
        // Of Zipkin, several records may be one span, and one record two.
        if (file && !sink.hasZipkin) require(file->spans == sink.spans);
        spans[run++] = sink.spans;
    }
    require(spans[0] == spans[1]);
}

} // namespace hallway::fuzz
