#include "SampleCapture.h"

#include "trace/Attribute.h"
#include "trace/Event.h"
#include "trace/KnownKeys.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace hallway::test {

namespace {

constexpr std::int64_t millisecond = 1'000'000, second = 1000 * millisecond;
constexpr std::array<const char*, 3> names{"GET /", "POST cart", "AddItem"};
constexpr std::array<SpanKind, 3> kinds{SpanKind::Server, SpanKind::Client, SpanKind::Server};
constexpr std::array<std::int64_t, 3> offsets{0, 10 * millisecond, 20 * millisecond};
constexpr std::array<std::int64_t, 3> durations{100 * millisecond, 80 * millisecond, 50 * millisecond};

bool fails(std::uint32_t trace, std::uint32_t place) { return place == 2 && trace % 2 == 1; }

/// The last trace has ids that are no hex numbers.
TraceId traceId(std::uint32_t trace, bool opaque, StringPool& strings) {
    if (opaque) return TraceId::opaqueText(strings.intern("trace-" + std::to_string(trace)));
    return {0x0102030405060708ULL, trace + 1, false};
}

SpanId spanId(std::uint32_t row, bool opaque, StringPool& strings) {
    if (opaque) return SpanId::opaqueText(strings.intern("span-" + std::to_string(row)));
    return {0xabc0000000000000ULL + row, false};
}

ByteRange append(std::string& bytes, const std::string& packed) {
    const ByteRange range{static_cast<std::uint32_t>(bytes.size()),
                          static_cast<std::uint32_t>(packed.size())};
    bytes += packed;
    return range;
}

DistributionRow distribution(std::uint64_t samples, std::int64_t nanoseconds) {
    return {samples, Duration(nanoseconds), Duration(nanoseconds), Duration(nanoseconds),
            Duration(nanoseconds)};
}

} // namespace

SampleCapture::SampleCapture(std::uint32_t traceCount) {
    seedKnownKeys(*strings);
    addResources();
    for (std::uint32_t trace = 0; trace < traceCount; ++trace)
        addTrace(trace);
    addCalls(traceCount);
    addFigures(traceCount);
}

void SampleCapture::addResources() {
    std::string packed;
    for (const char* const service : {"frontend", "cart"}) {
        packed.clear();
        packer.begin(packed);
        packer.addText(idOf(KnownKey::ServiceName), service);
        packer.addText(idOf(KnownKey::ServiceNamespace), "shop");
        packer.addText(idOf(KnownKey::HostName), std::string(service) + "-host");
        resources.intern(packed, *strings);
    }
    packed.clear();
    packer.begin(packed);
    packer.addText(strings->intern("scope.kind"), "auto");
    scopes.intern(strings->intern("http-instrumentation"), strings->intern("1.2.3"), packed);
}

void SampleCapture::addTrace(std::uint32_t trace) {
    for (std::uint32_t place = 0; place < 3; ++place)
        addSpan(trace, place);
    spans.traces.append(batch.spans.back().trace, 3);
}

void SampleCapture::addSpan(std::uint32_t trace, std::uint32_t place) {
    const std::uint32_t row = trace * 3 + place;
    const bool opaque = trace % 4 == 3;
    const StringId name = strings->intern(names[place]);
    const Timestamp start = timestampOf(origin + trace * second + offsets[place]);
    const Timestamp end = start + Duration(durations[place]);

    std::string attributes;
    packer.begin(attributes);
    packer.addText(strings->intern("http.route"), place == 2 ? "/cart/{id}" : "/");
    packer.addInt(idOf(KnownKey::HttpResponseStatusCode), fails(trace, place) ? 503 : 200);
    packer.addDouble(strings->intern("load"), 0.25);
    packer.addBool(strings->intern("cached"), place == 1);
    packer.addNull(strings->intern("nothing"));
    packer.addBytes(strings->intern("raw"), std::string_view("\0\xff", 2));
    packer.addJson(strings->intern("tags"), R"(["a","b"])");
    packer.addText(strings->intern("user.id"), "user-" + std::to_string(row));

    std::string eventAttributes, events, links;
    packer.begin(eventAttributes);
    packer.addText(idOf(KnownKey::ExceptionType), "TimeoutError");
    if (place == 2)
        appendEvent(events,
                    {start + Duration(millisecond), strings->intern("exception"), 1, eventAttributes});
    if (place == 2) {
        const Link link{traceId(0, false, *strings), spanId(0, false, *strings), strings->intern("vendor=1"),
                        eventAttributes};
        appendLink(links, link);
    }

    SpanRecord span;
    span.trace = traceId(trace, opaque, *strings);
    span.id = spanId(row, opaque, *strings);
    if (place > 0) span.parent = spanId(row - 1, opaque, *strings);
    span.start = start;
    span.end = end;
    span.name = name;
    if (fails(trace, place)) span.statusMessage = strings->intern("no more carts");
    span.traceState = strings->intern("es=s:1");
    span.resource = ResourceId(place == 2 ? 1u : 0u);
    span.scope = ScopeId(0u);
    span.kind = kinds[place];
    span.status = fails(trace, place) ? SpanStatus::Error : SpanStatus::Unset;
    span.droppedCount = place;
    span.attributeCount = 8;
    span.attributes = append(batch.bytes, attributes);
    span.events = append(batch.bytes, events);
    span.links = append(batch.bytes, links);
    batch.spans.push_back(span);

    SpanFlags flags;
    flags.set(SpanFlag::Failed, fails(trace, place));
    flags.set(SpanFlag::Entry, place != 1);
    spans.start.push_back(start);
    spans.end.push_back(end);
    spans.id.push_back(span.id.value);
    spans.parent.push_back(place == 0 ? SpanRow() : SpanRow(row - 1));
    spans.node.push_back(NodeId(place == 2 ? 0u : 1u));
    spans.name.push_back(name);
    spans.host.push_back(resources[span.resource].host);
    spans.storeRow.push_back(StoreRow(row));
    spans.flags.push_back(flags);
    spans.kindAndStatus.push_back(SpanTable::pack(span.kind, span.status, opaque));
}

