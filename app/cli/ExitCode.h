// What the program says to the shell; stated in the manual page.
#pragma once

#include "base/Error.h"

#include <algorithm>

namespace hallway::cli {

enum class ExitCode {
    Fine = 0,          ///< also: a recognised file without spans
    NothingUsable = 1, ///< no known format; no such trace, service or edge
    WrongUsage = 2,
    InputOutput = 3, ///< could not read or write
};

[[nodiscard]] constexpr ExitCode worse(ExitCode a, ExitCode b) { return std::max(a, b); }

[[nodiscard]] constexpr ExitCode exitCodeOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotRecognised:
    case ErrorCode::UnsupportedFormat:
    case ErrorCode::TraceNotFound:
    case ErrorCode::NodeNotFound:
    case ErrorCode::EdgeNotFound:
        return ExitCode::NothingUsable;
    case ErrorCode::EdgeAmbiguous:
    case ErrorCode::SqlRefused:
    case ErrorCode::BadExpression:
    case ErrorCode::BadArgument:
    case ErrorCode::BadFilter:
        return ExitCode::WrongUsage;
    case ErrorCode::FileNotFound:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileUnwritable:
    case ErrorCode::Cancelled:
    case ErrorCode::CacheUnwritable:
    case ErrorCode::DiskFull:
    case ErrorCode::CacheOtherVersion:
    case ErrorCode::CacheDamaged:
    case ErrorCode::NotACapture:
    case ErrorCode::LayoutTimedOut:
    case ErrorCode::LayoutFailed:
    case ErrorCode::HelperMissing:
    case ErrorCode::Internal:
        break;
    }
    return ExitCode::InputOutput;
}

} // namespace hallway::cli
