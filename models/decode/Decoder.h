// From bytes of an export to batches of spans: what a decoder gets and gives. See FileContents.h for how
// files are decoded, DecoderRegistry.h for which formats there are.
#pragma once

#include "base/Cancellation.h"
#include "base/File.h"
#include "base/Result.h"
#include "trace/ImportProblems.h"
#include "trace/ResourceTable.h"
#include "trace/SpanBatch.h"

#include <cstdint>
#include <functional>
#include <string>

namespace hallway {

class ExpansionGuard;

/// Where decoded things go; everything outlives the decoder. The decoder calls back on its caller's thread
/// only; its other threads touch nothing but the tables.
struct DecodeContext {
    StringPool& strings; ///< seeded by seedKnownKeys()
    ResourceTable& resources;
    ScopeTable& scopes;
    SpanSink& sink;
    ImportProblems& problems;
    CancelToken cancel;
    /// May be empty; called often, after each read.
    std::function<void(std::uint64_t bytesRead, std::uint64_t spans)> progress;
    /// Threads that read spans beside the caller's.
    unsigned readers = 0;
    /// What a decoder decompresses itself is to be counted here too; null only in tests of one format.
    ExpansionGuard* expansion = nullptr;
    /// The bytes are those that a line of another file held: none are looked for in their lines.
    bool isPayload = false;
};

struct DecodedFile {
    std::string format;      ///< a word of calls.md section 3, e.g. "otlp-jsonl"
    std::uint64_t bytes = 0; ///< read
    std::uint64_t spans = 0; ///< records handed on
    /// What every time of this file's spans, events and links must be multiplied with (1, 1000, 10^6 or
    /// 10^9): formats.md 1.3, times given in µs, ms or s. Known only at the end of the file, so the importer
    /// applies it.
    std::int64_t timeScale = 1;
};

} // namespace hallway
