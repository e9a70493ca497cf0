#include "bench/cases/Cases.h"
#include "session/CaptureOpener.h"
#include "store/CaptureReader.h"

#include <stdexcept>

namespace hallway::bench {

Measurement findAttribute(const std::string& file, const std::string& value) {
    const auto outcome = CaptureOpener(defaultCacheFolder()).open({{file}, {}, {}});
    if (!outcome) throw std::runtime_error(file + " cannot be opened");
    const Capture& capture = *outcome->capture;
    AttributePredicate predicate;
    predicate.value = value;
    std::size_t found = 0;
    Measurement measured = repeated([&] {
        return timed([&] {
            const auto rows = capture.reader().findSpans(predicate, capture.strings());
            if (!rows) throw std::runtime_error(file + " cannot be searched");
            found = rows->size();
        });
    });
    if (found == 0) throw std::runtime_error("nothing in " + file + " has the value " + value);
    measured.figures = {{"spansFound", static_cast<double>(found)}};
    return measured;
}

} // namespace hallway::bench
