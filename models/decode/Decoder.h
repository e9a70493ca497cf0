// From bytes of an export to batches of spans. See DecoderRegistry.h for which formats there are.
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

/// Takes off up to three layers of compression, detects the format by content and decodes the whole stream.
/// Bad records are counted in context.problems; their positions are those in the decompressed UTF-8 text, and
/// only what is wrong with compressed data has its place in the file. Bytes are always those of the file.
/// Errors: NotRecognised (path, begin of the file made printable), UnsupportedFormat (path, name),
/// FileUnreadable (also where a limit on decompression is passed: ExpansionGuard.h), Cancelled. On an error
/// nothing handed to the sink may be trusted to be complete.
[[nodiscard]] Result<DecodedFile> decodeFile(ByteSource& source, const std::string& path,
                                             DecodeContext& context);

} // namespace hallway
