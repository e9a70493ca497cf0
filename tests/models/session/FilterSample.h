// Three requests written down by hand for filters: a checkout whose payment fails, one that is well, and a
// batch with a message, an orphan and a span without an end.
#pragma once

#include <string>

namespace hallway::test {

/// As lines of OTLP JSON. Span ids are 1 to 13, trace ids 1 to 3; times in ms:
///
///   1 web server "GET /checkout" 0–1000           6 web server "GET /checkout" 2000–2100
///   ├ 2 web client "POST pay" 100–600 (503)       └ 7 web client "POST pay" 2010–2060
///   │ └ 3 payments server "charge" 120–580          └ 8 payments server "charge" 2015–2055, linked to 3, ok
///   │   │  error, with an exception after 50 ms
///   │   └ 4 payments client "SELECT" 150–250      9 batch internal "nightly" 5000–9000
///   │       of the database db1                   ├ 10 batch producer "send" 5100–5110
///   └ 5 web internal "render" 650–900             │ └ 11 worker consumer "work" 5200–6200, error.type
///   timeout
///                                                 └ 13 batch internal "stuck" 8000, no end
///                                                12 worker server "orphan" 7000–7100, its parent is missing
[[nodiscard]] std::string filterSample();

} // namespace hallway::test
