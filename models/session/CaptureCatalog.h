// The catalog of an open capture, for completion.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "query/AttributeCatalog.h"

#include <memory>

namespace hallway {

class Capture;

/// Attributes of spans, resources, libraries, events and links with their values, names of operations and
/// roots, and the ends of calls. Passes all rows once: a second or two for a million spans. Any thread.
/// Errors: Cancelled, CacheDamaged.
[[nodiscard]] Result<std::shared_ptr<const AttributeCatalog>> catalogOf(const Capture& capture,
                                                                        const CancelToken& cancel = {});

} // namespace hallway
