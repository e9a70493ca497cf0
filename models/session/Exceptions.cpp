#include "session/Exceptions.h"

#include "store/CaptureReader.h"

#include <algorithm>

namespace hallway {

Result<ExceptionReport> exceptionsOf(const Capture& capture, const Subset& subset,
                                     const CancelToken& cancel) {
    const SpanTable& spans = capture.spans();
    std::vector<std::pair<StoreRow, SpanRow>> wanted;
    for (std::size_t row = 0; row < spans.size(); ++row)
        if (spans.flags[row].has(SpanFlag::HasException) && subset.range.contains(spans.start[row]) &&
            subset.hasSpan(SpanRow(row)))
            wanted.emplace_back(spans.storeRow[row], SpanRow(row));
    if (wanted.empty()) return ExceptionReport{};
    std::sort(wanted.begin(), wanted.end());
    std::vector<bool> rows(wanted.back().first.index() + 1, false);
    for (const auto& [row, span] : wanted)
        rows[row.index()] = true;

    ExceptionCollector collector(spans);
    auto next = wanted.begin(); // events come in the order of their rows
    const auto add = [&](const ExceptionEvent& event) {
        while (next->first != event.span)
            ++next;
        collector.add(event, next->second);
    };
    if (const Status read = capture.reader().forEachException(rows, capture.strings(), add, cancel); !read)
        return fail(read.error());
    return collector.take();
}

} // namespace hallway
