"""A result beside one that was stored: what got worse, and what is no longer there to be judged."""
from figures import digits, worse
from peers import SCRIPTS


def obstacle(stored, mode, cores):
    """Why results of this mode and so many cores cannot be compared with the stored one; None: they can."""
    if stored.head["mode"] != mode:
        return f"it was measured in mode {stored.head['mode']}, this would be {mode}"
    if stored.head["machine"]["cores"] != cores:
        return f"it was measured on {stored.head['machine']['cores']} cores, this would be on {cores}"
    return None


def expected(stored, huge):
    """{name: ratio} of what a run measures again: peers are not Hallway's to get worse, and 10 M are asked for."""
    return {name: ratio for name, ratio in stored.ratios().items()
            if not name.startswith(tuple(SCRIPTS)) and (huge or not name.endswith("-10m"))}


def complaints(ratios, runs, partial=False):
    """Sentences: what failed, what is missing and what got worse. `ratios`: as expected; `runs`: results;
    `partial`: only some cases were run."""
    found = [f"Failed: {name}: {reason}" for run in runs for name, reason in run.head["failed"].items()]
    measured = [run.ratios() for run in runs]
    if not partial:
        found += [f"Missing: {name}" for name in ratios if not all(name in run for run in measured)]
    return found + [f"Worse: {name}: {digits(before)} × (a), now " + " and ".join(map(digits, now))
                    for name, before, now in worse(ratios, measured)]
