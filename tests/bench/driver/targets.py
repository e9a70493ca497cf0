"""The promises of docs/performance.md, each a number and its limit."""
from dataclasses import dataclass
from statistics import median

from figures import quantity, size_word
from growing import GROWING, grown

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
    note: str = ""       # what the value alone would hide

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
        if self.value is None:
            return "not measured"
        return quantity(self.value, self.unit) + (f" ({self.note})" if self.note else "")

    @property
    def shown_limit(self):
        return ("≤ " if self.at_most else "≥ ") + quantity(self.limit, self.unit)


# Names of measures that are judged together.
STALLS = ("gap-import", "gap-reopen", "gap-range-drag", "gap-range-clear", "gap-edge", "gap-edge-and-range",
          "gap-clear", "gap-trace", "gap-span", "gap-node", "gap-export-graph", "gap-export-waterfall",
          "gap-export-trace")
FRAMES = ("waterfall-scroll", "waterfall-jump", "waterfall-zoom", "waterfall-pan")


def verdicts(results):
    """Of everything that was measured; of a full run, of everything that was promised."""
    main = results.head["mainSpans"]
    full = results.head["mode"] == "full" and not results.head["only"]
    word = size_word(main)
    found = []

    def add(number, text, value, limit, unit="s", at_most=True, of_million=False, note=""):
        if value is not None or full:
            found.append(Verdict(number, text, value, limit, unit, at_most, not of_million or main == MILLION, note))

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
                              ("find-attribute", "attribute = value", 0.25),
                              ("find-related", "slow spans below failed ones", 0.25)):
        add("5", text, results.median(f"{name}-{word}"), limit, of_million=True)
    add("5", "heatmap of 1 M calls", results.median(f"heatmap-{word}"), 0.03)

    add("6", "waterfall of one trace up", results.median("waterfall-open"), 0.3)
    add("6", "its slowest kind of frame", most(results, FRAMES), 0.008, note=tail(results, FRAMES))
    add("6", "tree, critical path and self time", results.median("largest-trace"), 0.05)
    add("6", "the same of a chain", results.median("deep-trace"), 0.05)

    for name, doing, limit in (("graph-pan-200", "panning", 0.016), ("graph-zoom-200", "zooming", 0.025)):
        add("7", f"200 services: a frame of {doing}", results.median(name), limit, note=tail(results, [name]))
    add("7", "500 services, heaviest edges: up", results.median("graph-layout-500"), 5.0)

    stalls = [max(each) for each in results.values_by_round(STALLS)]
    add("8", "longest stall of the window", median(stalls) if stalls else None, 0.05,
        note=f"worst round {quantity(max(stalls), 's')}" if stalls else "")

    add("9", "start to empty window", results.median("start"), 0.35)
    add("9", "hallway edges, 100 spans", results.median("tiny-edges"), 0.06)
    add("9", "Jaeger JSON to painted window", results.median("open-jaeger"), 1.0)

    growths = {each.what: each for each in grown(results)}
    for what in GROWING:
        each = growths.get(what)
        add("10", what.text, each.ratio if each else None, 1.5, "×", note=each.note if each else "")
    return found


def most(results, names):
    """None where one of them is missing."""
    return max(map(results.median, names)) if all(name in results for name in names) else None


def tail(results, names):
    """What medians of frames leave out: the slow ones of any kind, in any round."""
    def worst(figure):
        return max((value for name in names if name in results
                    for value in results.measures[name]["figures"].get(figure, ())), default=None)
    p95, longest = worst("p95Ms"), worst("maxMs")
    return f"p95 {quantity(p95 / 1000, 's')}, longest {quantity(longest / 1000, 's')}" if p95 and longest else ""
