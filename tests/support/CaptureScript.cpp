#include "support/CaptureScript.h"

#include "base/Hash.h"
#include "trace/Event.h"
#include "trace/KnownKeys.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace hallway::test {

namespace {

constexpr std::int64_t originMs = 1'700'000'000'000;

TraceId traceIdOf(const std::string& name) { return {hashOf(name), hashOf(name, 1) | 1, false}; }

void pack(AttributeWriter& writer, StringPool& strings,
          const std::vector<std::pair<std::string, ScriptValue>>& attributes) {
    for (const auto& [key, value] : attributes) {
        const StringId id = strings.intern(key);
        if (const auto* const flag = std::get_if<bool>(&value))
            writer.addBool(id, *flag);
        else if (const auto* const number = std::get_if<std::int64_t>(&value))
            writer.addInt(id, *number);
        else if (const auto* const real = std::get_if<double>(&value))
            writer.addDouble(id, *real);
        else
            writer.addText(id, std::get<std::string>(value));
    }
}

ByteRange rangeSince(const std::string& bytes, std::size_t offset) {
    return {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(bytes.size() - offset)};
}

class BatchBuilder {
public:
    BatchBuilder(const std::vector<std::pair<std::string, ScriptSpan>>& spans, StringPool& strings,
                 ResourceTable& resources)
        : m_spans(spans), m_strings(strings), m_resources(resources), m_writer(strings) {}

    void add(const std::string& name, const ScriptSpan& span) {
        SpanRecord record;
        record.trace = traceIdOf(span.trace);
        record.id = idOf(span.sharesIdOf.empty() ? name : span.sharesIdOf);
        if (!span.parent.empty()) record.parent = idOf(span.parent);
        if (span.from != ScriptSpan::noTime) record.start = CaptureScript::at(span.from);
        if (span.to != ScriptSpan::noTime) record.end = CaptureScript::at(span.to);
        record.name = m_strings.intern(span.name);
        record.kind = span.kind;
        record.status = span.status;
        record.flags.set(SpanFlag::RemoteKnown, span.remoteParent);
        record.flags.set(SpanFlag::Remote, span.remoteParent);
        record.resource = resourceOf(span);

        std::size_t offset = batch.bytes.size();
        m_writer.begin(batch.bytes);
        pack(m_writer, m_strings, span.attributes);
        record.attributes = rangeSince(batch.bytes, offset);
        record.attributeCount = m_writer.count();
        offset = batch.bytes.size();
        if (span.escapedException) addEscapedException(record.start);
        record.events = rangeSince(batch.bytes, offset);
        record.firstLink = static_cast<std::uint32_t>(batch.links.size());
        record.linkCount = static_cast<std::uint32_t>(span.links.size());
        for (const std::string& target : span.links)
            batch.links.push_back({traceOf(target), idOf(target)});
        batch.spans.push_back(record);
    }

    SpanBatch batch;

private:
    [[nodiscard]] static SpanId idOf(const std::string& name) { return {hashOf(name) | 1, false}; }

    [[nodiscard]] TraceId traceOf(const std::string& spanName) const {
        const auto found = std::find_if(m_spans.begin(), m_spans.end(),
                                        [&](const auto& held) { return held.first == spanName; });
        return traceIdOf(found == m_spans.end() ? "not imported" : found->second.trace);
    }

    [[nodiscard]] ResourceId resourceOf(const ScriptSpan& span) {
        std::string packed;
        m_writer.begin(packed);
        if (!span.service.empty()) m_writer.addText(idOf(KnownKey::ServiceName), span.service);
        if (!span.nameSpace.empty()) m_writer.addText(idOf(KnownKey::ServiceNamespace), span.nameSpace);
        return m_resources.intern(packed, m_strings);
    }
    [[nodiscard]] static StringId idOf(KnownKey key) { return hallway::idOf(key); }

    void addEscapedException(Timestamp time) {
        std::string packed;
        m_writer.begin(packed);
        m_writer.addBool(idOf(KnownKey::ExceptionEscaped), true);
        appendEvent(batch.bytes, {time, m_strings.intern("exception"), 0, packed});
    }

    const std::vector<std::pair<std::string, ScriptSpan>>& m_spans;
    StringPool& m_strings;
    ResourceTable& m_resources;
    AttributeWriter m_writer;
};

} // namespace

Timestamp CaptureScript::at(std::int64_t milliseconds) {
    return Timestamp(std::chrono::milliseconds(originMs + milliseconds));
}

CaptureScript& CaptureScript::span(std::string name, ScriptSpan span) {
    m_spans.emplace_back(std::move(name), std::move(span));
    return *this;
}

ScriptedCapture CaptureScript::build(const std::vector<std::size_t>& order, const TimeRange& range) const {
    ScriptedCapture capture;
    capture.strings = std::make_unique<StringPool>();
    seedKnownKeys(*capture.strings);
    capture.resources = std::make_unique<ResourceTable>();
    BatchBuilder builder(m_spans, *capture.strings, *capture.resources);
    std::vector<std::size_t> indices = order;
    if (indices.empty()) {
        indices.resize(m_spans.size());
        std::iota(indices.begin(), indices.end(), std::size_t{0});
    }
    for (const std::size_t index : indices)
        builder.add(m_spans[index].first, m_spans[index].second);

    CallInput input(*capture.strings, *capture.resources);
    input.append(builder.batch, StoreRow(0u));
    auto built = buildCalls(std::move(input));
    if (!built) throw std::runtime_error("calls could not be built");
    capture.built = std::move(*built);
    capture.graph = deriveGraph(capture.built.spans, capture.built.calls, range);
    return capture;
}

const GraphEdge* ScriptedCapture::edge(std::string_view caller, std::string_view callee,
                                       std::optional<CallClass> callClass) const {
    for (const GraphEdge& edge : graph.edges)
        if (graph.nodes[edge.caller.index()].node.label == caller &&
            graph.nodes[edge.callee.index()].node.label == callee &&
            (!callClass || edge.callClass == *callClass))
            return &edge;
    return nullptr;
}

const GraphNode* ScriptedCapture::node(std::string_view label) const {
    for (const GraphNode& node : graph.nodes)
        if (node.node.label == label) return &node;
    return nullptr;
}

std::string ScriptedCapture::summary() const {
    std::string text;
    for (const GraphEdge& edge : graph.edges) {
        if (!text.empty()) text += ' ';
        text += graph.nodes[edge.caller.index()].node.label + ">" +
                graph.nodes[edge.callee.index()].node.label + ":" + std::string(wordOf(edge.callClass)) +
                "×" + std::to_string(edge.calls);
    }
    return text;
}

} // namespace hallway::test
