// Traces whose id some services wrote with 128 bits and others with their last 64, as Zipkin's may
// (formats.md 4.1).
#pragma once

#include "analysis/CallInputColumns.h"

namespace hallway {

/// Makes each such pair of Zipkin's traces one, under the long id, whatever the order of files and spans. A
/// short id that is the end of several long ones stays a trace of its own.
void uniteZipkinTraces(CallInput::Columns& input);

} // namespace hallway
