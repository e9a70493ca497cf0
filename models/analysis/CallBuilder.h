// From spans to calls: calls.md rules 1–18, 20–25, over all files of a capture together, independent of their
// order.
#pragma once

#include "analysis/SpanFacts.h"
#include "base/Cancellation.h"
#include "base/Result.h"
#include "trace/CallTable.h"
#include "trace/ImportProblems.h"
#include "trace/ResourceTable.h"
#include "trace/SpanBatch.h"
#include "trace/SpanTable.h"

#include <memory>
#include <string>
#include <vector>

namespace hallway {

/// Everything about the imported spans that calls are built from. Filled batch by batch.
class CallInput {
public:
    CallInput(StringPool& strings, const ResourceTable& resources);
    ~CallInput();
    CallInput(CallInput&&) noexcept;
    CallInput& operator=(CallInput&&) = delete;

    /// Takes what it needs of a batch; its first span becomes StoreRow `firstRow`, the others follow.
    void append(const SpanBatch& batch, StoreRow firstRow);
    /// Multiplies the times of the spans [first, end) (a file's, see DecodedFile::timeScale).
    void rescale(StoreRow first, StoreRow end, std::int64_t scale);
    [[nodiscard]] std::size_t size() const;

    struct Columns; ///< CallInputColumns.h, private to this room
    [[nodiscard]] Columns& columns() { return *m_columns; }

private:
    std::unique_ptr<Columns> m_columns;
};

struct BuiltCalls {
    SpanTable spans;
    CallTable calls;
    std::vector<StoreRow> duplicates;                        ///< dropped by rule 1, ascending
    std::vector<StoreRow> selfParents, cycles, idCollisions; ///< for the problems list (rules 1 and 4)
};

/// Consumes the input. `strings` is the input's pool; names of virtual nodes are not added to it. Works on up
/// to `threads` threads, 0 = one a processor; the result does not depend on them. Errors:
/// Cancelled.
[[nodiscard]] Result<BuiltCalls> buildCalls(CallInput input, const CancelToken& cancel = {},
                                            unsigned threads = 0);

} // namespace hallway
