"""What was measured, round by round."""
import json
from statistics import median

from figures import paired_ratio, size_word


class Results:
    """{name: measure}; a measure is a dict as it stands in the JSON file:
    title, unit ("s", or "" for a count), spans, values (one per round), peakBytes (likewise, or empty), figures."""

    def __init__(self, head=None, measures=None):
        self.head = head or {}  # mode, mainSpans, machine …
        self.measures = measures or {}

    def add(self, sample):
        measure = self.measures.setdefault(sample.name, {
            "title": sample.title, "unit": sample.unit, "spans": sample.spans, "values": [], "peakBytes": [],
            "figures": {}})
        measure["values"].append(sample.value)
        if sample.peak:
            measure["peakBytes"].append(sample.peak)
        for name, value in sample.figures.items():
            measure["figures"].setdefault(name, []).append(value)

    def drop(self, name):
        self.measures.pop(name, None)

    def __contains__(self, name):
        return name in self.measures

    def median(self, name):
        return median(self.measures[name]["values"]) if name in self else None

    def values_by_round(self, names):
        """[(values of one round, in the order of the names)]; empty where one of them is missing."""
        return list(zip(*(self.measures[name]["values"] for name in names))) if all(n in self for n in names) else []

    def peak(self, name):
        """The worst of all rounds."""
        return max(self.measures[name]["peakBytes"], default=None) if name in self else None

    def figure(self, name, figure):
        values = self.measures[name]["figures"].get(figure) if name in self else None
        return median(values) if values else None

    def rounds(self, name, figures):
        """What the figures were, together, in any round: a set of tuples."""
        said = self.measures[name]["figures"]
        return set(zip(*(said.get(figure, ()) for figure in figures)))

    def ratio(self, name, to):
        if name not in self or to not in self:
            return None
        return paired_ratio(self.measures[name]["values"], self.measures[to]["values"])

    def reference(self, name):
        """Of a measure: (a) on a file of as many spans, else on the main one."""
        own = f"simdjson-{size_word(self.measures[name]['spans'])}"
        return own if own in self else f"simdjson-{size_word(self.head.get('mainSpans', 0))}"

    def ratios(self):
        """{name: ratio to reference (a)} of everything that is a time."""
        found = {name: self.ratio(name, self.reference(name))
                 for name, measure in self.measures.items() if measure["unit"] == "s"}
        return {name: ratio for name, ratio in found.items() if ratio is not None}

    def points(self, prefix):
        """[(spans, seconds)] of a case measured at several sizes, smallest first."""
        found = [(measure["spans"], self.median(name)) for name, measure in self.measures.items()
                 if name == f"{prefix}-{size_word(measure['spans'])}"]
        return sorted(found)

    def save(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({**self.head, "measures": self.measures}, indent=1, ensure_ascii=False)
        path.write_text(text + "\n", encoding="utf-8")

    @staticmethod
    def load(path):
        head = json.loads(path.read_text(encoding="utf-8"))
        return Results(head, head.pop("measures"))
