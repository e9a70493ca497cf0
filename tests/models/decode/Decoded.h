// What a text decodes to, for tests: everything the decoder handed on, readable by number.
#pragma once

#include "decode/FileContents.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

class Decoded final : public SpanSink {
public:
    explicit Decoded(ByteSource& source, WindowLimits limits = {});
    explicit Decoded(std::string_view text, WindowLimits limits = {})
        : Decoded(*memorySource(text), limits) {}

    void accept(SpanBatch batch) override;

    [[nodiscard]] const Result<DecodedFile>& file() const { return m_file; }
    [[nodiscard]] std::string format() const { return m_file ? m_file->format : ""; }
    [[nodiscard]] std::size_t size() const { return m_places.size(); }
    [[nodiscard]] std::size_t batches() const { return m_batches.size(); }

    [[nodiscard]] const SpanRecord& span(std::size_t index = 0) const;
    [[nodiscard]] std::string name(std::size_t index = 0) const { return text(span(index).name); }
    [[nodiscard]] std::string trace(std::size_t index = 0) const {
        return textOf(span(index).trace, m_strings);
    }
    [[nodiscard]] std::string id(std::size_t index = 0) const { return textOf(span(index).id, m_strings); }
    /// "" for none.
    [[nodiscard]] std::string parent(std::size_t index = 0) const;
    [[nodiscard]] std::string text(StringId id) const { return std::string(m_strings.text(id)); }
    [[nodiscard]] std::int64_t start(std::size_t index = 0) const { return nanosecondsOf(span(index).start); }
    [[nodiscard]] std::int64_t end(std::size_t index = 0) const { return nanosecondsOf(span(index).end); }
    [[nodiscard]] bool has(SpanFlag flag, std::size_t index = 0) const { return span(index).flags.has(flag); }

    /// `a="text" b=5 c=0.5d d=true e=null f=bytes:AQID g=json:[1]`, in the order of the file.
    [[nodiscard]] std::string attributes(std::size_t index = 0) const;
    /// `name@time{attributes}`, separated by a space.
    [[nodiscard]] std::string events(std::size_t index = 0) const;
    /// `trace/span{attributes}`, separated by a space.
    [[nodiscard]] std::string links(std::size_t index = 0) const;
    [[nodiscard]] const Resource& resource(std::size_t index = 0) const {
        return m_resources[span(index).resource];
    }
    /// "" for none.
    [[nodiscard]] std::string service(std::size_t index = 0) const {
        return text(resource(index).serviceName);
    }
    [[nodiscard]] std::string resourceAttributes(std::size_t index = 0) const {
        return packed(resource(index).attributes);
    }
    /// `name version{attributes}`
    [[nodiscard]] std::string scope(std::size_t index = 0) const;

    [[nodiscard]] std::uint64_t count(ProblemCode code) const { return m_problems.count(code); }
    [[nodiscard]] Problem problem(ProblemCode code) const;
    /// `word×count`, separated by a space.
    [[nodiscard]] std::string problems() const;
    /// Everything of all spans in one text, to compare two decodings by.
    [[nodiscard]] std::string everything() const;

private:
    struct Place {
        std::size_t batch;
        std::size_t span;
    };
    [[nodiscard]] std::string packed(std::string_view attributes) const;

    StringPool m_strings;
    ResourceTable m_resources;
    ScopeTable m_scopes;
    ImportProblems m_problems;
    std::vector<SpanBatch> m_batches;
    std::vector<Place> m_places;
    Result<DecodedFile> m_file;
};

/// `bytes` given at most `step` at a time, as a slow pipe would.
class TricklingSource final : public ByteSource {
public:
    TricklingSource(std::string_view bytes, std::size_t step) : m_rest(bytes), m_step(step) {}
    Result<std::size_t> read(std::span<char> buffer) override;

private:
    std::string_view m_rest;
    std::size_t m_step;
};

/// A whole OTLP document around the members of one span.
[[nodiscard]] std::string otlpSpan(std::string_view members);
/// A whole Jaeger document around the members of one span.
[[nodiscard]] std::string jaegerSpan(std::string_view members);

} // namespace hallway
