#include "CheckoutTrace.h"

#include "support/CaptureScript.h"
#include "support/SpanTableBuilder.h"

namespace hallway::test {
namespace {

ScriptSpan spanOf(const std::string& parent, const std::string& service, const std::string& name,
                  SpanKind kind, std::int64_t from, std::int64_t to) {
    ScriptSpan span;
    span.parent = parent;
    span.service = service;
    span.name = name;
    span.kind = kind;
    span.from = from;
    span.to = to;
    return span;
}

std::shared_ptr<const WaterfallTrace> traceOf(const SpanTableBuilder& builder) {
    StringPool strings;
    const SpanTable spans = builder.build(strings);
    CallTable calls;
    for (const char* name :
         {"gateway", "checkout", "cart", "pricing", "payments", "fraud", "orders", "stock"}) {
        Node node;
        node.name = name;
        node.label = name;
        calls.nodes.push_back(node);
    }
    const SpanTree tree = spanTreeOf(TraceRow(0u), spans, ClockMode::Raw);
    return std::make_shared<const WaterfallTrace>(
        waterfallTraceOf(tree, ClockMode::Raw, spans, calls, strings));
}

} // namespace

std::uint32_t CheckoutTrace::indexOf(const QString& operation, int nth) const {
    for (std::uint32_t i = 0; i < trace->spans.size(); ++i) {
        if (trace->operationOf(trace->spans[i]) == operation && nth-- == 0) {
            return i;
        }
    }
    return TreeSpan::none;
}

CheckoutTrace checkoutTrace() {
    CaptureScript script;
    const auto failed = [](ScriptSpan span) {
        span.status = SpanStatus::Error;
        return span;
    };
    const auto calling = [](ScriptSpan span, const char* key, const char* value) {
        span.attributes.emplace_back(key, std::string(value));
        return span;
    };
    script.span("gateway", failed(spanOf("", "gateway", "POST /checkout", SpanKind::Server, 0, 3340)));
    script.span("checkout", failed(spanOf("gateway", "checkout", "PlaceOrder", SpanKind::Server, 6, 3328)));
    script.span("accounts", spanOf("checkout", "accounts", "Verify", SpanKind::Server, 9, 28));
    script.span("cart", spanOf("checkout", "cart", "GetCart", SpanKind::Server, 31, 514));
    script.span("redis", calling(calling(spanOf("cart", "cart", "HGETALL", SpanKind::Client, 33, 36),
                                         "db.system", "redis"),
                                 "service.peer.name", "carts@redis-1"));
    for (int i = 0; i < 14; ++i) {
        script.span("quote" + std::to_string(i), spanOf("cart", "pricing", "Quote", SpanKind::Server,
                                                        44 + i * 33, 44 + i * 33 + (i == 13 ? 29 : 31)));
    }
    script.span("reserve", spanOf("checkout", "inventory", "Reserve", SpanKind::Server, 520, 702));
    script.span("update",
                calling(calling(spanOf("reserve", "inventory", "UPDATE", SpanKind::Client, 526, 696),
                                "db.system", "postgresql"),
                        "service.peer.name", "stock@pg-main"));
    script.span("payments", failed(spanOf("checkout", "payments", "Authorize", SpanKind::Server, 708, 3318)));
    script.span("fraud", spanOf("payments", "fraud", "Score", SpanKind::Server, 712, 764));
    const std::pair<int, int> tries[] = {{770, 1771}, {1971, 2972}, {3172, 3309}};
    for (int i = 0; i < 3; ++i) {
        ScriptSpan post = failed(
            calling(spanOf("payments", "payments", "POST", SpanKind::Client, tries[i].first, tries[i].second),
                    "service.peer.name", "api.acquirer.example"));
        if (i > 0) {
            post.attributes.emplace_back("http.request.resend_count", std::int64_t{i});
        }
        script.span("post" + std::to_string(i), post);
    }
    script.span("release", spanOf("checkout", "inventory", "Release", SpanKind::Server, 3319, 3326));

    const ScriptedCapture capture = script.build();
    const BuiltCalls& built = capture.built;
    CheckoutTrace result;
    const SpanTree tree = spanTreeOf(TraceRow(0u), built.spans, ClockMode::Raw);
    const auto build = [&](std::span<const SpanMarks> marks) {
        result.trace = std::make_shared<const WaterfallTrace>(
            waterfallTraceOf(tree, ClockMode::Raw, built.spans, built.calls, *capture.strings, marks));
    };
    build({});
    std::vector<SpanMarks> marks;
    const auto mark = [&](const char* operation, int nth,
                          std::initializer_list<std::pair<int, bool>> events) {
        SpanMarks& added = marks.emplace_back();
        added.row = result.trace->spans[result.indexOf(QString::fromUtf8(operation), nth)].row;
        for (const auto& event : events) {
            added.events.push_back(
                {CaptureScript::at(event.first),
                 event.second ? QStringLiteral("exception") : QStringLiteral("retry scheduled"),
                 event.second});
        }
    };
    mark("PlaceOrder", 0, {{3318, true}});
    mark("Authorize", 0, {{1771, false}, {2972, false}, {3312, true}});
    mark("POST  api.acquirer.example", 0, {{1771, true}});
    mark("POST  api.acquirer.example", 1, {{2972, true}});
    mark("POST  api.acquirer.example", 2, {{3309, true}});
    build(marks);
    return result;
}

std::shared_ptr<const WaterfallTrace> wideTrace(std::uint32_t count, std::uint32_t perChild) {
    static constexpr std::string_view names[] = {"GetCart", "Quote", "Reserve", "Authorize", "Score"};
    SpanTableBuilder builder;
    const auto length = static_cast<std::int64_t>(count) * 1000;
    builder.add({.id = 1, .start = 0, .end = length, .node = 0, .name = "POST /batch"});
    std::uint64_t parent = 1;
    for (std::uint32_t i = 2; i <= count; ++i) {
        const bool isChild = (i - 2) % (perChild + 1) == 0;
        const std::int64_t start = static_cast<std::int64_t>(i) * 990;
        const std::int64_t end = start + (isChild ? 1000 * (static_cast<std::int64_t>(perChild) + 1) : 900);
        TestSpan span{.id = i, .parent = isChild ? 1 : parent, .start = start, .end = std::min(end, length)};
        span.node = i * 7 / 3 % 8;
        span.name = names[i * 5 / 3 % 5];
        if (i % 997 == 0) {
            span.flags.set(SpanFlag::Failed);
        }
        builder.add(span);
        parent = isChild ? i : parent;
    }
    return traceOf(builder);
}

std::shared_ptr<const WaterfallTrace> deepTrace(std::uint32_t count) {
    SpanTableBuilder builder;
    for (std::uint32_t i = 1; i <= count; ++i) {
        builder.add({.id = i,
                     .parent = i - 1,
                     .start = i,
                     .end = 4 * static_cast<std::int64_t>(count) - i,
                     .node = i % 8,
                     .name = "recurse"});
    }
    return traceOf(builder);
}

} // namespace hallway::test
