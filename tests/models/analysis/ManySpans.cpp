#include "ManySpans.h"

#include "trace/Attribute.h"
#include "trace/KnownKeys.h"

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

namespace hallway::test {

namespace {

constexpr std::int64_t origin = 1'700'000'000'000'000'000;
constexpr std::size_t services = 12;

class Population {
public:
    Population(const ManySpansOptions& options, StringPool& strings, ResourceTable& resources,
               SpanBatch& batch)
        : m_options(options), m_random(options.seed), m_strings(strings), m_writer(strings), m_batch(batch) {
        for (std::size_t i = 0; i < services; ++i) {
            std::string packed;
            m_writer.begin(packed);
            m_writer.addText(idOf(KnownKey::ServiceName), "service-" + std::to_string(i));
            m_resources.push_back(resources.intern(packed, strings));
        }
    }

    void add() {
        if (m_batch.spans.empty() || one(m_options.spansPerTrace)) beginTrace();
        SpanRecord span;
        span.trace = m_trace;
        span.id.value = m_options.oddities && !m_inTrace.empty() && one(60) ? anyInTrace() : m_random() | 1;
        if (!m_inTrace.empty() && !one(30))
            span.parent.value = m_options.oddities && one(25) ? m_random() | 1 : anyInTrace();
        span.start = timestampOf(origin + below(600'000'000'000));
        span.end = one(80) ? Timestamp() : span.start + Duration(below(2'000'000));
        span.name = m_strings.intern("operation-" + std::to_string(below(30)));
        span.kind = anyKind();
        if (m_inTrace.empty() || span.kind == SpanKind::Server || one(8))
            m_resource = m_resources[static_cast<std::size_t>(below(services))];
        span.resource = m_resource; // mostly that of the span before
        span.status = one(15) ? SpanStatus::Error : SpanStatus::Unset;
        describe(span);
        m_inTrace.push_back(span.id.value);
        if (span.kind == SpanKind::Producer) m_producers.push_back({span.trace, span.id});
        m_batch.spans.push_back(span);
        if (m_options.oddities && one(100)) m_batch.spans.push_back(span);
    }

private:
    [[nodiscard]] std::int64_t below(std::int64_t end) {
        return static_cast<std::int64_t>(m_random() % static_cast<std::uint64_t>(end));
    }
    [[nodiscard]] bool one(std::size_t in) { return m_random() % in == 0; }
    [[nodiscard]] std::uint64_t anyInTrace() { return m_inTrace[m_random() % m_inTrace.size()]; }

    [[nodiscard]] SpanKind anyKind() {
        static constexpr std::array usual{SpanKind::Unspecified, SpanKind::Internal, SpanKind::Server,
                                          SpanKind::Client};
        if (one(8)) return one(2) ? SpanKind::Producer : SpanKind::Consumer;
        return usual[m_random() % usual.size()];
    }

    void beginTrace() {
        m_trace = {m_random(), m_random() | 1, false};
        m_inTrace.clear();
    }

    void describe(SpanRecord& span) {
        const std::size_t offset = m_batch.bytes.size();
        m_writer.begin(m_batch.bytes);
        const auto add = [this](KnownKey key, const std::string& text) { m_writer.addText(idOf(key), text); };
        if (span.kind == SpanKind::Client) {
            if (one(3)) {
                add(KnownKey::DbSystem, "postgresql");
                add(KnownKey::ServerAddress, "db-" + std::to_string(below(5)));
            } else if (one(3)) {
                add(KnownKey::PeerService, "service-" + std::to_string(below(services + 3)));
            } else if (one(2)) {
                add(KnownKey::UrlFull, "https://api-" + std::to_string(below(9)) + ".example/orders");
            }
            if (one(20)) m_writer.addInt(idOf(KnownKey::HttpRequestResendCount), 1);
        } else if (span.kind == SpanKind::Producer || span.kind == SpanKind::Consumer) {
            add(KnownKey::MessagingSystem, "kafka");
            add(KnownKey::MessagingDestinationName, "topic-" + std::to_string(below(6)));
            if (span.kind == SpanKind::Consumer && !m_producers.empty() && one(2)) link(span);
        }
        if (one(40)) add(KnownKey::ErrorType, "timeout");
        span.attributes = {static_cast<std::uint32_t>(offset),
                           static_cast<std::uint32_t>(m_batch.bytes.size() - offset)};
        span.attributeCount = m_writer.count();
    }

    void link(SpanRecord& span) {
        span.firstLink = static_cast<std::uint32_t>(m_batch.links.size());
        span.linkCount = 1;
        m_batch.links.push_back(one(10) ? LinkTarget{{1, 2, false}, {3, false}}
                                        : m_producers[m_random() % m_producers.size()]);
    }

    ManySpansOptions m_options;
    std::mt19937_64 m_random;
    StringPool& m_strings;
    AttributeWriter m_writer;
    SpanBatch& m_batch;
    std::vector<ResourceId> m_resources;
    std::vector<LinkTarget> m_producers;
    ResourceId m_resource;
    TraceId m_trace;
    std::vector<std::uint64_t> m_inTrace; ///< ids
};

CallInput inputOf(const SpanBatch& batch, StringPool& strings, const ResourceTable& resources) {
    CallInput input(strings, resources);
    input.append(batch, StoreRow(0u));
    return input;
}

} // namespace

ManySpans::ManySpans(const ManySpansOptions& options) {
    seedKnownKeys(m_strings);
    Population population(options, m_strings, m_resources, m_batch);
    while (m_batch.spans.size() < options.spans)
        population.add();
}

CallInput ManySpans::input() { return inputOf(m_batch, m_strings, m_resources); }

CallInput ManySpans::shuffledInput(std::uint64_t seed) {
    SpanBatch shuffled = m_batch;
    std::shuffle(shuffled.spans.begin(), shuffled.spans.end(), std::mt19937_64(seed));
    return inputOf(shuffled, m_strings, m_resources);
}

SpanBatch ManySpans::chain(std::size_t spans, StringPool& strings, ResourceTable& resources) {
    SpanBatch batch;
    const ResourceId resource = resources.intern("", strings);
    for (std::size_t i = 0; i < spans; ++i) {
        SpanRecord span;
        span.trace = {1, 1, false};
        span.id.value = spans - i; // children before parents in the order of ids
        span.parent.value = i == 0 ? 0 : spans - i + 1;
        span.start = timestampOf(origin);
        span.end = span.start + Duration(2 * (spans - i));
        span.name = strings.intern("work");
        span.resource = resource;
        span.kind = i % 2 == 0 ? SpanKind::Server : SpanKind::Client;
        batch.spans.push_back(span);
    }
    return batch;
}

} // namespace hallway::test
