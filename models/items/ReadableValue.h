// The value of an attribute as a person reads it: statements, JSON and stack traces laid out, everything fit
// to be shown.
#pragma once

#include "trace/SpanDetails.h"

#include <QString>

#include <vector>

namespace hallway {

struct ReadableValue {
    QString text; ///< with its line breaks; copying gives the value itself
    bool isLaidOut = false;
    std::vector<bool> softLines; ///< by line: a library's frame of a stack trace; empty where there are none
};

/// Never fetches, runs or interprets anything. Linear; texts beyond 200,000 bytes are only cut.
[[nodiscard]] ReadableValue readableValueOf(const NamedValue& value);

} // namespace hallway
