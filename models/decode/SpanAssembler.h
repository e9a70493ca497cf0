// The last steps that every format's span goes through: ids that are missing, times that cannot be, and on
// into a batch.
#pragma once

#include "decode/RecordProblems.h"
#include "decode/SpanCollector.h"
#include "decode/SpanDraft.h"

#include <optional>
#include <string>

namespace hallway {

class SpanAssembler {
public:
    SpanAssembler(StringPool& strings, SpanCollector& collector, RecordProblems& problems)
        : m_strings(strings), m_collector(collector), m_problems(problems) {}

    /// Spans without a trace id belong to one synthetic trace per document.
    void beginDocument() { m_documentTrace.reset(); }

    /// A record with empty texts to be filled; its attributes, events and links go to draft().
    SpanRecord& begin();
    [[nodiscard]] SpanDraft& draft() { return m_draft; }
    /// A time of the file in nanoseconds; 0 and a counted InvalidTime if it is negative or does not fit.
    [[nodiscard]] Timestamp time(std::optional<std::int64_t> nanoseconds, std::string_view what);
    /// Counts what is odd about the record and hands it on. The reader has set SpanFlag::Unfinished already.
    /// With `traceFollows` a missing trace id is left at zero, for completeTrace().
    void keep(bool traceFollows = false);
    void drop() { m_collector.drop(); }

    /// Gives spans kept since `first` (held back) that have no trace id this one, or if it is zero a
    /// synthetic one.
    void completeTrace(std::uint64_t first, TraceId trace);

    /// `span "name"`, for problems of the record.
    [[nodiscard]] std::string subject() const;

private:
    void giveTrace(SpanRecord& record, std::uint64_t hash);
    void checkTimes();

    StringPool& m_strings;
    SpanCollector& m_collector;
    RecordProblems& m_problems;
    SpanDraft m_draft;
    SpanRecord* m_record = nullptr; ///< between begin() and keep() or drop()
    std::optional<TraceId> m_documentTrace;
};

} // namespace hallway
