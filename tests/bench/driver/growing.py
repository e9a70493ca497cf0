"""What must not cost more a span in a large file than in a small one, and what is taken off first."""
from dataclasses import dataclass

from figures import growth, per_span, quantity


@dataclass(frozen=True)
class Growing:
    cases: str  # what their names have before the size
    tiny: str   # the same on 100 spans: what it costs whatever the file, as the start of the program
    title: str
    text: str   # as a target
    colour: str


GROWING = (Growing("import", "tiny-edges", "Import, cache written", "growth of import, a span", "#0b6e99"),
           Growing("open", "tiny-open", "Reopening", "growth of reopening, a span", "#8a4f9e"))


@dataclass(frozen=True)
class Grown:
    """One of them as it was measured."""
    what: Growing
    taken_off: float  # seconds
    points: list      # [(spans, seconds a span)], smallest first

    @property
    def ratio(self):
        return growth(self.points)

    @property
    def note(self):
        return f"without the {quantity(self.taken_off, 's')} that 100 spans take"


def grown(results):
    """Only of what was measured in at least two sizes, and on 100 spans."""
    found = []
    for what in GROWING:
        taken_off, points = results.median(what.tiny), results.points(what.cases)
        if taken_off is not None and len(points) > 1:
            found.append(Grown(what, taken_off, per_span(points, taken_off)))
    return found


def as_json(results):
    """For the file of a result: {cases: …}."""
    return {each.what.cases: {"takenOff": each.what.tiny, "secondsTakenOff": each.taken_off, "growth": each.ratio,
                              "secondsPerSpan": {str(spans): cost for spans, cost in each.points}}
            for each in grown(results)}
