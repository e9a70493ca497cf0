// One imported file and what came of it.
#pragma once

#include "trace/ImportProblems.h"

#include <string>
#include <vector>

namespace hallway {

struct Source {
    std::string path;   ///< as typed; "-" is standard input; a file of a folder relative to that folder
    std::string format; ///< "otlp-json", "otlp-jsonl", "jaeger" … (calls.md section 3)
    std::uint64_t bytes = 0;
    std::uint64_t spans = 0; ///< records in the file, before duplicates are collapsed
    std::vector<Problem> problems;
    bool operator==(const Source&) const = default;
};

} // namespace hallway
