#include "store/CaptureWriter.h"

#include "store/BulkTables.h"
#include "store/CaptureFile.h"
#include "store/Dictionary.h"
#include "store/FigureRows.h"
#include "store/KeptBlobs.h"
#include "store/SpanRowCodec.h"
#include "store/TableColumns.h"
#include "trace/Event.h"

#include <unistd.h>

#include <limits>
#include <utility>
#include <vector>

namespace hallway {

namespace {

/// Removes a file unless told to keep it.
class UnfinishedFile {
public:
    explicit UnfinishedFile(std::string path) : m_path(std::move(path)) {}
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;
    ~UnfinishedFile() {
        if (!m_path.empty()) ::unlink(m_path.c_str());
    }
    [[nodiscard]] const std::string& path() const { return m_path; }
    void keep() { m_path.clear(); }

private:
    std::string m_path;
};

Timestamp scaled(Timestamp time, std::int64_t factor) {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(nanosecondsOf(time), factor, &product))
        product = time < Timestamp() ? std::numeric_limits<std::int64_t>::min()
                                     : std::numeric_limits<std::int64_t>::max();
    return timestampOf(product);
}

std::string scaledEvents(std::string_view packed, std::int64_t factor) {
    std::string events;
    while (auto event = takeEvent(packed)) {
        event->time = scaled(event->time, factor);
        appendEvent(events, *event);
    }
    return events;
}

/// Rows [first, end) whose times are in another unit.
struct Rescaling {
    StoreRow first, end;
    std::int64_t factor;
};

} // namespace

struct CaptureWriter::Parts {
    UnfinishedFile file; // first, so that it goes last
    std::unique_ptr<BulkTables> tables;
    CancelToken cancel;
    RecordBuilder record;
    std::vector<Rescaling> rescalings;
    RowChecksum stringsChecksum{};
};

CaptureWriter::CaptureWriter(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
CaptureWriter::CaptureWriter(CaptureWriter&&) noexcept = default;
CaptureWriter::~CaptureWriter() = default;

Result<CaptureWriter> CaptureWriter::create(const std::string& path, CancelToken cancel) {
    ::unlink(path.c_str());
    auto tables = BulkTables::create(path);
    if (!tables) {
        ::unlink(path.c_str());
        return fail(tables.error());
    }
    return CaptureWriter(std::unique_ptr<Parts>(
        new Parts{UnfinishedFile(path), std::move(*tables), std::move(cancel), {}, {}}));
}

Status CaptureWriter::addBatch(const SpanBatch& batch, StoreRow firstRow, SourceId source) {
    if (m_parts->cancel.cancelled()) return fail(ErrorCode::Cancelled);
    std::uint32_t row = firstRow.value();
    for (const SpanRecord& span : batch.spans) {
        const std::string_view record =
            recordOf(fieldsOf(batch, span, StoreRow(row), source), m_parts->record);
        if (Status written = m_parts->tables->spans.append(row++, record); !written) return written;
    }
    return {};
}

void CaptureWriter::rescale(StoreRow first, StoreRow end, std::int64_t factor) {
    m_parts->rescalings.push_back({first, end, factor});
}

namespace {

Status rescaleRows(const Database& database, const Rescaling& rescaling) {
    auto select = database.prepare(std::string("SELECT ") + spanRowColumns +
                                   " FROM span_row WHERE row >= ? AND row < ?");
    if (!select) return fail(select.error());
    auto update = database.prepare(
        "UPDATE span_row SET start_ns = ?, end_ns = ?, events = ?, checksum = ? WHERE row = ?");
    if (!update) return fail(update.error());
    select->bind(1, rescaling.first);
    select->bind(2, std::int64_t{rescaling.end.value()});
    for (;;) {
        const auto more = select->step();
        if (!more) return fail(more.error());
        if (!*more) return {};
        auto fields = readSpanRow(*select);
        if (!fields) return fail(ErrorCode::Internal, {"a row just written has changed"});
        const std::string events = scaledEvents(fields->events, rescaling.factor);
        fields->events = events;
        update->bind(1, nanosecondsOf(scaled(fields->start, rescaling.factor)));
        update->bind(2, nanosecondsOf(scaled(fields->end, rescaling.factor)));
        update->bindBlobOrNull(3, events);
        update->bind(4, std::int64_t{checksumOf(*fields)});
        update->bind(5, fields->row);
        if (Status updated = update->run(); !updated) return updated;
    }
}

Status removeDuplicates(const Database& database, std::span<const StoreRow> duplicates) {
    auto remove = database.prepare("DELETE FROM span_row WHERE row = ?");
    if (!remove) return fail(remove.error());
    for (const StoreRow row : duplicates) {
        remove->bind(1, row);
        if (Status removed = remove->run(); !removed) return removed;
    }
    return {};
}

Status writeBlobs(const Database& database, std::span<const NamedBlob> blobs) {
    for (const NamedBlob& blob : blobs)
        if (Status kept = keepBlob(database, blob.name, blob.bytes); !kept) return kept;
    return {};
}

} // namespace

Status CaptureWriter::addTables(const SpanTable& spans, const CallTable& calls, const StringPool& strings) {
    BulkTables& tables = *m_parts->tables;
    if (Status done = writeColumns(tables.chunks, spans, calls); !done) return done;
    if (m_parts->cancel.cancelled()) return fail(ErrorCode::Cancelled);
    if (Status done = writeCalls(tables.calls, spans, calls); !done) return done;
    if (Status done = writeFailedSpans(tables.failedSpans, spans); !done) return done;
    const auto checksum = writeStrings(tables.strings, strings);
    if (!checksum) return fail(checksum.error());
    m_parts->stringsChecksum = *checksum;
    const Status done = tables.finish();
    m_parts->tables.reset();
    return done;
}

Status CaptureWriter::finish(const FinishedCapture& capture) {
    if (m_parts->cancel.cancelled()) return fail(ErrorCode::Cancelled);
    auto database = resumeCapture(m_parts->file.path());
    if (!database) return fail(database.error());
    database->cancelWith(m_parts->cancel);
    auto transaction = Transaction::begin(*database);
    if (!transaction) return fail(transaction.error());
    for (const Rescaling& rescaling : m_parts->rescalings)
        if (Status done = rescaleRows(*database, rescaling); !done) return done;
    if (Status done = removeDuplicates(*database, capture.duplicates); !done) return done;
    if (Status done = writeFigures(*database, capture); !done) return done;
    if (Status done = writeDictionary(*database, capture, m_parts->stringsChecksum); !done) return done;
    if (Status done = writeBlobs(*database, capture.blobs); !done) return done;
    if (m_parts->cancel.cancelled()) return fail(ErrorCode::Cancelled);
    if (Status done = transaction->commit(); !done) return done;
    m_parts->file.keep();
    m_parts.reset();
    return {};
}

} // namespace hallway
