// Which spans of a capture link to which: both ways, across traces.
#pragma once

#include "base/Cancellation.h"
#include "base/Result.h"
#include "session/Capture.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace hallway {

struct SpanLink {
    SpanRow from;
    SpanRow to;          ///< invalid: not in this capture
    std::string traceId; ///< of the target, as the file has it
    std::string spanId;
};

/// Immutable, shared between threads.
class SpanLinks {
public:
    SpanLinks() = default;
    /// Reads the links of all spans that have some; any thread. Errors: CacheDamaged, Cancelled.
    [[nodiscard]] static Result<SpanLinks> of(const Capture& capture, const CancelToken& cancel = {});

    /// The links of a span, in the order of the file.
    [[nodiscard]] std::span<const SpanLink> from(SpanRow span) const;
    /// The spans that link to it, in the order of their rows; one that does so twice stands there twice.
    [[nodiscard]] std::vector<SpanRow> to(SpanRow span) const;
    [[nodiscard]] std::uint32_t countTo(SpanRow span) const;

private:
    [[nodiscard]] std::span<const std::uint32_t> indicesTo(SpanRow span) const;

    std::vector<SpanLink> m_links;         ///< by `from`
    std::vector<std::uint32_t> m_byTarget; ///< indices of those whose target is here, by (to, from)
};

} // namespace hallway
