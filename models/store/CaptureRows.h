// What a finished capture holds beside its spans: the figures people read with SQL, and what Hallway reads
// back.
#pragma once

#include "base/StringPool.h"
#include "base/Time.h"
#include "trace/CallTable.h"
#include "trace/ResourceTable.h"
#include "trace/Source.h"
#include "trace/SpanTable.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

/// A percentile column group (`latency_samples`, `latency_p50_ns` …) of `edges` and `services`.
struct DistributionRow {
    std::uint64_t samples = 0;
    Duration p50{}, p95{}, p99{}, max{};
    bool operator==(const DistributionRow&) const = default;
};

/// One row of `edges`; calls.md section 3. Its place in the list is the EdgeId.
struct EdgeRow {
    struct FanOut {
        std::uint64_t entries = 0;
        double mean = 0, share = 0;
        std::optional<double> meanWhenCalled;
        std::uint64_t max = 0;
        bool operator==(const FanOut&) const = default;
    };
    std::string caller, callee; ///< labels
    CallClass callClass = CallClass::Rpc;
    std::uint64_t calls = 0, failed = 0, failedHere = 0, strictFailed = 0;
    std::uint64_t retries = 0, extraAttempts = 0, serverSpanMissing = 0;
    std::optional<DistributionRow> latency, client, server, network, delivery;
    std::optional<FanOut> fanOut; ///< absent where the caller is virtual
};

/// One row of `services`: every node, virtual ones too. Its place in the list is the NodeId.
struct ServiceRow {
    struct FanOut {
        double mean = 0;
        std::uint64_t p50 = 0, p95 = 0, max = 0;
        bool operator==(const FanOut&) const = default;
    };
    std::string name; ///< label: unique among all nodes
    std::string nameSpace;
    NodeKind kind = NodeKind::Service;
    std::optional<std::uint64_t> entries, failed; ///< absent for virtual nodes, like the next two
    std::optional<DistributionRow> latency;
    std::optional<FanOut> fanOut;
};

/// The `capture` object of calls.md section 3.
struct CaptureSummary {
    std::uint64_t traces = 0, spans = 0, services = 0, duplicates = 0, orphans = 0, incompleteTraces = 0;
    std::optional<Timestamp> start, end;
    bool operator==(const CaptureSummary&) const = default;
};

/// Bytes under a name, kept as they are: what rooms above the store want to find again.
struct NamedBlob {
    std::string name;
    std::string bytes;
};

/// What CaptureWriter::finish() writes. Everything referred to outlives the call.
struct FinishedCapture {
    const std::vector<Source>& sources; ///< by SourceId
    const StringPool& strings;
    const ResourceTable& resources;
    const ScopeTable& scopes;
    const SpanTable& spans;
    const CallTable& calls;
    std::span<const StoreRow> duplicates; ///< their rows are deleted
    CaptureSummary summary;
    std::span<const EdgeRow> edges;
    std::span<const ServiceRow> services;
    std::string fingerprint; ///< given back by CaptureReader::fingerprint()
    std::span<const NamedBlob> blobs;
};

/// What CaptureReader::load() gives back. Every index in it lies inside what it points into.
struct StoredCapture {
    std::vector<Source> sources; ///< by SourceId
    std::unique_ptr<StringPool> strings;
    SpanTable spans;
    CallTable calls;
    CaptureSummary summary;
};

} // namespace hallway
