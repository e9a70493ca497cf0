#include "session/Importer.h"

#include "analysis/CallBuilder.h"
#include "base/Cores.h"
#include "base/File.h"
#include "decode/FileContents.h"
#include "session/BatchThread.h"
#include "session/GraphCodec.h"
#include "session/RefusedFiles.h"
#include "session/StoreRows.h"
#include "trace/KnownKeys.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <future>
#include <new>
#include <optional>
#include <system_error>

namespace hallway {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds progressInterval{100};

/// The rows a source's spans became: [first, end).
struct FileRows {
    StoreRow first, end;
};

/// Nothing for what has no size beforehand, such as a pipe.
std::optional<std::uint64_t> bytesOf(const InputFile& file) {
    std::error_code error;
    if (file.path == "-" || !std::filesystem::is_regular_file(file.path, error)) return std::nullopt;
    const auto size = std::filesystem::file_size(file.path, error);
    return error ? std::nullopt : std::optional<std::uint64_t>(size);
}

/// The thread that walks the file reads too, and more than some would only wait for it.
unsigned readersBesideWalker() { return std::clamp(usableCores() - 1, 1u, 6u); }

/// 0 = unknown.
std::uint64_t totalBytes(const std::vector<InputFile>& files) {
    std::uint64_t total = 0;
    for (const InputFile& file : files) {
        std::error_code error;
        const auto bytes = bytesOf(file);
        if (!bytes && (file.path == "-" || std::filesystem::exists(file.path, error))) return 0;
        total += bytes.value_or(0);
    }
    return total;
}

class Import final : private SpanSink {
public:
    Import(CaptureWriter writer, const ProgressListener& progress, const CancelToken& cancel,
           ExpansionLimits limits)
        : m_strings(std::make_unique<StringPool>()),
          m_input((seedKnownKeys(*m_strings), *m_strings), m_resources), m_writer(std::move(writer)),
          m_listener(progress), m_cancel(cancel), m_limits(limits) {}

    Result<Imported> run(const std::vector<InputFile>& files, const std::string& fingerprint) {
        m_progress.bytesTotal = totalBytes(files);
        for (const InputFile& file : files) {
            readFile(file);
            if (shouldStop()) break;
        }
        if (m_cancel.cancelled()) return fail(ErrorCode::Cancelled);
        if (const Status gathered = m_gathering.join(); !gathered) return fail(gathered.error());
        if (m_writing.failed()) return fail(m_writing.join().error());
        if (m_sources.empty() && !m_unreadable.empty()) return fail(m_unreadable.front());
        if (m_listener) m_listener(m_progress);
        return finish(fingerprint);
    }

private:
    void accept(SpanBatch batch) override {
        if (shouldStop()) return;
        const StoreRow first(m_rows);
        m_rows += batch.spans.size();
        m_progress.spans = m_rows;
        const auto shared = std::make_shared<const SpanBatch>(std::move(batch));
        m_gathering.push(shared, first, SourceId(m_sources.size()));
        m_writing.push(shared, first, SourceId(m_sources.size()));
    }

    /// Ends decoding also when the writer has failed: nothing that follows could be kept.
    bool shouldStop() {
        if (m_cancel.cancelled() || m_writing.failed()) m_stop.cancel();
        return m_stop.token().cancelled();
    }

    void readFile(const InputFile& file) {
        m_progress.subject = file.shownAs;
        const std::uint64_t before = m_progress.bytesDone;
        auto source = openForReading(file.path);
        if (!source) return leaveOut(source.error());
        FileContents contents(**source, file.shownAs, m_limits, m_stop.token());
        while (contents.next()) {
            readContent(contents, before);
            if (shouldStop()) return;
        }
        m_progress.bytesDone = before + bytesOf(file).value_or(contents.bytesRead());
    }

    /// `before`: bytes of the files before this one.
    void readContent(FileContents& contents, std::uint64_t before) {
        const StoreRow first(m_rows);
        ImportProblems problems;
        DecodeContext context{*m_strings,
                              m_resources,
                              m_scopes,
                              *this,
                              problems,
                              m_stop.token(),
                              [&](std::uint64_t bytes, std::uint64_t) { report(before + bytes); },
                              readersBesideWalker()};
        auto decoded = contents.decode(context);
        if (m_stop.token().cancelled()) return;
        if (!decoded && first.index() == m_rows) return leaveOut(decoded.error());
        if (!decoded) { // the medium failed half-way: what was read stays, and it is said
            m_isLasting = false;
            const auto& reason = decoded.error().arguments;
            problems.add(ProblemCode::UnreadableFile, decoded.error().position,
                         reason.empty() ? "" : reason.back());
            decoded = DecodedFile{"unknown", contents.bytesRead(), m_rows - first.index(), 1};
        }
        m_sources.push_back({contents.path(), decoded->format, decoded->bytes, decoded->spans, {}});
        m_problems.push_back(std::move(problems));
        m_fileRows.push_back({first, StoreRow(m_rows)});
        m_scales.push_back(decoded->timeScale);
    }

    void leaveOut(const Error& error) {
        m_isLasting = m_isLasting && isLasting(error);
        m_unreadable.push_back(error);
    }

