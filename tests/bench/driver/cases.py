"""What is measured, in the order of the targets (targets.py)."""
import zlib
from dataclasses import dataclass, field
from typing import Callable

from figures import size_word
from inputs import Input
from programs import CaseFailed

FRESH, KEPT = "cache-fresh", "cache-kept"  # one is emptied before each case, one holds what `warm` put there


@dataclass(frozen=True)
class Sample:
    """One round of one measure."""
    name: str
    title: str
    spans: int
    value: float
    unit: str = "s"
    peak: float = 0  # bytes; 0: not known
    figures: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    name: str
    title: str
    spans: int
    run: Callable  # (Programs, Inputs) → [Sample]
    inputs: tuple = ()  # made before the first round
    warm: bool = False  # they lie in the kept cache by then


def sample(case_name, title, spans, line):
    """Of a line of hallway-bench."""
    figures = {name: value for name, value in line.items() if name not in ("case", "seconds", "peakBytes")}
    return Sample(case_name, title, spans, line["seconds"], "s", line["peakBytes"], figures)


def loop(name, title, given, words, warm=False, more=()):
    """A case of hallway-bench on one file; `warm`: opened from the cache."""
    def run(programs, inputs):
        line = programs.case(*words, inputs.path(given), *more, cache=KEPT if warm else "cache-none")
        return [sample(name, title, given.spans, line)]
    return Case(name, title, given.spans, run, (given,), warm)


def edges(name, title, given):
    """`hallway edges` as a person runs it on a file it has not seen."""
    def run(programs, inputs):
        path = inputs.path(given)
        programs.clear(FRESH)
        output = programs.work / "edges.txt"
        line = programs.run(programs.path("hallway"), "edges", path, cache=FRESH, output=output)
        if not programs.captures(FRESH):
            raise CaseFailed("hallway edges left nothing in its cache")
        return [sample(name, title, given.spans, {**line, "output": zlib.crc32(output.read_bytes())})]
    return Case(name, title, given.spans, run, (given,))


def sqlite(name, title, given):
    def run(programs, inputs):
        capture, copy = programs.work / f"{given.name}.hallway", programs.work / "copy.hallway"
        programs.run(programs.path("hallway"), "import", inputs.path(given), "-o", capture, cache=KEPT)
        line = programs.case("sqlite", capture, copy)
        capture.unlink()
        return [sample(name, title, given.spans, line)]
    return Case(name, title, given.spans, run, (given,), warm=True)


def window(case, title, given=None, suffix=""):
    """Cases of hallway-bench-window; each of its lines is a measure."""
    spans = given.spans if given else 0

    def run(programs, inputs):
        words = [case] + ([inputs.path(given)] if given else [])
        lines = programs.lines("hallway-bench-window", *words)
        return [s for s in (window_sample(line, title, spans, suffix) for line in lines) if s]
    return Case(case + suffix, title, spans, run, (given,) if given else ())


def window_sample(line, title, spans, suffix):
    name = line["case"] + suffix
    figures = {key: value for key, value in line.items() if key != "case"}
    if "count" in line:
        return Sample(name, title, spans, line["count"], "", 0, figures)
    for key in ("medianMs", "longestGapMs", "ms"):
        if key in line:
            return Sample(name, title, spans, line[key] / 1000, "s", 0, figures)
    return None


@dataclass(frozen=True)
class Sizes:
    """Spans of the inputs."""
    main: int
    all: tuple        # of what is plotted, the main one among them
    small: int        # of the single trace, the service graphs and the Jaeger file
    services: tuple = (40, 200, 500)


def cases(sizes):
    main, word = Input(sizes.main), size_word(sizes.main)
    giant = Input(sizes.small, one_trace=True)
    deep = Input(sizes.small + 1, one_trace=True, depth=sizes.small)  # and the root
    jaeger = Input(sizes.small, format="jaeger")
    listed = []
    for spans in sizes.all:
        given, each = Input(spans), size_word(spans)
        listed += [
            loop(f"simdjson-{each}", "(a) simdjson touches every value", given, ["simdjson"]),
            edges(f"import-{each}", "hallway edges, cache written", given),
            loop(f"open-{each}", "opening from the cache", given, ["open"], warm=True),
            window("reopen", "window from the cache", given, f"-{each}"),
        ]
    listed += [
        loop(f"nlohmann-{word}", "(c) nlohmann touches every value", main, ["nlohmann"]),
        sqlite(f"sqlite-{word}", "(b) SQLite inserts the same rows", main),
        edges(f"proto-{word}", "hallway edges, OTLP protobuf", Input(sizes.main, format="otlp-proto")),
        edges(f"framed-{word}", "hallway edges, framed protobuf", Input(sizes.main, format="otlp-proto-framed")),
        edges(f"gzip-{word}", "hallway edges, gzip -6", Input(sizes.main, compression="gzip")),
        edges(f"zstd-{word}", "hallway edges, zstd -3", Input(sizes.main, compression="zstd")),
        loop(f"build-calls-{word}", "calls and all figures from columns", main, ["build-calls"]),
        loop(f"derive-range-{word}", "graph of another time range", main, ["derive-range"], warm=True),
        loop(f"derive-filter-{word}", "graph of 15 of 16 spans", main, ["derive-filter"], warm=True),
        loop(f"find-attribute-{word}", "spans with attribute = value", main, ["find-spans"], True,
             ['{ .app.tenant = "tenant-175" }']),
        loop(f"find-related-{word}", "slow spans below failed ones", main, ["find-spans"], True,
             ['{ status = error } >> { duration > 1ms }']),
        loop(f"heatmap-{word}", "heatmap of 1 M calls", main, ["heatmap"], warm=True),
        loop("largest-trace", "tree, critical path and self times of one trace", giant, ["largest-trace"], True,
             [giant.depth]),
        loop("deep-trace", "the same of a chain as deep as it is long", deep, ["largest-trace"], True,
             [deep.depth]),
        window("waterfall", "one trace", giant),
        window("session", "longest stall", main),
        window("start", "window"),
        window("open", "Jaeger JSON", jaeger, "-jaeger"),
        edges("tiny-edges", "hallway edges, 100 spans", Input(100)),
        loop("tiny-open", "opening 100 spans from the cache", Input(100), ["open"], warm=True),
    ]
    listed += [window("graph", f"{services} services", Input(sizes.small, services, rare_calls=1), f"-{services}")
               for services in sizes.services]
    return listed
