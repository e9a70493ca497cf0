// Which of OTLP's signals a message belongs to: all top messages look alike, so the innermost one must tell
// (formats.md 2, "Telling the signal apart").
#pragma once

#include <cstdint>
#include <string_view>

namespace hallway {

enum class OtlpSignal : std::uint8_t { Spans, Logs, Metrics, Profiles };

/// Of a Span, LogRecord, Metric or Profile. What tells nothing, broken or empty, is a span's.
[[nodiscard]] OtlpSignal signalOf(std::string_view leaf);

/// "logs", "metrics" …
[[nodiscard]] std::string_view nameOf(OtlpSignal signal);

} // namespace hallway
