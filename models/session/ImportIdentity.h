// Which code made a stored capture.
#pragma once

#include <cstdint>

namespace hallway {

/// Another number after every change of the rooms that lie between the bytes of an export and what is stored
/// of them: a hash of their sources, made when they are built. Part of a capture's name in the cache, so that
/// no build trusts what another has understood differently, and nobody has to remember to raise a version.
///
/// Exported captures are archives and outlive it: they open as long as formatVersion (store) is theirs, with
/// the calls their maker saw; only the figures kept for the first picture are derived anew.
[[nodiscard]] std::uint64_t importIdentity();

} // namespace hallway
