// One run of a helper program: text in, text out, killed when it is no longer wanted.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace hallway {

/// Starts `program` without arguments, gives it `input` on stdin and waits for it, at most `limit`
/// (milliseconds::max(): for ever). Returns what it wrote on stdout if it ended with exit code 0. The process
/// is gone and reaped when this returns.
/// Errors: Cancelled, LayoutTimedOut, LayoutFailed (not startable, crash, exit code, too much output).
[[nodiscard]] Result<std::string> runHelper(const std::filesystem::path& program, std::string_view input,
                                            std::chrono::milliseconds limit, const CancelToken& cancel);

} // namespace hallway
