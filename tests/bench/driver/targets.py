"""The promises of docs/performance.md, each a number and its limit."""
from dataclasses import dataclass

from figures import growth, quantity, size_word

MILLION = 1_000_000


@dataclass(frozen=True)
class Verdict:
    number: str
    text: str
    value: float         # None: not measured
    limit: float
    unit: str            # "s", "B", "×" …
    at_most: bool = True
    judged: bool = True  # false: the limit holds for another size of input

    @property
    def holds(self):
        if self.value is None:
            return False
        return self.value <= self.limit if self.at_most else self.value >= self.limit

    @property
    def word(self):
        return ("yes" if self.holds else "NO") if self.judged else "–"

    @property
    def shown_value(self):
        return "not measured" if self.value is None else quantity(self.value, self.unit)

    @property
    def shown_limit(self):
        return ("≤ " if self.at_most else "≥ ") + quantity(self.limit, self.unit)


STALLS = ("gap-import", "gap-reopen", "gap-range-drag", "gap-range-clear", "gap-edge", "gap-edge-and-range",
          "gap-clear", "gap-trace", "gap-span", "gap-node")
FRAMES = ("waterfall-scroll", "waterfall-jump", "waterfall-zoom", "waterfall-pan")


def verdicts(results):
    """Of everything that was measured; of a full run, of everything that was promised."""
    main = results.head["mainSpans"]
    full = results.head["mode"] == "full" and not results.head["only"]
    word = size_word(main)
    found = []

    def add(number, text, value, limit, unit="s", at_most=True, of_million=False):
        if value is not None or full:
            found.append(Verdict(number, text, value, limit, unit, at_most, not of_million or main == MILLION))

    def times(name, to):
        return results.ratio(f"{name}-{word}", f"{to}-{word}")

    add("1", "file to edges, cache written, to (a)", times("import", "simdjson"), 2.0, "×", of_million=True)
    for peer, least in (("duckdb-tuned", 1.5), ("clickhouse", 1.5), ("duckdb-typed", 8)):
        add("1", f"{peer} to hallway", times(peer, "import"), least, "×", at_most=False, of_million=True)
    peaks = [results.peak(f"{peer}-{word}") for peer in ("duckdb-tuned", "clickhouse", "duckdb-typed")]
    own = results.peak(f"import-{word}")
    add("1", "peak memory to the leanest of them", own / min(peaks) if own and all(peaks) else None, 0.5, "×",
        of_million=True)

    for name in ("proto", "framed"):
        add("2", f"JSON to {name}", times("import", name), 1.5, "×", at_most=False, of_million=True)
    for name in ("gzip", "zstd"):
        add("2", f"{name} to plain", times(name, "import"), 1.4, "×", of_million=True)

    add("3", "peak memory of the import", results.peak(f"import-{word}"), 150e6 + 64 * main, "B")
    tables = results.figure(f"open-{word}", "tableBytes")
    add("3", "tables of an open capture, a span", tables / main if tables else None, 64, "B")

    add("4", f"cache to painted graph, {word}", results.median(f"reopen-{word}"), 0.35, of_million=True)
    add("4", "cache to painted graph, 10m", results.median("reopen-10m"), 2.5)

    for name, text, limit in (("build-calls", "calls and figures from columns", 0.4),
                              ("derive-range", "graph of another range", 0.06),
                              ("derive-filter", "graph of a filter", 0.06),
                              ("find-attribute", "any attribute = value", 0.25)):
        add("5", text, results.median(f"{name}-{word}"), limit, of_million=True)
    add("5", "heatmap of 1 M calls", results.median(f"heatmap-{word}"), 0.03)

    add("6", "waterfall of one trace up", results.median("waterfall-open"), 0.3)
    add("6", "its slowest kind of frame", most(results, FRAMES), 0.008)
    add("6", "critical path and self time", results.median("largest-trace"), 0.05)
    add("6", "the same of a chain", results.median("deep-trace"), 0.05)

    add("7", "200 services: a frame of panning", results.median("graph-pan-200"), 0.016)
    add("7", "200 services: a frame of zooming", results.median("graph-zoom-200"), 0.025)
    add("7", "500 services: up", results.median("graph-layout-500"), 5.0)

    add("8", "longest stall of the window", most(results, STALLS), 0.05)

    add("9", "start to empty window", results.median("start"), 0.35)
    add("9", "hallway edges, 100 spans", results.median("tiny-edges"), 0.06)
    add("9", "Jaeger JSON to painted window", results.median("open-jaeger"), 1.0)

    start = results.median("tiny-edges")
    add("10", "growth of import, a span",
        growth(results.points("import"), start) if start is not None else None, 1.5, "×")
    add("10", "growth of reopening, a span", growth(results.points("open"), 0), 1.5, "×")
    return found


def most(results, names):
    """None where one of them is missing."""
    return max(map(results.median, names)) if all(name in results for name in names) else None
