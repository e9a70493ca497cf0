// Reading files into a capture: decoding on the caller's thread, writing on another, calls when all is read.
#pragma once

#include "analysis/ServiceGraph.h"
#include "base/Cancellation.h"
#include "base/Progress.h"
#include "base/Result.h"
#include "session/InputFiles.h"
#include "store/CaptureWriter.h"

#include <memory>
#include <string>
#include <vector>

namespace hallway {

/// What stays in memory of an import; the rest is in the written file.
struct Imported {
    std::vector<Source> sources; ///< of the usable files, in the order of `files`
    std::vector<Error> unreadable;
    std::unique_ptr<StringPool> strings;
    SpanTable spans;
    CallTable calls;
    CaptureFigures figures;
    ServiceGraph graph;
};

/// Blocks; `progress` is called from this thread. Errors: of decodeFile() if no file was usable, Cancelled, and those of
/// the writer.
[[nodiscard]] Result<Imported> importFiles(const std::vector<InputFile>& files, CaptureWriter writer,
                                           const std::string& fingerprint, const ProgressListener& progress,
                                           const CancelToken& cancel);

} // namespace hallway
