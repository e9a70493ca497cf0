// The forms of every result that is made of records.
#pragma once

namespace hallway {

enum class OutputFormat {
    Table, ///< for people
    Csv,   ///< for spreadsheets
    Json,  ///< for programs
};

} // namespace hallway
