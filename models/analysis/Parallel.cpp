#include "analysis/Parallel.h"

#include "base/Cores.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <system_error>
#include <vector>

namespace hallway {

namespace {
constexpr std::size_t smallestPart = std::size_t{1} << 14; // starting a thread takes about as long
}

unsigned threadsFor(unsigned wanted) { return wanted > 0 ? wanted : usableCores(); }

void runPieces(std::size_t pieces, unsigned threads, const std::function<void(std::size_t)>& piece) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t index = next++; index < pieces; index = next++)
            piece(index);
    };
    const std::size_t helpers = std::min<std::size_t>(threadsFor(threads), pieces);
    std::vector<std::future<void>> others; // their destructors wait, should work() throw here
    try {
        for (std::size_t i = 1; i < helpers; ++i)
            others.push_back(std::async(std::launch::async, work));
    } catch (const std::system_error&) { // no more threads
    }
    work();
    for (std::future<void>& other : others)
        other.get();
}

void runParts(std::size_t count, unsigned threads,
              const std::function<void(std::size_t, std::size_t)>& part) {
    const std::size_t parts =
        std::clamp<std::size_t>(count / smallestPart, 1, std::size_t{4} * threadsFor(threads));
    runPieces(parts, threads,
              [&](std::size_t index) { part(count * index / parts, count * (index + 1) / parts); });
}

} // namespace hallway
