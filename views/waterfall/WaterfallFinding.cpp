#include "waterfall/WaterfallFinding.h"

namespace hallway {

std::optional<std::uint32_t> nextFailure(const WaterfallTrace& trace, std::optional<std::uint32_t> from,
                                         bool forward, std::uint32_t root) {
    const SpanStretch all = subtreeOf(trace, root);
    const std::uint32_t count = all.end - all.first;
    if (from && !all.contains(*from)) {
        from.reset();
    }
    std::uint32_t i = from ? *from - all.first : (forward ? count - 1 : 0);
    for (std::uint32_t tried = 0; tried < count; ++tried) {
        i = forward ? (i + 1) % count : (i + count - 1) % count;
        if (trace.spans[all.first + i].failure == SpanFailure::StartsHere) {
            return all.first + i;
        }
    }
    return std::nullopt;
}

std::optional<std::uint32_t> deepestFailure(const WaterfallTrace& trace, std::uint32_t root) {
    const SpanStretch all = subtreeOf(trace, root);
    std::optional<std::uint32_t> deepest;
    for (std::uint32_t i = all.first; i < all.end; ++i) {
        const WaterfallSpan& span = trace.spans[i];
        if (span.failure != SpanFailure::StartsHere) {
            continue;
        }
        const WaterfallSpan* best = deepest ? &trace.spans[*deepest] : nullptr;
        if (best == nullptr || span.depth > best->depth ||
            (span.depth == best->depth && span.start < best->start)) {
            deepest = i;
        }
    }
    return deepest;
}

std::vector<std::uint32_t> spansMatching(const WaterfallTrace& trace, const QString& text) {
    std::vector<std::uint32_t> matches;
    if (text.isEmpty()) {
        return matches;
    }
    std::vector<bool> services, operations;
    for (const WaterfallService& service : trace.services) {
        services.push_back(service.label.contains(text, Qt::CaseInsensitive));
    }
    for (const QString& operation : trace.operations) {
        operations.push_back(operation.contains(text, Qt::CaseInsensitive));
    }
    for (std::uint32_t i = 0; i < trace.spans.size(); ++i) {
        if (services[trace.spans[i].service] || operations[trace.spans[i].operation]) {
            matches.push_back(i);
        }
    }
    return matches;
}

} // namespace hallway
