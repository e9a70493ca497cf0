// What the inspector shows of an edge, a service, a span or a whole capture: plain values, made off the GUI
// thread by the functions of Inspections.h. Texts from the capture are fit to be shown (format::printable).
#pragma once

#include "analysis/FanOutBins.h"
#include "analysis/LatencyAxis.h"
#include "analysis/ServiceGraph.h"
#include "items/CallModel.h"
#include "items/SelectionModel.h"
#include "trace/CallCodes.h"
#include "trace/Span.h"
#include "trace/SpanDetails.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// Calls by latency; all vectors have `axis.rows` elements, none without samples.
struct LatencyBins {
    LatencyAxis axis;
    std::vector<std::uint32_t> calls, failed; ///< `failed` are part of `calls`
    bool operator==(const LatencyBins&) const = default;
};

/// Calls by the time they start, in equal intervals of `range`; nothing where no call has a time.
struct CallBins {
    TimeRange range;                          ///< finite
    std::vector<std::uint32_t> calls, failed; ///< `failed` are part of `calls`
    bool operator==(const CallBins&) const = default;
};

/// analysis/Operations.h with its name as text.
struct OperationItem {
    QString name; ///< empty where a call has no span
    std::uint64_t calls = 0, failed = 0;
    std::optional<Distribution> latency;
    bool operator==(const OperationItem&) const = default;
};

/// An edge upstream whose callers saw failures of the inspected edge.
struct PassedOn {
    EdgeId edge;
    QString caller, callee;
    std::uint64_t passed = 0; ///< its failed calls that hold a failed call of the inspected edge
    std::uint64_t failed = 0; ///< all its failed calls
    bool operator==(const PassedOn&) const = default;
};

/// Where the failures of an edge start, each with the first example.
struct FailureOriginItem {
    struct Part {
        std::uint64_t calls = 0;
        TraceRow trace; ///< of the example; invalid without one
        SpanRow span;
        bool operator==(const Part&) const = default;
    };
    Part startsHere, passedOn, swallowed;
    bool operator==(const FailureOriginItem&) const = default;
};

/// Of some calls, whatever they have in common.
struct CallsFigures {
    std::uint64_t calls = 0, failed = 0;
    std::optional<Distribution> latency;
    LatencyBins bins;
    CallBins overTime;
    std::vector<OperationItem> operations; ///< most calls first
    std::vector<CallItem> worst;           ///< failed first, then slowest
};

struct EdgeInspection {
    GraphEdge edge; ///< figures of the range
    NodeKind callerKind = NodeKind::Service, calleeKind = NodeKind::Service;
    QString caller, callee;
    QString system; ///< of a virtual callee: "postgresql"; empty where unknown
    LatencyBins latency;
    CallBins overTime;
    std::vector<OperationItem> operations; ///< most calls first
    std::optional<FanOutBins> fanOut;      ///< nothing where the caller is virtual
    FailureOriginItem origins;
    std::vector<PassedOn> passedOn; ///< nearest first; `user → gateway` comes last
    std::vector<CallItem> worst;    ///< failed first, then slowest; at most mostWorst
    std::optional<CallCodes> codes; ///< nothing while they are not read
    static constexpr std::size_t mostWorst = 200;
};

/// An edge seen from one of its ends.
struct NeighbourItem {
    EdgeId edge;
    NodeId node;   ///< at the other end
    QString label; ///< of that node
    CallClass callClass = CallClass::Rpc;
    std::uint64_t calls = 0, failed = 0;
    std::optional<Distribution> latency;
    bool operator==(const NeighbourItem&) const = default;
};

struct NodeInspection {
    GraphNode node; ///< figures of the range
    QString label;
    std::optional<Distribution> requestLatency; ///< also of a virtual node: of the calls into it
    LatencyBins latency;
    CallBins overTime;
    std::vector<OperationItem> operations;
    std::vector<NeighbourItem> incoming,
        outgoing;                ///< worst first (look.md 5.1), without those that have no call
    std::vector<CallItem> worst; ///< requests; failed first, then slowest; at most mostWorst
    std::optional<CallCodes> codes;
    static constexpr std::size_t mostWorst = EdgeInspection::mostWorst;
};

struct SpanLinkItem {
    QString traceId, spanId;
    std::optional<TraceRow> trace; ///< where it was imported
    std::optional<SpanRow> span;
    std::vector<NamedValue> attributes;
};

struct SpanInspection {
    SpanRow span;
    TraceRow trace;
    NodeId node;
    QString service, serviceName, serviceNamespace; ///< label; what its colour is derived from
    QString operation, traceId, spanId, parentId;
    SpanKind kind = SpanKind::Unspecified;
    SpanStatus status = SpanStatus::Unset;
    QString statusMessage, traceState;
    QString scopeName, scopeVersion;
    QString source; ///< the file it came from
    SpanFlags flags;
    std::optional<Timestamp> start;
    std::optional<Duration> duration, selfTime; ///< nothing for spans without an end
    std::optional<Duration> skew;               ///< how much its clock seems to be off (calls.md 2.5)
    std::uint32_t droppedCount = 0;             ///< attributes, events and links the exporter dropped
    std::vector<NamedValue> attributes, resource, scope;
    std::vector<EventDetails> events;
    std::vector<SpanLinkItem> links;
};

struct CaptureInspection {
    QString title;
    CaptureFigures figures;
    std::uint64_t edges = 0, calls = 0, failed = 0; ///< of the range; without those of `(missing parent)`
    std::uint64_t problems = 0;                     ///< kinds of them
    std::optional<TimeRange> range;                 ///< the chosen one
    CallsFigures requests;                          ///< from outside (analysis/CallSource.h)
    std::optional<CallCodes> codes;                 ///< of these
};

/// The calls of a box of the heatmap.
struct CallsInspection {
    QString first, second; ///< "gateway →", "payments"; `first` empty for a service
    LatencyBox box;
    CallsFigures figures;
    std::optional<CallCodes> codes;
};

} // namespace hallway
