// The text of every duration, count and share, the same in every language (look.md section 8).
// U+00A0 stands between figure and unit, U+2212 is the minus, U+2013 the dash of ranges.
#pragma once

#include "base/Time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hallway::format {

/// Three significant digits: "842 ns", "84.2 µs", "8.42 ms", "1.28 s"; from 60 s "2 m 05 s", from 1 h "1 h 02 m".
[[nodiscard]] std::string duration(Duration value);
/// Exact with separators: "106,868".
[[nodiscard]] std::string countExact(std::uint64_t value);
/// Short, three significant digits: "842", "2.83k", "107k", "1.24M".
[[nodiscard]] std::string countShort(std::uint64_t value);
/// One decimal: "24.8 %"; "<0.1 %" for less than 0.1 %, "0 %" only for none, "100 %" only for all.
[[nodiscard]] std::string share(std::uint64_t part, std::uint64_t whole);
/// "×14.2"; one decimal under 100, none from there.
[[nodiscard]] std::string fanOut(double mean);
/// kB and MB of 1000: "842 B", "1.02 MB".
[[nodiscard]] std::string bytes(std::uint64_t value);

/// Seconds east of UTC for a time, so that View ▸ Local time can be drawn; nullptr = UTC.
using UtcOffset = std::int32_t (*)(Timestamp);

/// "12:04:41.318"
[[nodiscard]] std::string timeOfDay(Timestamp time, UtcOffset offset = nullptr);
/// "12:04"  or with seconds "12:04:41" when `seconds`.
[[nodiscard]] std::string clock(Timestamp time, bool seconds, UtcOffset offset = nullptr);
/// "22 Nov 2026"
[[nodiscard]] std::string date(Timestamp time, UtcOffset offset = nullptr);
/// "2026-11-22T12:04:41.318000000Z", all nine digits: what copying gives.
[[nodiscard]] std::string isoTime(Timestamp time);

/// What a terminal or a picture may show of a foreign text: control characters, terminal escapes and
/// bidirectional overrides replaced by U+FFFD, so that a hostile name cannot act or disguise itself.
[[nodiscard]] std::string printable(std::string_view text);
/// `text` cut to at most `maximum` Unicode code points, with an ellipsis in the middle when cut.
[[nodiscard]] std::string elideMiddle(std::string_view text, std::size_t maximum);

} // namespace hallway::format
