// The graph that controls ask for: the recorded one or a projection of it, with boxes.
#pragma once

#include "analysis/CallProjection.h"
#include "base/Cancellation.h"
#include "base/Result.h"
#include "session/Capture.h"
#include "session/GraphControls.h"

#include <memory>
#include <string>

namespace hallway {

/// Immutable; any thread.
struct GraphSubject {
    std::shared_ptr<const NodeGroups> groups;             ///< null: no boxes are wanted
    std::shared_ptr<const CallDestinations> destinations; ///< null: never asked for
    std::shared_ptr<const CallProjection> projection;     ///< null: nodes and edges are the recorded ones
    NodeBoxes boxes;                                      ///< by the ids of `whole`
    std::shared_ptr<const ServiceGraph> whole;            ///< figures of all calls

    /// The node of `whole` that shows a recorded one; nothing if it is taken apart.
    [[nodiscard]] std::optional<NodeId> shown(NodeId recorded) const;
    /// An edge that shows it; nothing if it lies within a collapsed group.
    [[nodiscard]] std::optional<EdgeId> shown(EdgeId recorded) const;
    /// The recorded node that is meant: of an operation its service; nothing for groups and queues between.
    [[nodiscard]] std::optional<NodeId> recorded(NodeId shown) const;
    /// Only where it has the same calls.
    [[nodiscard]] std::optional<EdgeId> recorded(EdgeId shown) const;
};

/// Reads attributes where groups or queues are asked for, unless `before`, of the same capture, has them;
/// null = nothing. Names that the capture does not have are passed over. Errors: Cancelled, CacheDamaged.
[[nodiscard]] Result<GraphSubject> graphSubjectOf(const std::shared_ptr<const Capture>& capture,
                                                  const GraphControls& controls, const GraphSubject* before,
                                                  const CancelToken& cancel);

/// The figures of its nodes and edges for a subset of the capture.
[[nodiscard]] ServiceGraph figuresOf(const GraphSubject& subject, const Capture& capture,
                                     const Subset& subset);

/// Puts into such figures what the edges are of the critical paths of the subset's traces (calls.md 2.6).
/// Cancelled: something, to be dropped.
void addCriticalPath(ServiceGraph& figures, const GraphSubject& subject, const Capture& capture,
                     const Subset& subset, const CancelToken& cancel = {});

/// Puts into such figures which edges repeat calls (N+1) in the subset's requests. An edge that does not show
/// the calls of exactly one recorded edge gets none.
void addRepeats(ServiceGraph& figures, const GraphSubject& subject, const Capture& capture,
                const Subset& subset);

/// The part of controls that leaves something out, in ids of `subject`. A focus that is not there is none.
[[nodiscard]] GraphFilter filterOf(const GraphControls& controls, const GraphSubject& subject);

/// What of a capture lies in one trace.
[[nodiscard]] Subset subsetOfTrace(const Capture& capture, TraceRow trace);

/// By the spans of each resource. Errors: Cancelled, CacheDamaged.
[[nodiscard]] Result<NodeGroups> groupsOf(const Capture& capture, const std::string& key,
                                          const CancelToken& cancel);
/// calls.md rule 11, [queue]; a queue without a name is the unknown one of its producer. Errors: as above.
[[nodiscard]] Result<CallDestinations> destinationsOf(const Capture& capture, const CancelToken& cancel);

} // namespace hallway
