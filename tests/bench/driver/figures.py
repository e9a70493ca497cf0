"""Numbers out of numbers: what the driver computes, and nothing that touches the machine."""
from statistics import median

TOLERANCE = 1.5  # a ratio that grew by more than half is worse
SUFFICES = 1e-9  # seconds; shorter is nothing


def spread(values):
    return min(values), max(values)


def paired_ratio(values, references):
    """Median of value / reference of the same round: what slows a whole round down slows both."""
    pairs = [value / reference for value, reference in zip(values, references) if reference > SUFFICES]
    return median(pairs) if pairs else None


def per_span(points, taken_off):
    """[(spans, seconds)] → [(spans, seconds a span)], less what it costs whatever the file."""
    return [(spans, max(seconds - taken_off, 0) / spans) for spans, seconds in points]


def growth(costs_by_size):
    """[(spans, seconds a span)] → how much more a span costs where it costs most than where it costs least; None
    for fewer than two sizes."""
    costs = [cost for _, cost in costs_by_size]
    return max(costs) / min(costs) if len(costs) > 1 and min(costs) > 0 else None


def worse(stored, runs, tolerance=TOLERANCE):
    """Names whose ratio grew beyond the tolerance in every one of the runs: [(name, stored, ratios of the runs)].

    `stored` and each of `runs` are {name: ratio}. What one of them lacks is not judged.
    """
    found = []
    for name, before in sorted(stored.items()):
        now = [run.get(name) for run in runs]
        if before and now and all(ratio is not None and ratio > before * tolerance for ratio in now):
            found.append((name, before, now))
    return found


def size_word(spans):
    """1000000 → "1m", as it stands in names of cases."""
    if spans % 1_000_000 == 0:
        return f"{spans // 1_000_000}m"
    return f"{spans // 1000}k" if spans % 1000 == 0 else str(spans)


def quantity(value, unit):
    """A value as people read it, three digits: quantity(0.01234, "s") is "12.3 ms"."""
    if unit == "s":
        for factor, word in ((1, "s"), (1e3, "ms"), (1e6, "µs")):
            if value * factor >= 1 or word == "µs":
                return f"{digits(value * factor)} {word}"
    if unit == "B":
        for factor, word in ((1e9, "GB"), (1e6, "MB"), (1e3, "kB")):
            if value >= factor:
                return f"{digits(value / factor)} {word}"
    return f"{digits(value)} {unit}" if unit else f"{value:.0f}"


def digits(value):
    """About three significant ones; none after the point from 100 on."""
    for least, places in ((100, 0), (10, 1), (0.1, 2), (0.01, 3)):
        if value >= least:
            return f"{value:.{places}f}"
    return f"{value:.4f}" if value else "0"
