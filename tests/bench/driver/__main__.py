"""./dev bench: generates inputs, runs every case in turn, several times over, and says what holds.

See docs/performance.md.
"""
import argparse
import datetime
import sys
from fnmatch import fnmatch
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import documents  # noqa: E402
import machine  # noqa: E402
import peers  # noqa: E402
from agreement import disagreements, flaw_of  # noqa: E402
from cases import Sizes, cases  # noqa: E402
from comparison import complaints, expected, obstacle  # noqa: E402
from growing import as_json, grown  # noqa: E402
from growth_chart import Series, growth_chart  # noqa: E402
from inputs import Inputs  # noqa: E402
from programs import Programs  # noqa: E402
from results import Results  # noqa: E402
from rounds import Rounds  # noqa: E402
from table import MEASURES, TARGETS, measure_rows, plain, target_rows  # noqa: E402
from targets import verdicts  # noqa: E402

ROOT = Path(__file__).resolve().parents[3]
STORED = ROOT / "tests/bench/results"
DOCUMENT = ROOT / "docs/performance.md"
PICTURE = ROOT / "docs/pictures/growth.svg"


def arguments():
    parser = argparse.ArgumentParser(prog="./dev bench", description="Measures Hallway beside references.")
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--quick", action="store_true", help="once, on 100 k spans only")
    size.add_argument("--huge", action="store_true", help="also import and reopen 10 M spans (20 GB of disk)")
    size.add_argument("--spans", type=int, help="once, on so many spans only")
    parser.add_argument("--peers", action="store_true", help="also DuckDB and ClickHouse, from npm")
    parser.add_argument("--runs", type=int, help="rounds (default 5; of the short ones 1)")
    parser.add_argument("--cores", type=int, default=2, help="processors to run on (default 2)")
    parser.add_argument("--only", action="append", metavar="PATTERN",
                        help="cases whose name fits, e.g. 'import*'; may be repeated; (a) and tiny ones are run anyway")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--compare", nargs="?", const="", metavar="RESULT.json",
                      help="run twice and name what got worse in both since RESULT (default: the last release)")
    what.add_argument("--store", action="store_true", help="keep the last result as this release's; measures nothing")
    what.add_argument("--write-docs", action="store_true",
                      help="write the last result into docs/performance.md; measures nothing")
    parser.add_argument("--programs", type=Path, default=ROOT / "build/release/bin", help=argparse.SUPPRESS)
    parser.add_argument("--data", type=Path, default=ROOT / "build/bench-data", help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, default=ROOT / "build/bench", help=argparse.SUPPRESS)
    return parser.parse_args()


def say(sentence, passing=False):
    """`passing`: progress, which the next sentence may replace."""
    if sys.stderr.isatty():
        print(f"\r\033[K{sentence}", end="" if passing else "\n", file=sys.stderr, flush=True)
    elif not passing:
        print(sentence, file=sys.stderr, flush=True)


def sizes_of(options):
    if options.quick or options.spans:
        spans = options.spans or 100_000
        return Sizes(spans, (spans,), spans)
    return Sizes(1_000_000, (100_000, 1_000_000) + ((10_000_000,) if options.huge else ()), 100_000)


def mode_of(options):
    return "quick" if options.quick else f"{options.spans}-spans" if options.spans else "full"