    void report(std::uint64_t bytes) {
        m_progress.bytesDone = bytes;
        if (shouldStop()) return;
        const auto now = Clock::now();
        if (!m_listener || now - m_lastReport < progressInterval) return;
        m_lastReport = now;
        m_listener(m_progress);
    }

    /// Problems that only show when all spans are known, said of the file that holds the span.
    void addProblems(ProblemCode code, const std::vector<StoreRow>& rows, std::string_view clause) {
        for (const StoreRow row : rows) {
            const auto after =
                std::upper_bound(m_fileRows.begin(), m_fileRows.end(), row,
                                 [](StoreRow wanted, const FileRows& file) { return wanted < file.end; });
            if (after == m_fileRows.end()) continue;
            m_problems[static_cast<std::size_t>(after - m_fileRows.begin())].add(code, std::nullopt, clause);
        }
    }

    Result<Imported> finish(const std::string& fingerprint) {
        for (std::size_t i = 0; i < m_scales.size(); ++i)
            if (m_scales[i] != 1) m_input.rescale(m_fileRows[i].first, m_fileRows[i].end, m_scales[i]);
        auto built = buildCalls(std::move(m_input), m_cancel);
        if (!built) return fail(built.error());
        addProblems(ProblemCode::SelfParent, built->selfParents,
                    "a span names itself as its parent; it is treated as a root");
        addProblems(ProblemCode::ParentCycle, built->cycles,
                    "parents form a circle; it is cut at its earliest span");
        addProblems(ProblemCode::IdCollision, built->idCollisions,
                    "different spans share one id; all are kept, the later ones under a new id");

        Imported imported;
        for (std::size_t i = 0; i < m_sources.size(); ++i)
            m_sources[i].problems = m_problems[i].list();
        imported.sources = std::move(m_sources);
        imported.unreadable = std::move(m_unreadable);
        imported.isLasting = m_isLasting;
        imported.strings = std::move(m_strings);
        imported.spans = std::move(built->spans);
        imported.calls = std::move(built->calls);
        // On the disk while figures are derived. Not started where the system has no more threads: then at
        // get().
        std::future<Status> written =
            std::async(std::launch::async | std::launch::deferred, [this, &imported]() -> Status {
                if (const Status rows = m_writing.join(); !rows) return rows;
                return m_writer.addTables(imported.spans, imported.calls, *imported.strings);
            });
        imported.figures = countCapture(imported.spans, imported.calls, built->duplicates.size());
        imported.graph = deriveGraph(imported.spans, imported.calls, TimeRange{});

        const std::vector<EdgeRow> edges = edgeRowsOf(imported.graph);
        const std::vector<ServiceRow> services = serviceRowsOf(imported.graph);
        std::vector<NamedBlob> blobs{{std::string(graphBlob), encodeGraph(imported.graph)}};
        if (!imported.unreadable.empty())
            blobs.push_back({std::string(refusedBlob), encodeRefused(imported.unreadable)});
        if (const Status done = written.get(); !done) return fail(done.error());
        for (std::size_t i = 0; i < m_scales.size(); ++i)
            if (m_scales[i] != 1) m_writer.rescale(m_fileRows[i].first, m_fileRows[i].end, m_scales[i]);
        const Status finished = m_writer.finish(
            {imported.sources, *imported.strings, m_resources, m_scopes, imported.spans, imported.calls,
             built->duplicates, summaryOf(imported.figures), edges, services, fingerprint, blobs});
        if (!finished) return fail(finished.error());
        return imported;
    }

    std::unique_ptr<StringPool> m_strings;
    ResourceTable m_resources;
    ScopeTable m_scopes;
    CallInput m_input;
    std::vector<Source> m_sources;
    std::vector<ImportProblems> m_problems; ///< by source, like the next two
    std::vector<FileRows> m_fileRows;
    std::vector<std::int64_t> m_scales;
    std::vector<Error> m_unreadable;
    bool m_isLasting = true;
    std::size_t m_rows = 0;
    CaptureWriter m_writer;
    Progress m_progress;
    Clock::time_point m_lastReport;
    const ProgressListener& m_listener;
    CancelToken m_cancel; ///< the caller's
    CancelSource m_stop;  ///< decoding's
    ExpansionLimits m_limits;
    // Last, so that they end before what they work on. Calls are built while the last rows are written.
    BatchThread m_gathering{[this](const SpanBatch& batch, StoreRow firstRow, SourceId) -> Status {
        m_input.append(batch, firstRow);
        return {};
    }};
    BatchThread m_writing{[this](const SpanBatch& batch, StoreRow firstRow, SourceId source) {
        return m_writer.addBatch(batch, firstRow, source);
    }};
};

} // namespace

Result<Imported> importFiles(const std::vector<InputFile>& files, CaptureWriter writer,
                             const std::string& fingerprint, const ProgressListener& progress,
                             const CancelToken& cancel, ExpansionLimits limits) {
    try {
        return Import(std::move(writer), progress, cancel, limits).run(files, fingerprint);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::Internal, {"not enough memory"});
    }
}

} // namespace hallway
