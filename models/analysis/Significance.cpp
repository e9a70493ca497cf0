#include "analysis/Significance.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace hallway {

namespace {

constexpr std::size_t exactFactorials = 256;

std::array<double, exactFactorials> smallLogFactorials() {
    std::array<double, exactFactorials> logs{};
    for (std::size_t n = 2; n < logs.size(); ++n)
        logs[n] = logs[n - 1] + std::log(static_cast<double>(n));
    return logs;
}

double logChoose(std::uint64_t n, std::uint64_t k) {
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/// How many of a drawing are marked: `marked` of `all` are, `drawn` are drawn.
struct Hypergeometric {
    std::uint64_t all, marked, drawn;

    [[nodiscard]] std::uint64_t least() const { return marked + drawn > all ? marked + drawn - all : 0; }
    [[nodiscard]] std::uint64_t most() const { return std::min(marked, drawn); }
    [[nodiscard]] double logOf(std::uint64_t k) const {
        return logChoose(marked, k) + logChoose(all - marked, drawn - k) - logChoose(all, drawn);
    }
    /// P(k + 1) / P(k)
    [[nodiscard]] double step(std::uint64_t k) const {
        const auto real = [](std::uint64_t value) { return static_cast<double>(value); };
        return real(marked - k) * real(drawn - k) /
               (real(k + 1) * (real(all) - real(marked) - real(drawn) + real(k + 1)));
    }
    [[nodiscard]] std::uint64_t mode() const {
        const double at = (static_cast<double>(drawn) + 1) * (static_cast<double>(marked) + 1) /
                          (static_cast<double>(all) + 2);
        return std::clamp(static_cast<std::uint64_t>(at), least(), most());
    }
    /// Sums of one tail, outwards from `k` on, until nothing is added any more.
    [[nodiscard]] double upperTail(std::uint64_t k) const {
        double sum = 1, term = 1;
        for (; k < most() && term > sum * 1e-18; ++k)
            sum += term *= step(k);
        return sum;
    }
    [[nodiscard]] double lowerTail(std::uint64_t k) const {
        double sum = 1, term = 1;
        for (; k > least() && term > sum * 1e-18; --k)
            sum += term /= step(k - 1);
        return sum;
    }
};

} // namespace

double logFactorial(std::uint64_t n) {
    static const auto small = smallLogFactorials();
    if (n < small.size()) return small[n];
    const double x = static_cast<double>(n) + 1; // Stirling's series of ln Γ(x)
    const double inverse = 1 / x, square = inverse * inverse;
    return (x - 0.5) * std::log(x) - x + 0.5 * std::log(2 * std::numbers::pi) +
           inverse * (1.0 / 12 - square * (1.0 / 360 - square / 1260));
}

double fishersExact(const Part& one, const Part& other) {
    const Hypergeometric law{one.all + other.all, one.with + other.with, one.all};
    if (law.least() == law.most()) return 1;
    constexpr double slack = 1e-7; // tables as likely as this one, but for rounding
    const double own = law.logOf(one.with), limit = own + slack;
    const std::uint64_t mode = law.mode();
    const bool isAbove = one.with > mode;
    const double ownTail = isAbove ? law.upperTail(one.with) : law.lowerTail(one.with);
    double p = std::exp(own) * ownTail;

    // On the other side of the mode the probabilities fall outwards: the first that is small enough is found
    // by bisection. Where even the outermost is too likely there is no such tail.
    std::uint64_t inner = mode, outer = isAbove ? law.least() : law.most();
    if (law.logOf(inner) <= limit) return 1; // this table is a most likely one
    if (law.logOf(outer) > limit) return std::min(p, 1.0);
    while (inner + 1 < outer || outer + 1 < inner) {
        const std::uint64_t middle =
            inner + (outer > inner ? (outer - inner) / 2 : 0) - (inner > outer ? (inner - outer) / 2 : 0);
        (law.logOf(middle) <= limit ? outer : inner) = middle;
    }
    p += std::exp(law.logOf(outer)) * (isAbove ? law.lowerTail(outer) : law.upperTail(outer));
    return std::min(p, 1.0);
}

std::vector<double> holm(const std::vector<double>& p) {
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<double> adjusted(p.size());
    double atLeast = 0;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        const double factor = static_cast<double>(p.size() - rank);
        atLeast = std::max(atLeast, std::min(1.0, p[order[rank]] * factor));
        adjusted[order[rank]] = atLeast;
    }
    return adjusted;
}

} // namespace hallway
