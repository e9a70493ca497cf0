// Work that falls into independent pieces, spread over threads.
#pragma once

#include <cstddef>
#include <functional>

namespace hallway {

/// `wanted` threads, or, for 0, as many as there are processors for this process.
[[nodiscard]] unsigned threadsFor(unsigned wanted);

/// Calls piece(0) … piece(pieces - 1), each once, on up to `threads` threads, the calling one among them.
/// Returns when all are done; throws what one of them threw. Where the system gives no more threads, those it
/// gave do the work. Pieces must not write to what others touch.
void runPieces(std::size_t pieces, unsigned threads, const std::function<void(std::size_t)>& piece);

/// Calls part(begin, end) for parts of [0, count), as runPieces() does.
void runParts(std::size_t count, unsigned threads,
              const std::function<void(std::size_t begin, std::size_t end)>& part);

} // namespace hallway
