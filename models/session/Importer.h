// Reading files into a capture: walked on the caller's thread, spans read on several, rows written
// on another; calls are built when all is read.
#pragma once

#include "analysis/ServiceGraph.h"
#include "base/Cancellation.h"
#include "base/ExpansionLimits.h"
#include "base/Progress.h"
#include "base/Result.h"
#include "session/InputFiles.h"
#include "store/CaptureWriter.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hallway {

inline constexpr std::string_view graphBlob = "graph";     ///< GraphCodec.h
inline constexpr std::string_view refusedBlob = "refused"; ///< RefusedFiles.h

/// What stays in memory of an import; the rest is in the written file.
struct Imported {
    std::vector<Source> sources; ///< of the usable files and entries of archives, in the order they were read
    std::vector<Error> unreadable; ///< of the others
    bool isLasting = true; ///< false: a medium failed, so these files may give something else another time
    std::unique_ptr<StringPool> strings;
    SpanTable spans;
    CallTable calls;
    CaptureFigures figures;
    ServiceGraph graph;
};

/// Each content of a file (FileContents.h) is a source of its own. Blocks; `progress` is called from this
/// thread, at most every tenth of a second and once when all is read. Blobs written: graphBlob, and
/// refusedBlob where files were refused for what they are. Errors: of FileContents::decode() if no file was
/// usable, Cancelled, and those of the writer; then the writer's file is gone.
[[nodiscard]] Result<Imported> importFiles(const std::vector<InputFile>& files, CaptureWriter writer,
                                           const std::string& fingerprint, const ProgressListener& progress,
                                           const CancelToken& cancel, ExpansionLimits limits = {});

} // namespace hallway
