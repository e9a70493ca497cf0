// Captures of a CaptureScript, without a file behind them.
#pragma once

#include "session/Capture.h"
#include "support/CaptureScript.h"

namespace hallway::test {

/// Its reader is null: details() must not be asked.
[[nodiscard]] std::unique_ptr<Capture> captureOf(const CaptureScript& script);

/// Two checkouts through gateway → pay → acquirer (no server span). In the first the acquirer fails, and so
/// do both callers; in the second all is well. Latencies at the client: pay → acquirer 40 ms, gateway → pay
/// 80 ms.
[[nodiscard]] CaptureScript paymentScript();

[[nodiscard]] EdgeId edgeNamed(const Capture& capture, std::string_view caller, std::string_view callee);
[[nodiscard]] NodeId nodeNamed(const Capture& capture, std::string_view label);

} // namespace hallway::test
