// --format table|csv|json, the same for every verb that prints records.
#pragma once

#include "cli/Parser.h"

namespace hallway::cli {

enum class OutputFormat { Table, Csv, Json };

inline void addFormat(Parser& parser, OutputFormat& target) {
    parser.addChoice<OutputFormat>("--format", target,
                                   {{"table", OutputFormat::Table}, {"csv", OutputFormat::Csv}, {"json", OutputFormat::Json}},
                                   "How to print the result (default: table)");
}

} // namespace hallway::cli
