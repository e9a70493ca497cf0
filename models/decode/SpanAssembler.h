// The last steps that every format's span goes through: ids that are missing, times that cannot be, and on
// into a batch.
#pragma once

#include "base/StringCache.h"
#include "decode/RecordProblems.h"
#include "decode/SpanDraft.h"
#include "decode/SpanTask.h"

#include <optional>
#include <string>

namespace hallway {

class SpanAssembler {
public:
    SpanAssembler(StringCache& strings, RecordProblems& problems)
        : m_strings(strings.pool()), m_problems(problems) {}

    /// Records go to this task from now on.
    void fill(SpanTask& task) { m_task = &task; }
    /// A record with empty texts to be filled, which is from this slice of the task; valid until keep() or
    /// drop(). Its attributes, events and links go to draft().
    SpanRecord& begin(const SpanSlice& slice);
    [[nodiscard]] SpanDraft& draft() { return m_draft; }
    /// Adds a link to the draft; one without ids is counted and left out.
    void addLink(const Link& link);
    /// A time of the file in nanoseconds; 0 and a counted InvalidTime if it is negative or does not fit.
    [[nodiscard]] Timestamp time(std::optional<std::int64_t> nanoseconds, std::string_view what);
    /// Counts what is odd about the record and adds it to the batch. The reader has set SpanFlag::Unfinished
    /// already. What Zipkin's records lack is not counted: another may tell it (ZipkinParts.h). What lacks a
    /// resource, a scope or a trace id becomes a LooseSpan.
    void keep(StringId process = {});
    void drop() { m_task->batch.spans.pop_back(); }
    /// The span kept last stands in one record of the file with the one before.
    void countAsSide() { ++m_task->furtherSides; }

    /// `span "name"`, for problems of the record.
    [[nodiscard]] std::string subject() const;

private:
    void checkTimes();

    const StringPool& m_strings;
    RecordProblems& m_problems;
    SpanDraft m_draft;
    SpanTask* m_task = nullptr;
    const SpanSlice* m_slice = nullptr; ///< of the record between begin() and keep() or drop()
};

} // namespace hallway
