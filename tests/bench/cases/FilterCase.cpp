#include "bench/cases/Cases.h"
#include "session/CaptureOpener.h"

#include <optional>
#include <stdexcept>

namespace hallway::bench {

Measurement findAttribute(const std::string& file, const std::string& value) {
    const auto outcome = CaptureOpener(defaultCacheFolder()).open({{file}, {}, {}, {}});
    if (!outcome) throw std::runtime_error(file + " cannot be opened");
    const Capture& capture = *outcome->capture;
    AttributePredicate predicate;
    predicate.value = value;
    std::optional<SpanSet> spans;
    Measurement measured = repeated([&] {
        return timed([&] {
            auto answer = capture.spansWith(predicate);
            if (!answer) throw std::runtime_error(file + " cannot be searched");
            spans = std::move(*answer);
        });
    });
    std::size_t found = 0;
    for (std::size_t row = 0; row < capture.spans().size(); ++row)
        found += spans->contains(SpanRow(row));
    if (found == 0) throw std::runtime_error("nothing in " + file + " has the value " + value);
    measured.figures = {{"spansFound", static_cast<double>(found)}};
    return measured;
}

} // namespace hallway::bench
