#include "store/CaptureWriter.h"

#include "store/CaptureFile.h"
#include "store/Dictionary.h"
#include "store/FigureRows.h"
#include "store/KeptBlobs.h"
#include "store/SpanRowCodec.h"
#include "store/TableColumns.h"
#include "trace/Event.h"

#include <unistd.h>

#include <limits>
#include <optional>
#include <utility>

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

std::string insertSpanRow() {
    std::string sql = std::string("INSERT INTO span_row (") + spanRowColumns + ") VALUES (?";
    for (int i = 1; i < spanRowColumnCount; ++i)
        sql += ",?";
    return sql + ")";
}

} // namespace

struct CaptureWriter::Parts {
    UnfinishedFile file; // in this order, so that the statement goes first, then connection, then file
    Database database;
    std::optional<Transaction> transaction;
    std::optional<Statement> insertSpan;
    CancelToken cancel;
};

CaptureWriter::CaptureWriter(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
CaptureWriter::CaptureWriter(CaptureWriter&&) noexcept = default;
CaptureWriter::~CaptureWriter() = default;

Result<CaptureWriter> CaptureWriter::create(const std::string& path, CancelToken cancel) {
    ::unlink(path.c_str());
    auto database = createCapture(path);
    if (!database) {
        ::unlink(path.c_str());
        return fail(database.error());
    }
    std::unique_ptr<Parts> parts(
        new Parts{UnfinishedFile(path), std::move(*database), std::nullopt, std::nullopt, cancel});
    parts->database.cancelWith(std::move(cancel));
    auto transaction = Transaction::begin(parts->database);
    if (!transaction) return fail(transaction.error());
    parts->transaction.emplace(std::move(*transaction));
    auto insert = parts->database.prepare(insertSpanRow());
    if (!insert) return fail(insert.error());
    parts->insertSpan.emplace(std::move(*insert));
    return CaptureWriter(std::move(parts));
}

Status CaptureWriter::addBatch(const SpanBatch& batch, StoreRow firstRow, SourceId source) {
    if (m_parts->cancel.cancelled()) return fail(ErrorCode::Cancelled);
    auto row = firstRow.index();
    for (const SpanRecord& record : batch.spans) {
        Status written = writeSpanRow(*m_parts->insertSpan, fieldsOf(batch, record, StoreRow(row++), source));
        if (!written) return written;
    }
    return {};
}

Status CaptureWriter::rescale(StoreRow first, StoreRow end, std::int64_t factor) {
    auto select = m_parts->database.prepare(std::string("SELECT ") + spanRowColumns +
                                            " FROM span_row WHERE row >= ? AND row < ?");
    if (!select) return fail(select.error());
    auto update = m_parts->database.prepare(
        "UPDATE span_row SET start_ns = ?, end_ns = ?, events = ?, checksum = ? WHERE row = ?");
    if (!update) return fail(update.error());
    select->bind(1, first);
    select->bind(2, std::int64_t{end.value()});
    for (;;) {
        const auto more = select->step();
        if (!more) return fail(more.error());
        if (!*more) return {};
        auto fields = readSpanRow(*select);
        if (!fields) return fail(ErrorCode::Internal, {"a row just written has changed"});
        const std::string events = scaledEvents(fields->events, factor);
        fields->events = events;
        update->bind(1, nanosecondsOf(scaled(fields->start, factor)));
        update->bind(2, nanosecondsOf(scaled(fields->end, factor)));
        update->bindBlobOrNull(3, events);
        update->bind(4, std::int64_t{checksumOf(*fields)});
        update->bind(5, fields->row);
        if (Status updated = update->run(); !updated) return updated;
    }
}

Status CaptureWriter::discard(StoreRow first, StoreRow end) {
    auto remove = m_parts->database.prepare("DELETE FROM span_row WHERE row >= ? AND row < ?");
    if (!remove) return fail(remove.error());
    remove->bind(1, first);
    remove->bind(2, std::int64_t{end.value()});
    return remove->run();
}

namespace {

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

Status CaptureWriter::finish(const FinishedCapture& capture) {
    const Database& database = m_parts->database;
    if (Status done = removeDuplicates(database, capture.duplicates); !done) return done;
    if (Status done = writeColumns(database, capture.spans, capture.calls); !done) return done;
    if (Status done = writeFigures(database, capture); !done) return done;
    if (Status done = writeDictionary(database, capture); !done) return done;
    if (Status done = writeBlobs(database, capture.blobs); !done) return done;
    if (m_parts->cancel.cancelled()) return fail(ErrorCode::Cancelled);
    m_parts->insertSpan.reset();
    if (Status done = m_parts->transaction->commit(); !done) return done;
    m_parts->transaction.reset();
    m_parts->file.keep();
    m_parts.reset();
    return {};
}

} // namespace hallway
