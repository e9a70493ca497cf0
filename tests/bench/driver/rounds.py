"""Running cases: each once per round, in the same order, so that a slow minute hits all of them."""
import os

from cases import KEPT
from programs import CaseFailed


class Rounds:
    def __init__(self, cases, programs, inputs, say):
        self.cases = cases
        self.programs = programs
        self.inputs = inputs
        self.say = say
        self.failed = {}  # name → why; such a case is not tried again, and nothing is kept of it
        self._measures = {}  # name of a case → names of its measures

    def prepare(self):
        """Makes the inputs, and the captures that cases find in the cache."""
        self.programs.clear(KEPT)
        for case in self.cases:
            self._try(case, lambda case=case: [self.inputs.path(given) for given in case.inputs])
        for case in self.cases:
            if case.warm and case.name not in self.failed:
                self._try(case, lambda case=case: [self.programs.case("open", self.inputs.path(given), cache=KEPT)
                                                   for given in case.inputs])
        os.sync()  # so that the disk is at rest when the first round begins

    def run(self, rounds, results):
        for number in range(1, rounds + 1):
            for case in self.cases:
                if case.name in self.failed:
                    continue
                self.say(f"Round {number} of {rounds}: {case.name}", passing=True)
                samples = self._try(case, lambda case=case: case.run(self.programs, self.inputs))
                measures = self._measures.setdefault(case.name, set())
                for sample in samples or []:
                    results.add(sample)
                    measures.add(sample.name)
                if case.name in self.failed:
                    for name in measures:
                        results.drop(name)

    def _try(self, case, work):
        try:
            return work()
        except CaseFailed as reason:
            self.failed[case.name] = str(reason)
            self.say(f"Left out: {case.name}: {reason}")
            return None
