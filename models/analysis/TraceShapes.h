// Traces grouped by shape: the set of call paths they consist of.
#pragma once

#include "analysis/CallPaths.h"
#include "analysis/Distribution.h"
#include "analysis/Subset.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace hallway {

/// Traces of one shape and one kind of root.
struct TraceShape {
    std::uint64_t hash = 0;               ///< of the sorted hashes of its paths: the same in every capture
    std::uint64_t paths = 0;              ///< different ones
    std::uint64_t traces = 0, failed = 0; ///< failed: the root request did
    std::optional<Distribution> duration; ///< of the traces
    TraceRow slowest, median;             ///< the first without a duration, where none has one
    bool operator==(const TraceShape&) const = default;
};

/// All traces that begin with the same request.
struct ShapeGroup {
    PathStep root;
    std::uint64_t traces = 0;
    std::vector<TraceShape> shapes; ///< most traces first: the others are compared with that one
    bool operator==(const ShapeGroup&) const = default;
};

struct ShapeReport {
    std::vector<ShapeGroup> groups; ///< most traces first
    std::uint64_t traces = 0, shapes = 0;
    bool operator==(const ShapeReport&) const = default;
};

/// The call paths of a trace: one for each request, and one for each call that leaves a request and ends
/// where nobody left a span. A path that occurs several times counts once.
struct ShapePath {
    std::uint64_t hash = 0;
    std::uint64_t parent = 0; ///< hash of the path it continues; 0 = none
    PathStep step;            ///< the last one
};
/// In ascending order of their hashes.
[[nodiscard]] std::vector<ShapePath> pathsOf(TraceRow trace, const SpanTable& spans, const CallTable& calls,
                                             const Requests& requests, const CallPaths& paths);

/// The traces of the subset, each as a whole. On up to `threads` threads, 0 = one a processor; the result
/// does not depend on them.
[[nodiscard]] ShapeReport traceShapesOf(const SpanTable& spans, const CallTable& calls,
                                        const StringPool& strings, const Requests& requests,
                                        const CallPaths& paths, const Subset& subset, unsigned threads = 0);

/// TraceShape::hash of every trace, by TraceRow. On up to `threads` threads, 0 = one a processor.
[[nodiscard]] std::vector<std::uint64_t> traceShapeHashes(const SpanTable& spans, const CallTable& calls,
                                                          const StringPool& strings, unsigned threads = 0);

} // namespace hallway
