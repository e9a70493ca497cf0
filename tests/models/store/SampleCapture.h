// A small capture with everything a span can have, as an import would hand it to the store.
#pragma once

#include "store/CaptureWriter.h"
#include "trace/Attribute.h"
#include "trace/SpanBatch.h"

#include <memory>
#include <string>
#include <vector>

namespace hallway::test {

/// Each trace: `frontend` GET / → its client span → `cart` AddItem, which fails in every second trace. Trace
/// t begins t seconds after 2026-11-22T00:00:00Z; spans last 100, 80 and 50 ms. Rows 3t, 3t + 1, 3t + 2.
struct SampleCapture {
    explicit SampleCapture(std::uint32_t traceCount = 4);

    /// Writes everything to `path`.
    [[nodiscard]] Status writeTo(const std::string& path) const;
    /// Everything but the batch.
    [[nodiscard]] FinishedCapture finished() const;
    /// What a writer is told after the last batch.
    [[nodiscard]] Status finish(CaptureWriter& writer) const;

    std::unique_ptr<StringPool> strings = std::make_unique<StringPool>();
    ResourceTable resources;
    ScopeTable scopes;
    SpanBatch batch;
    SpanTable spans;
    CallTable calls;
    std::vector<Source> sources;
    std::vector<EdgeRow> edges;
    std::vector<ServiceRow> services;
    std::vector<StoreRow> duplicates;
    std::vector<NamedBlob> blobs{{"graph", std::string("figures\0of edges", 16)}};
    CaptureSummary summary;

    static constexpr std::int64_t origin = 1'795'305'600'000'000'000; ///< ns: 2026-11-22T00:00:00Z

private:
    void addResources();
    void addTrace(std::uint32_t trace);
    void addSpan(std::uint32_t trace, std::uint32_t place);
    void addCalls(std::uint32_t traceCount);
    void addFigures(std::uint32_t traceCount);
    AttributeWriter packer{*strings};
};

/// A folder of its own that is removed again.
class ScratchFolder {
public:
    ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder();
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] std::string file(const std::string& name) const { return m_path + "/" + name; }

private:
    std::string m_path;
};

[[nodiscard]] std::string readAll(const std::string& path);
void writeAll(const std::string& path, const std::string& bytes);

} // namespace hallway::test
