// Whether two shares differ by more than chance: Fisher's exact test of a 2 × 2 table, and Holm's correction
// for asking many such questions at once.
//
// Fisher, R. A. (1922), On the interpretation of χ² from contingency tables, and the calculation of P;
// Holm, S. (1979), A simple sequentially rejective multiple test procedure.
#pragma once

#include <cstdint>
#include <vector>

namespace hallway {

/// Natural logarithm of n!; relative error under 1e-14.
[[nodiscard]] double logFactorial(std::uint64_t n);

/// `with` of `all` have what is counted; with ≤ all.
struct Part {
    std::uint64_t with = 0, all = 0;
    bool operator==(const Part&) const = default;
};

/// Two-sided p: the sum of the probabilities of all tables with the same margins that are at most as likely
/// as this one (those within 1e-7 of it count as equally likely). Exact for small counts and large ones; 1
/// where a margin is empty. Takes microseconds, up to some tens for a million.
[[nodiscard]] double fishersExact(const Part& one, const Part& other);

/// Each p made larger so that, whatever depends on whatever, the chance of even one false finding among all
/// of them stays under the level the results are compared with. In the order given; at most 1.
[[nodiscard]] std::vector<double> holm(const std::vector<double>& p);

} // namespace hallway