class Bench:
    def __init__(self, options):
        self.options = options
        self.sizes = sizes_of(options)
        self.cores = machine.use_cores(options.cores)
        self.programs = Programs(options.programs, options.data / "work")
        self.inputs = Inputs(options.data, self.programs, say)
        self.version = self.programs.version()

    def cases(self):
        listed = cases(self.sizes)
        if self.options.peers:
            listed += peers.cases(self.sizes, peers.install(ROOT / "build/peers", say), self.cores)
        wanted = ["simdjson-*", "tiny-*", *self.options.only] if self.options.only else ["*"]
        return [case for case in listed if any(fnmatch(case.name, pattern) for pattern in wanted)]

    def measure(self):
        """One result, saved; and what could not be run."""
        runs = self.options.runs or (5 if mode_of(self.options) == "full" else 1)
        results = Results({"hallway": self.version, "mode": mode_of(self.options), "mainSpans": self.sizes.main,
                           "only": self.options.only or [], "runs": runs, "date": datetime.date.today().isoformat(),
                           "machine": machine.describe(self.cores)})
        rounds = Rounds(self.cases(), self.programs, self.inputs, say)
        rounds.prepare()
        rounds.run(runs, results)
        say("", passing=True)
        results.head["failed"] = rounds.failed
        results.head["growth"] = as_json(results)
        results.save(self.options.out / "result.json")
        return results

    def stored(self):
        """The result to compare with: of the last release in the same mode."""
        if self.options.compare:
            return Path(self.options.compare)
        found = sorted(STORED.glob(f"*-{mode_of(self.options)}.json"), key=version_key)
        return found[-1] if found else None


def version_key(path):
    return [int(part) if part.isdigit() else 0 for part in path.name.split("-")[0].split(".")]


def show(results, out):
    print(f"Hallway {results.head['hallway']} on {results.head['machine']['cores']} cores, "
          f"files in the page cache, rounds: {results.head['runs']}\n")
    print(plain(MEASURES, measure_rows(results)), end="\n\n")
    print(plain(TARGETS, target_rows(verdicts(results))))
    for line in disagreements(results):
        print(line)
    for name, reason in results.head["failed"].items():
        print(f"Not measured: {name}: {reason}")
    if chart := chart_of(results):
        (out / "growth.svg").write_text(chart, encoding="utf-8")
        print(f"\nGrowth: {out / 'growth.svg'}")
    print(f"Result: {out / 'result.json'}")


def chart_of(results):
    """SVG; nothing where only one size was measured."""
    series = [Series(each.what.title, each.what.colour, each.points, each.note) for each in grown(results)]
    return growth_chart(series) if series else None


def compare(bench):
    path = bench.stored()
    if path is None or not path.exists():
        say("There is no stored result to compare with; --store keeps one.")
        return 2
    stored = Results.load(path)
    if reason := obstacle(stored, mode_of(bench.options), bench.cores):
        say(f"{path.name} is not comparable: {reason}.")
        return 2
    ratios = expected(stored, bench.options.huge)
    runs = [bench.measure() for _ in range(2)]
    found = complaints(ratios, runs, partial=bool(bench.options.only))
    for line in found:
        print(line)
    compared = sum(all(name in run.ratios() for run in runs) for name in ratios)
    print(f"{compared} of {len(ratios)} ratios of {path.name} compared, {len(found)} complaints.")
    return 1 if found else 0


def whole_result(options):
    """The last one, if it may stand for a release. Raises SystemExit with a sentence."""
    results = Results.load(options.out / "result.json")
    if flaw := flaw_of(results):
        raise SystemExit(f"bench: the last result is not kept: {flaw}")
    return results


def store(options):
    results = whole_result(options)
    path = STORED / f"{results.head['hallway']}-{results.head['mode']}.json"
    results.save(path)
    print(f"Stored as {path.relative_to(ROOT)}")
    return 0


def write_docs(options):
    results = whole_result(options)
    chart = chart_of(results)
    if chart:
        PICTURE.write_text(chart, encoding="utf-8")
    picture = PICTURE.relative_to(DOCUMENT.parent).as_posix() if chart else None
    part = documents.measured_part(results, verdicts(results), picture)
    DOCUMENT.write_text(documents.with_measured_part(DOCUMENT.read_text(encoding="utf-8"), part), encoding="utf-8")
    print(f"Wrote {DOCUMENT.relative_to(ROOT)}")
    return 0


def main():
    options = arguments()
    if options.store:
        return store(options)
    if options.write_docs:
        return write_docs(options)
    bench = Bench(options)
    if options.compare is not None:
        return compare(bench)
    results = bench.measure()
    show(results, options.out)
    return 1 if results.head["failed"] or disagreements(results) else 0


if __name__ == "__main__":
    sys.exit(main())
