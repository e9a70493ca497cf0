#include "bench/cases/Cases.h"
#include "session/CaptureOpener.h"
#include "session/FilterRun.h"

#include <stdexcept>

namespace hallway::bench {

Measurement findSpans(const std::string& file, const std::string& filter) {
    const auto outcome = CaptureOpener(defaultCacheFolder()).open({{file}, {}, {}, {}});
    if (!outcome) throw std::runtime_error(file + " cannot be opened");
    const auto read = Filter::parse(filter);
    if (!read) throw std::runtime_error(filter + " is no filter");
    std::size_t found = 0;
    Measurement measured = repeated([&] {
        return timed([&] {
            const auto answer = matchOf(*read, *outcome->capture);
            if (!answer) throw std::runtime_error(file + " cannot be searched");
            found = answer->spans.count();
        });
    });
    if (found == 0) throw std::runtime_error("nothing in " + file + " fits " + filter);
    measured.figures = {{"spansFound", static_cast<double>(found)}};
    return measured;
}

} // namespace hallway::bench
