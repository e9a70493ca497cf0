"""The driver's own arithmetic, words and pictures."""
import tempfile
import unittest
import xml.etree.ElementTree as tree
from pathlib import Path

import documents
from agreement import disagreements, flaw_of
from cases import Case, Sample, Sizes, cases, window_sample
from comparison import complaints, expected, obstacle
from figures import digits, growth, paired_ratio, per_span, quantity, size_word, worse
from growing import GROWING, as_json, grown
from growth_chart import Series, growth_chart, nice_step
from inputs import Input, Inputs
from programs import CaseFailed
from results import Results
from rounds import Rounds
from table import plain
from targets import STALLS, verdicts


def results(main=1_000_000, **measures):
    """name=(seconds of the rounds) or (seconds, peak bytes, figures); "_" in a name is "-"."""
    made = Results({"mainSpans": main, "hallway": "1.2.3", "runs": 3, "date": "2026-01-02",
                    "machine": {"cpu": "a cpu", "cores": 2}, "mode": "quick", "failed": {}, "only": []})
    for name, given in measures.items():
        name = name.replace("_", "-")
        values, peak, figures = given if isinstance(given, tuple) else (given, 0, {})
        spans = {"1m": 1_000_000, "100k": 100_000}.get(name.rsplit("-", 1)[-1], 100)
        for value in values:
            made.add(Sample(name, "a title", spans, value, "s", peak, figures))
    return made


class Figures(unittest.TestCase):
    def test_a_ratio_is_the_median_over_rounds(self):
        # One slow round (3rd), and one that hit only the reference (1st).
        self.assertEqual(paired_ratio([2, 2, 20], [4, 1, 10]), 2)
        self.assertIsNone(paired_ratio([], []))

    def test_a_span_costs_what_is_left_without_the_start(self):
        self.assertEqual(per_span([(100, 1.5), (200, 2.5)], 0.5), [(100, 0.01), (200, 0.01)])
        self.assertEqual(per_span([(100, 0.4)], 0.5), [(100, 0)])

    def test_growth_is_of_the_dearest_span_to_the_cheapest(self):
        self.assertEqual(growth([(100, 0.01), (200, 0.02), (300, 0.015)]), 2)
        self.assertEqual(growth([(100, 0.02), (200, 0.01)]), 2, "a span that costs less in a larger file counts, too")
        self.assertIsNone(growth([(100, 0.01)]))
        self.assertIsNone(growth([(100, 0), (200, 0.01)]))

    def test_worse_means_in_all_runs_and_by_more_than_half(self):
        stored = {"a": 1.0, "b": 1.0, "c": 1.0, "gone": 1.0}
        runs = [{"a": 1.6, "b": 1.6, "c": 1.5, "new": 9.0}, {"a": 1.7, "b": 1.4, "c": 1.5, "new": 9.0}]
        self.assertEqual(worse(stored, runs), [("a", 1.0, [1.6, 1.7])])

    def test_quantities_read_well(self):
        self.assertEqual([quantity(x, "s") for x in (12.345, 0.05, 0.00123, 2e-7)],
                         ["12.3 s", "50.0 ms", "1.23 ms", "0.20 µs"])
        self.assertEqual([quantity(x, "B") for x in (63.7, 150e6, 2.5e9)], ["63.7 B", "150 MB", "2.50 GB"])
        self.assertEqual(quantity(3, ""), "3")
        self.assertEqual([digits(x) for x in (1234.5, 0.123, 0.0123, 0.00123)], ["1234", "0.12", "0.012", "0.0012"])

    def test_sizes_have_short_names(self):
        self.assertEqual([size_word(n) for n in (1234, 3000, 100_000, 10_000_000)], ["1234", "3k", "100k", "10m"])


