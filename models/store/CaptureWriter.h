// Builds a capture database: batches while files are decoded, the rest when all calls are known.
//
//   auto writer = CaptureWriter::create(folder.temporaryPath(key));
//   writer->addBatch(batch, firstRow, source);   // many times, on one writing thread
//   writer->addTables(spans, calls, strings);    // when all batches are added
//   writer->finish({...});                       // when all is known
//   folder.publish(key, path);
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "store/CaptureRows.h"
#include "trace/SpanBatch.h"

#include <memory>
#include <string>

namespace hallway {

/// One thread at a time. Destroyed before finish() has succeeded, it removes its file. After an error of any
/// function only destroying makes sense. Errors of all: DiskFull, CacheUnwritable, Cancelled, SqlRefused.
class CaptureWriter {
public:
    /// Makes a new file, readable by its owner only; a file (or link) lying at `path` is removed first, never
    /// followed.
    [[nodiscard]] static Result<CaptureWriter> create(const std::string& path, CancelToken cancel = {});
    CaptureWriter(CaptureWriter&&) noexcept;
    CaptureWriter& operator=(CaptureWriter&&) = delete;
    ~CaptureWriter();

    /// Writes the spans as rows firstRow, firstRow + 1 … (ascending over all calls). Reads nothing but the
    /// batch, so that another thread may go on filling the tables its ids come from.
    [[nodiscard]] Status addBatch(const SpanBatch& batch, StoreRow firstRow, SourceId source);

    /// Multiplies start, end and the times of events of the rows [first, end), when the writer finishes.
    void rescale(StoreRow first, StoreRow end, std::int64_t factor);

    /// Writes what grows with the capture: once, after the last batch. Changes nothing of what it is given,
    /// so that another thread may derive figures from it meanwhile.
    [[nodiscard]] Status addTables(const SpanTable& spans, const CallTable& calls, const StringPool& strings);

    /// Writes everything else and closes the file, after addTables(); the writer is then spent.
    [[nodiscard]] Status finish(const FinishedCapture& capture);

private:
    struct Parts;
    explicit CaptureWriter(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace hallway
