// An open capture: everything imported from one or several files, immutable and shared between threads.
#pragma once

#include "analysis/ServiceGraph.h"
#include "base/Cancellation.h"
#include "base/Progress.h"
#include "base/Result.h"
#include "layout/GraphLayout.h"
#include "trace/AttributeColumn.h"
#include "trace/AttributePredicate.h"
#include "trace/CallTable.h"
#include "trace/ResourceTable.h"
#include "trace/RowSet.h"
#include "trace/Source.h"
#include "trace/SpanDetails.h"
#include "trace/SpanTable.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace hallway {

class CaptureReader;
class DerivedFigures;
class TemporaryFolder;

class Capture {
public:
    /// What a capture is made of; CaptureOpener fills it.
    struct Parts {
        std::vector<Source> sources; ///< sorted by path
        std::unique_ptr<StringPool> strings;
        SpanTable spans;
        CallTable calls;
        CaptureFigures figures;
        ServiceGraph graph; ///< figures of the whole capture
        std::unique_ptr<CaptureReader> reader;
        std::string file;                           ///< of the database
        std::shared_ptr<TemporaryFolder> temporary; ///< what holds `file`, where it is not in the cache
        std::string fingerprint;                    ///< hex, over all sources
        std::vector<std::string> paths;             ///< as given, to open it again
        bool fromCache = false;                     ///< nothing was parsed
        bool readOnly = false;                      ///< an exported *.hallway
    };
    explicit Capture(Parts parts);
    ~Capture();

    [[nodiscard]] const std::vector<Source>& sources() const { return m_parts.sources; }
    [[nodiscard]] const StringPool& strings() const { return *m_parts.strings; }
    [[nodiscard]] const SpanTable& spans() const { return m_parts.spans; }
    [[nodiscard]] const CallTable& calls() const { return m_parts.calls; }
    [[nodiscard]] const CaptureFigures& figures() const { return m_parts.figures; }
    [[nodiscard]] const ServiceGraph& graph() const { return m_parts.graph; }
    [[nodiscard]] const std::string& fingerprint() const { return m_parts.fingerprint; }
    [[nodiscard]] const std::vector<std::string>& paths() const { return m_parts.paths; }
    [[nodiscard]] bool fromCache() const { return m_parts.fromCache; }
    [[nodiscard]] bool readOnly() const { return m_parts.readOnly; }
    /// The database on disk, for SqlQuery; it exists as long as the capture (in the cache: unless somebody
    /// clears it).
    [[nodiscard]] const std::string& file() const { return m_parts.file; }
    [[nodiscard]] const CaptureReader& reader() const { return *m_parts.reader; }
    /// "traces.json", "traces.json and 2 more": the names without folders.
    [[nodiscard]] std::string title() const;
    /// Kinds of problems over all sources (the window's "2 problems").
    [[nodiscard]] std::size_t problemCount() const;

    /// Attributes, events, links and resource of a span. Any thread, one at a time inside.
    /// Errors: SqlRefused, CacheDamaged.
    [[nodiscard]] Result<SpanDetails> details(SpanRow row) const;
    /// Of all spans of a trace, in row order.
    [[nodiscard]] Result<std::vector<SpanDetails>> details(TraceRow trace) const;

    /// For each predicate the spans it is true of. Passes the attributes of all spans once, on two threads.
    /// Any thread. Errors: Cancelled, CacheDamaged.
    [[nodiscard]] Result<std::vector<SpanSet>> spansWith(std::span<const AttributePredicate> predicates,
                                                         const CancelToken& cancel = {}) const;
    /// The numbers of an attribute by SpanRow; not a number where a span has none. As spansWith().
    [[nodiscard]] Result<std::vector<double>> numbers(AttributePlace place, const std::string& key,
                                                      const CancelToken& cancel = {}) const;

    /// The values of some attributes by SpanRow, a column for each name; `wanted`: null = of all spans, else
    /// of these, the others have none. Passes all rows, on two threads. Any thread. Errors: Cancelled,
    /// CacheDamaged.
    [[nodiscard]] Result<std::vector<AttributeColumn>> columns(std::span<const AttributeName> names,
                                                               const SpanSet* wanted = nullptr,
                                                               const CancelToken& cancel = {}) const;

    /// Self times, critical path and the like, for filters.
    [[nodiscard]] DerivedFigures& derivedFigures() const { return *m_derivedFigures; }

    /// The trace with this id as text (hex in any case, with or without leading zeros, or an opaque id).
    [[nodiscard]] std::optional<TraceRow> findTrace(std::string_view id) const;

    /// The layout kept for a request, if the same request was laid out before (key: hash of the request).
    [[nodiscard]] std::optional<GraphLayout> storedLayout(std::uint64_t requestHash) const;
    /// Keeps a layout in the cache for the next opening; failing to is no error. Any thread.
    void keepLayout(std::uint64_t requestHash, const GraphLayout& layout) const;

private:
    Parts m_parts;
    std::unique_ptr<DerivedFigures> m_derivedFigures; ///< thread-safe in itself
};

} // namespace hallway