class Measures(unittest.TestCase):
    def test_a_measure_is_compared_with_the_reference_of_its_size(self):
        found = results(simdjson_1m=[1, 1, 1], simdjson_100k=[0.1, 0.1, 0.1], import_1m=[3, 2, 4],
                        import_100k=[0.5, 0.5, 0.5], start=[2, 2, 2])
        self.assertEqual(found.ratios()["import-1m"], 3)
        self.assertEqual(found.ratios()["import-100k"], 5)
        self.assertEqual(found.ratios()["start"], 2, "what has no size is compared with the main reference")

    def test_points_are_of_one_case(self):
        found = results(import_1m=[3], import_100k=[1], tiny_edges=[0.1], import_other=[5])
        self.assertEqual(found.points("import"), [(100_000, 1), (1_000_000, 3)])

    def test_a_result_survives_its_file(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "deeper" / "result.json"
            made = results(import_1m=([1, 2], 100, {"calls": 7}))
            made.save(path)
            read = Results.load(path)
        self.assertEqual((read.head, read.measures), (made.head, made.measures))
        self.assertEqual((read.peak("import-1m"), read.figure("import-1m", "calls")), (100, 7))

    def test_lines_of_the_window_become_measures(self):
        self.assertEqual(window_sample({"case": "start", "ms": 250}, "window", 0, "").value, 0.25)
        frames = window_sample({"case": "graph-pan", "frames": 9, "medianMs": 8, "p95Ms": 9}, "graph", 10, "-200")
        self.assertEqual((frames.name, frames.value, frames.figures["p95Ms"]), ("graph-pan-200", 0.008, 9))
        self.assertEqual(window_sample({"case": "graph-nodes", "count": 200}, "graph", 10, "").unit, "")
        self.assertIsNone(window_sample({"case": "news"}, "", 0, ""))

    def test_those_who_do_the_same_must_agree(self):
        same, other = ([1], 0, {"pairs": 2, "calls": 9, "errors": 1}), ([1], 0, {"pairs": 2, "calls": 8, "errors": 1})
        self.assertEqual(disagreements(results(clickhouse_1m=same, duckdb_tuned_1m=same)), [])
        self.assertEqual(len(disagreements(results(clickhouse_1m=same, duckdb_tuned_1m=other))), 2)
        this, that = ([1], 0, {"output": 7}), ([1], 0, {"output": 8})
        self.assertEqual(len(disagreements(results(import_1m=this, gzip_1m=that, zstd_1m=this))), 3)
        self.assertEqual(len(disagreements(results(import_1m=this, gzip_1m=[1]))), 2, "who says nothing does not agree")

    def test_one_round_that_differs_is_a_disagreement(self):
        found = results(import_1m=([1, 1, 1], 0, {"output": 7}))
        self.assertEqual(disagreements(found), [])
        found.measures["import-1m"]["figures"]["output"][1] = 8
        self.assertEqual(disagreements(found), ["Disagreement: import: {'output': 7} or {'output': 8}"])


class Failures(unittest.TestCase):
    def test_nothing_is_kept_of_a_case_that_fails_in_a_later_round(self):
        def run_twice(programs, inputs):
            if len(found.measures.get("gap-a", {"values": []})["values"]) == 2:
                raise CaseFailed("broke")
            return [Sample("gap-a", "", 1, 1.0), Sample("gap-b", "", 1, 1.0)]
        found = results()
        listed = [Case("session", "", 1, run_twice), Case("other", "", 1, lambda *_: [Sample("other", "", 1, 2)])]
        rounds = Rounds(listed, None, None, lambda *_, **__: None)
        rounds.run(4, found)
        self.assertEqual(rounds.failed, {"session": "broke"})
        self.assertEqual({name: len(measure["values"]) for name, measure in found.measures.items()}, {"other": 4})

    def test_what_is_not_whole_is_not_kept_for_a_release(self):
        found = results(import_1m=([1, 1], 0, {"output": 7}))
        self.assertIsNone(flaw_of(found))
        self.assertIn("session", flaw_of(Results({**found.head, "failed": {"session": "broke"}}, found.measures)))
        self.assertIn("--only import*", flaw_of(Results({**found.head, "only": ["import*"]}, found.measures)))
        found.measures["import-1m"]["figures"]["output"][1] = 8
        self.assertIn("Disagreement", flaw_of(found))


class Comparison(unittest.TestCase):
    def test_another_mode_or_number_of_cores_is_refused(self):
        stored = Results({"mode": "full", "machine": {"cores": 2}})
        self.assertIsNone(obstacle(stored, "full", 2))
        self.assertIn("mode full", obstacle(stored, "quick", 2))
        self.assertIn("2 cores", obstacle(stored, "full", 4))

    def test_what_failed_or_is_gone_is_named_beside_what_got_worse(self):
        whole = results(simdjson_1m=[1], import_1m=[2], open_1m=[1])
        slow = results(simdjson_1m=[1], import_1m=[4])
        slow.head["failed"] = {"open-1m": "broke"}
        ratios = expected(whole, huge=False)
        self.assertEqual(complaints(ratios, [whole, whole]), [])
        self.assertEqual(complaints(ratios, [slow, slow]), ["Failed: open-1m: broke"] * 2 + ["Missing: open-1m"]
                         + ["Worse: import-1m: 2.00 × (a), now 4.00 and 4.00"])
        self.assertEqual(complaints(ratios, [results(simdjson_1m=[1])] * 2, partial=True), [])

    def test_peers_and_what_only_huge_measures_are_not_expected(self):
        stored = results(simdjson_1m=[1], import_1m=[2], import_10m=[20], duckdb_tuned_1m=[4])
        self.assertEqual(set(expected(stored, huge=False)), {"simdjson-1m", "import-1m"})
        self.assertEqual(set(expected(stored, huge=True)), {"simdjson-1m", "import-1m", "import-10m"})


class Targets(unittest.TestCase):
    def verdict(self, found, text):
        return next(v for v in verdicts(found) if v.text == text)

    def test_a_limit_holds_or_not(self):
        found = results(simdjson_1m=[1, 1], import_1m=([1.5, 1.7], 100e6, {}), tiny_edges=[0.07])
        self.assertEqual(self.verdict(found, "file to edges, cache written, to (a)").word, "yes")
        self.assertEqual(self.verdict(found, "peak memory of the import").word, "yes")
        self.assertEqual(self.verdict(found, "hallway edges, 100 spans").word, "NO")

    def test_peers_are_to_be_slower(self):
        found = results(import_1m=[1, 1], clickhouse_1m=[4, 4])
        verdict = self.verdict(found, "clickhouse to hallway")
        self.assertEqual((verdict.value, verdict.shown_limit, verdict.word), (4, "≥ 1.50 ×", "yes"))

    def test_times_of_a_million_spans_are_judged_on_a_million(self):
        found = results(main=100_000, build_calls_100k=[9])
        self.assertEqual(self.verdict(found, "calls and figures from columns").word, "–")

    def test_the_longest_stall_is_judged_on_what_rounds_had_at_worst(self):
        steps = {name.replace("-", "_"): [0.01] * 3 for name in STALLS}
        found = results(**{**steps, "gap_import": [0.09, 0.02, 0.02], "gap_node": [0.01, 0.06, 0.03],
                           "gap_export_graph": [0.01, 0.01, 0.07]})
        # Maxima 90, 60 and 70 ms, though no step has a median over 30.
        verdict = self.verdict(found, "longest stall of the window")
        self.assertEqual((verdict.shown_value, verdict.word), ("70.0 ms (worst round 90.0 ms)", "NO"))

    def test_frames_say_what_their_median_hides(self):
        found = results(graph_pan_200=([0.008, 0.009], 0, {"p95Ms": 12, "maxMs": 40}))
        found.measures["graph-pan-200"]["figures"]["maxMs"][1] = 60
        self.assertEqual(self.verdict(found, "200 services: a frame of panning").shown_value,
                         "8.50 ms (p95 12.0 ms, longest 60.0 ms)")

    def test_a_full_run_names_every_target(self):
        some = dict(import_1m=[1.5], simdjson_1m=[1], gap_import=[0.01])
        part, full = results(**some), results(**some)
        self.assertEqual([v.text for v in verdicts(part)], ["file to edges, cache written, to (a)"])
        full.head["mode"] = "full"
        found = verdicts(full)
        self.assertEqual({v.number for v in found}, {str(number) for number in range(1, 11)})
        self.assertEqual(self.verdict(full, "file to edges, cache written, to (a)").word, "yes")
        stall = self.verdict(full, "longest stall of the window")
        self.assertEqual((stall.shown_value, stall.word), ("not measured", "NO"), "one step of many is not the session")
        full.head["only"] = ["import*"]
        self.assertEqual(len(verdicts(full)), 1)

    def test_growth_is_judged_from_two_sizes(self):
        found = results(import_100k=[0.3], import_1m=[2.1], tiny_edges=[0.1], open_1m=[1], tiny_open=[0.1])
        self.assertAlmostEqual(self.verdict(found, "growth of import, a span").value, 1.0)
        self.assertNotIn("growth of reopening, a span", [v.text for v in verdicts(found)])

    def test_growth_leaves_out_what_100_spans_take_and_says_so(self):
        found = results(open_100k=[0.02, 0.03, 0.02], open_1m=[0.1, 0.1, 0.11], tiny_open=[0.01, 0.02, 0.01])
        # 10 ms for 100 k spans and 90 ms for 1 M.
        verdict = self.verdict(found, "growth of reopening, a span")
        self.assertAlmostEqual(verdict.value, 10 / 9)
        self.assertEqual(verdict.shown_value, "1.11 × (without the 10.0 ms that 100 spans take)")
        said = as_json(found)["open"]
        self.assertEqual((said["takenOff"], said["secondsTakenOff"]), ("tiny-open", 0.01))
        self.assertEqual({spans: round(cost * 1e9) for spans, cost in said["secondsPerSpan"].items()},
                         {"100000": 100, "1000000": 90})
        self.assertAlmostEqual(said["growth"], 10 / 9)

    def test_growth_is_not_judged_without_what_100_spans_take(self):
        found = results(open_100k=[0.02], open_1m=[0.1])
        self.assertEqual((verdicts(found), grown(found)), ([], []))


class Chart(unittest.TestCase):
    def test_it_is_well_formed_and_shows_every_size(self):
        svg = growth_chart([Series("Import <cold>", "#123456", [(100_000, 3e-6), (1_000_000, 2.5e-6)],
                                   "without 9 ms"),
                            Series("Reopening", "#654321", [(100_000, 2e-7), (1_000_000, 3e-7)]),
                            Series("One size", "#000000", [(100_000, 1e-6)])])
        root = tree.fromstring(svg)
        words = "".join(root.itertext())
        for wanted in ("Import <cold>", "without 9 ms", "Reopening", "100 k", "1 M", "3.00 µs", "0.30 µs",
                       "spans in the file (log)"):
            self.assertIn(wanted, words)
        self.assertNotIn("One size", words)
        namespace = "{http://www.w3.org/2000/svg}"
        self.assertEqual(len(root.findall(f"{namespace}circle")), 4)
        for circle in root.findall(f"{namespace}circle"):
            self.assertTrue(0 < float(circle.get("cx")) < 860 and 0 < float(circle.get("cy")) < 320)

    def test_steps_are_round(self):
        self.assertEqual([nice_step(most) for most in (4, 0.9, 7, 30)], [1, 0.5, 2, 10])


class Documents(unittest.TestCase):
    def test_only_what_is_between_the_marks_is_written(self):
        found = results(simdjson_1m=[1], import_1m=[1.5])
        part = documents.measured_part(found, verdicts(found))
        before = f"# Title\n\n{documents.BEGIN}\nstale\n{documents.END}\n\nThe rest.\n"
        after = documents.with_measured_part(before, part)
        self.assertTrue(after.startswith("# Title\n\n" + documents.BEGIN) and after.endswith("\n\nThe rest.\n"))
        self.assertNotIn("stale", after)
        self.assertIn("| 1 | file to edges, cache written, to (a) | 1.50 × | ≤ 2.00 × | yes |", after)
        self.assertEqual(documents.with_measured_part(after, part), after)
        self.assertNotIn("![", part)
        self.assertIn("](pictures/x.svg)", documents.measured_part(found, verdicts(found), "pictures/x.svg"))
        with self.assertRaises(ValueError):
            documents.with_measured_part("no marks", part)

    def test_columns_are_aligned(self):
        self.assertEqual(plain(("a", "b", "c"), [("one", "x", "9"), ("3", "yy", "10")]),
                         "a    b    c\none  x    9\n3    yy  10")


class FakePrograms:
    """Counts what it makes; a generator of another `kind` makes other bytes."""
    def __init__(self, kind=b"1"):
        self.kind, self.made = kind, []

    def generate(self, options, output):
        if not hasattr(output, "write"):
            return self.kind
        output.write(self.kind)
        self.made.append(options)
        return None


class Making(unittest.TestCase):
    def test_inputs_are_made_once_per_generator(self):
        with tempfile.TemporaryDirectory() as name:
            folder, wanted = Path(name), Input(5000)
            first, again, other = FakePrograms(), FakePrograms(), FakePrograms(b"2")
            for programs in (first, again, other):
                path = Inputs(folder, programs, lambda _: None).path(wanted)
            self.assertEqual([len(programs.made) for programs in (first, again, other)], [1, 0, 1])
            self.assertEqual(path.read_bytes(), b"2")

    def test_options_have_names_of_their_own(self):
        inputs = [Input(1000), Input(1000, 200), Input(1000, format="jaeger"), Input(1000, one_trace=True),
                  Input(1000, one_trace=True, depth=999), Input(1000, compression="zstd"),
                  Input(1000, rare_calls=1), Input(2000)]
        self.assertEqual(len({each.name for each in inputs}), len(inputs))

    def test_every_case_has_its_own_name(self):
        listed = cases(Sizes(1_000_000, (100_000, 1_000_000), 100_000))
        names = [case.name for case in listed]
        self.assertEqual(len(set(names)), len(names))
        self.assertTrue({what.tiny for what in GROWING} <= set(names), "what growth leaves out is measured")


if __name__ == "__main__":
    unittest.main()
