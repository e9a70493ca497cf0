// Captures written down by hand for the rules of calls.md: spans by name, times in milliseconds.
//
//   CaptureScript script;
//   script.span("a", {.service = "web", .kind = SpanKind::Client, .from = 0, .to = 100});
//   script.span("b", {.parent = "a", .service = "cart", .kind = SpanKind::Server, .from = 10, .to = 90});
//   const ScriptedCapture capture = script.build();
//   capture.edge("web", "cart")->calls
#pragma once

#include "analysis/CallBuilder.h"
#include "analysis/ServiceGraph.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace hallway::test {

using ScriptValue = std::variant<bool, std::int64_t, double, std::string>;

/// What an export says about one span. `parent` and `links` are names of other spans of the script, in any
/// trace; a name that no span has stands for an id that was not imported.
struct ScriptSpan {
    std::string trace = "t";
    std::string parent = {};     // every member has a default: tests name those that matter
    std::string service = "svc"; ///< "" = no service.name
    std::string nameSpace = {};
    std::string name = "op";
    SpanKind kind = SpanKind::Internal;
    SpanStatus status = SpanStatus::Unset;
    std::int64_t from = 0; ///< ms after the script's origin; noTime = absent
    std::int64_t to = 10;  ///< likewise
    std::vector<std::pair<std::string, ScriptValue>> attributes = {};
    std::vector<std::string> links = {};
    bool remoteParent = false; ///< flags 0x300
    bool escapedException = false;
    std::string sharesIdOf = {}; ///< name of a span whose id this one has too
    static constexpr std::int64_t noTime = INT64_MIN;
};

/// Tables, and shorthands to ask them.
struct ScriptedCapture {
    std::unique_ptr<StringPool> strings;
    std::unique_ptr<ResourceTable> resources;
    BuiltCalls built;
    ServiceGraph graph;

    /// The only edge between two labels; null if there is none. Several classes: name one.
    [[nodiscard]] const GraphEdge* edge(std::string_view caller, std::string_view callee,
                                        std::optional<CallClass> callClass = {}) const;
    [[nodiscard]] const GraphNode* node(std::string_view label) const;
    /// "web>cart:rpc×1 cart>db:database×2", in the order of the table: the whole graph at a glance.
    [[nodiscard]] std::string summary() const;
};

class CaptureScript {
public:
    CaptureScript& span(std::string name, ScriptSpan span);

    /// Builds the calls of all spans, given in the order of the script or in `order` (indices).
    [[nodiscard]] ScriptedCapture build(const std::vector<std::size_t>& order = {},
                                        const TimeRange& range = {}) const;
    [[nodiscard]] std::size_t size() const { return m_spans.size(); }

    /// The time of a millisecond of the script.
    [[nodiscard]] static Timestamp at(std::int64_t milliseconds);

private:
    std::vector<std::pair<std::string, ScriptSpan>> m_spans;
};

} // namespace hallway::test
