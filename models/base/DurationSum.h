// Sums of durations that come from files: two of them may be more than a Duration holds.
#pragma once

#include "base/Time.h"

namespace hallway {

/// Adds `more`; stops at the greatest or the least Duration instead of wrapping around.
constexpr void addTo(Duration& sum, Duration more) {
    Duration::rep added = 0;
    if (__builtin_add_overflow(sum.count(), more.count(), &added))
        sum = more < Duration::zero() ? Duration::min() : Duration::max();
    else
        sum = Duration(added);
}

} // namespace hallway
