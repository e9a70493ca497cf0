// Some spans on their way through a SpanPipeline: their bytes, then what was read from them.
#pragma once

#include "trace/ImportProblems.h"
#include "trace/SpanBatch.h"

#include <array>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

struct SpanBench;
struct TableHeader;
class SpanReader;
/// Called on the thread that will use the reader.
using MakeSpanReader = std::unique_ptr<SpanReader> (*)(SpanBench& bench);

/// One span as cut out of the stream, with what its surroundings had said of it by then.
struct SpanSlice {
    std::uint32_t begin = 0; ///< in SpanTask::bytes
    std::uint32_t size = 0;
    std::uint32_t block = 0;            ///< in SpanTask::blocks
    MakeSpanReader reader = nullptr;    ///< makes what reads it
    bool hasEscapes = false;            ///< JSON: a backslash is in it
    bool isLoose = false;               ///< its block must complete it in any case
    ResourceId resource;                ///< invalid: not known yet
    ScopeId scope;                      ///< likewise
    const TableHeader* table = nullptr; ///< of a row: what its cells mean; outlives the pipeline
    FilePosition position;
};

/// A record that lacks something only its block can add: a resource, a scope, a trace id.
struct LooseSpan {
    std::uint32_t record = 0; ///< in SpanTask::batch
    std::uint32_t slice = 0;  ///< in SpanTask::slices
    StringId process;         ///< Jaeger: the process it names; invalid = none
    std::uint64_t hash = 0;   ///< contentHash(), where the trace id is missing
};

/// What spans have in common and may be told after them in the file. Lives on the walking thread.
class SpanBlock {
public:
    virtual ~SpanBlock() = default;
    /// Nothing more will be learned: its spans can be completed and handed on.
    [[nodiscard]] virtual bool isClosed() const = 0;
    /// Called in file order, once closed.
    virtual void complete(SpanRecord& record, const LooseSpan& loose, const SpanSlice& slice) = 0;
};

struct SpanTask {
    std::string bytes; ///< of all slices, each followed by 64 readable bytes
    std::vector<SpanSlice> slices;
    std::vector<std::shared_ptr<SpanBlock>> blocks;

    SpanBatch batch;
    std::vector<LooseSpan> loose;
    std::uint32_t furtherSides = 0; ///< spans that stand in one record of the file with the one before
    ImportProblems problems;
    std::exception_ptr failure; ///< memory, not input
    /// Where slices, loose and batch lie while they wait (WaitingSpans.h).
    struct OnDisk {
        std::uint64_t offset;
        std::array<std::size_t, 5> counts;
    };
    std::optional<OnDisk> onDisk;
    bool isRead = false;

    [[nodiscard]] std::string_view bytesOf(const SpanSlice& slice) const {
        return std::string_view(bytes).substr(slice.begin, slice.size);
    }
};

} // namespace hallway