void SampleCapture::addCalls(std::uint32_t traceCount) {
    calls.nodes = {{"cart", "shop", "cart", NodeKind::Service, PeerRule::None, "", false, false},
                   {"frontend", "shop", "frontend", NodeKind::Service, PeerRule::None, "", false, false},
                   {"user", "", "user", NodeKind::User, PeerRule::Caller, "", false, false}};
    calls.edges = {{NodeId(1u), NodeId(0u), CallClass::Rpc, 0, traceCount},
                   {NodeId(2u), NodeId(1u), CallClass::Rpc, traceCount, traceCount}};
    if (traceCount == 0) calls.edges.clear();
    for (std::uint32_t trace = 0; trace < traceCount; ++trace) {
        calls.client.push_back(SpanRow(trace * 3 + 1));
        calls.server.push_back(SpanRow(trace * 3 + 2));
        calls.entry.push_back(SpanRow(trace * 3));
        calls.time.push_back(spans.start[trace * 3 + 1]);
        const auto side = static_cast<std::uint16_t>(CallFlag::ClientSide);
        const auto failed =
            static_cast<std::uint16_t>(static_cast<unsigned>(CallFlag::Failed) |
                                       static_cast<unsigned>(CallFlag::FailedHere) | (2u << 12));
        calls.flags.push_back(fails(trace, 2) ? static_cast<std::uint16_t>(side | failed) : side);
    }
    for (std::uint32_t trace = 0; trace < traceCount; ++trace) {
        calls.client.push_back(SpanRow());
        calls.server.push_back(SpanRow(trace * 3));
        calls.entry.push_back(SpanRow());
        calls.time.push_back(spans.start[trace * 3]);
        calls.flags.push_back(0);
    }
}

void SampleCapture::addFigures(std::uint32_t traceCount) {
    const std::uint64_t failed = traceCount / 2;
    EdgeRow toCart;
    toCart.caller = "frontend";
    toCart.callee = "cart";
    toCart.calls = traceCount;
    toCart.failed = toCart.failedHere = toCart.strictFailed = failed;
    toCart.latency = toCart.client = distribution(traceCount, 80 * millisecond);
    toCart.server = distribution(traceCount, 50 * millisecond);
    toCart.network = distribution(traceCount, 30 * millisecond);
    toCart.fanOut = EdgeRow::FanOut{traceCount, 1.0, 1.0, 1.0, 1};
    EdgeRow toFrontend;
    toFrontend.caller = "user";
    toFrontend.callee = "frontend";
    toFrontend.calls = traceCount;
    toFrontend.latency = toFrontend.server = distribution(traceCount, 100 * millisecond);
    edges = {toCart, toFrontend};

    services = {{"cart", "shop", NodeKind::Service, traceCount, failed,
                 distribution(traceCount, 50 * millisecond), ServiceRow::FanOut{}},
                {"frontend", "shop", NodeKind::Service, traceCount, 0,
                 distribution(traceCount, 100 * millisecond), ServiceRow::FanOut{1.0, 1, 1, 1}},
                {"user", "", NodeKind::User, std::nullopt, std::nullopt, std::nullopt, std::nullopt}};

    sources = {{"a.json",
                "otlp-json",
                1234,
                traceCount * 3,
                {{ProblemCode::BrokenRecord, 2, FilePosition{77, 3}, "span \"GET /\" has kind 99"},
                 {ProblemCode::OpaqueId, 1, FilePosition{99, std::nullopt}, "trace-3"}}},
               {"b.json", "jaeger", 0, 0, {}}};
    summary = {traceCount, traceCount * 3, 2, 0, 0, 0, std::nullopt, std::nullopt};
    if (traceCount == 0) return;
    summary.start = spans.start.front();
    summary.end = spans.end[(traceCount - 1) * 3];
}

FinishedCapture SampleCapture::finished() const {
    return {sources,    *strings, resources, scopes,   spans,      calls,
            duplicates, summary,  edges,     services, "0123abcd", blobs};
}

Status SampleCapture::finish(CaptureWriter& writer) const {
    if (Status added = writer.addTables(spans, calls, *strings); !added) return added;
    return writer.finish(finished());
}

Status SampleCapture::writeTo(const std::string& path) const {
    auto writer = CaptureWriter::create(path);
    if (!writer) return fail(writer.error());
    if (Status added = writer->addBatch(batch, StoreRow(0u), SourceId(0u)); !added) return added;
    return finish(*writer);
}

ScratchFolder::ScratchFolder()
    : m_path((std::filesystem::temp_directory_path() / "hallway-store-XXXXXX").string()) {
    if (!::mkdtemp(m_path.data())) std::abort();
}

ScratchFolder::~ScratchFolder() {
    std::error_code error;
    std::filesystem::remove_all(m_path, error);
}

std::string readAll(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void writeAll(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

} // namespace hallway::test
