// The text of every duration, count and share, the same in every language (look.md section 8).
// U+00A0 stands between figure and unit, U+2212 is the minus, U+2013 the dash of ranges.
#pragma once

#include "base/Time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace hallway::format {

/// What stands where there is no value: an en dash, never 0.
inline constexpr std::string_view absent = "\u2013";

/// Three significant digits, rounded: "842 ns", "84.2 µs", "8.42 ms", "1.28 s"; from 60 s "2 m 05 s", from 1
/// h "1 h 02 m". Negative values begin with U+2212.
[[nodiscard]] std::string duration(Duration value);
/// The same without trailing zeros, for rulers and axes: "1.5 s", "20 ms", "2 m".
[[nodiscard]] std::string durationTick(Duration value);
/// Exact with separators: "106,868".
[[nodiscard]] std::string countExact(std::uint64_t value);
/// Short, three significant digits, rounded: "842", "2.83k", "107k", "1.24M", "9.01G".
[[nodiscard]] std::string countShort(std::uint64_t value);
/// One decimal: "24.8 %"; "<0.1 %" for less than 0.1 %, "0 %" only for none, "100 %" only for all:
/// in between it stays "99.9 %". `absent` where `whole` is 0. Exact up to 10^18.
[[nodiscard]] std::string share(std::uint64_t part, std::uint64_t whole);
/// "×14.2"; one decimal under 100, none from there; "<×0.1" for less that is not none. `mean` is finite and ≥
/// 0.
[[nodiscard]] std::string fanOut(double mean);
/// Multiples of 1000, three significant digits: "842 B", "1.02 MB", "3.40 GB".
[[nodiscard]] std::string bytes(std::uint64_t value);

/// Seconds east of UTC for a time, so that View ▸ Local time can be drawn; nullptr = UTC.
using UtcOffset = std::int32_t (*)(Timestamp);

/// "12:04:41.318", cut, not rounded: a clock never shows what has not come yet.
[[nodiscard]] std::string timeOfDay(Timestamp time, UtcOffset offset = nullptr);
/// "12:04"  or with seconds "12:04:41" when `seconds`.
[[nodiscard]] std::string clock(Timestamp time, bool seconds, UtcOffset offset = nullptr);
/// "22 Nov 2026"
[[nodiscard]] std::string date(Timestamp time, UtcOffset offset = nullptr);
/// "2026-11-22T12:04:41.318000000Z", all nine digits: what copying gives.
[[nodiscard]] std::string isoTime(Timestamp time);

/// What a terminal or a picture may show of a foreign text: control characters (so that terminal escapes are
/// mere text), line separators, bidirectional controls, invisible characters, noncharacters and bytes that
/// are not UTF-8 are each replaced by U+FFFD: a hostile name can neither act nor disguise itself. The result
/// is valid UTF-8.
[[nodiscard]] std::string printable(std::string_view text);
/// `text` cut to at most `maximum` Unicode code points, with an ellipsis (one of them) in the middle when
/// cut.
[[nodiscard]] std::string elideMiddle(std::string_view text, std::size_t maximum);

} // namespace hallway::format
