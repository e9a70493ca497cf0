"""Those who do the same work must say the same of it, in every round, or a comparison means nothing."""
from figures import size_word

GROUPS = (
    (("simdjson", "nlohmann"), ("sum", "keys")),  # (a) and (c) touch every value
    (("duckdb-tuned", "duckdb-typed", "clickhouse"), ("pairs", "calls", "errors")),
    (("import", "proto", "framed", "gzip", "zstd"), ("output",)),  # the same spans give the same table
)


def disagreements(results):
    """Sentences."""
    word = size_word(results.head["mainSpans"])
    found = []
    for names, figures in GROUPS:
        said = {name: results.rounds(f"{name}-{word}", figures) for name in names if f"{name}-{word}" in results}
        if len(set().union(*said.values())) > 1 or (any(said.values()) and not all(said.values())):
            found += [f"Disagreement: {name}: {sentence(figures, rounds)}" for name, rounds in said.items()]
    return found


def flaw_of(results):
    """Why a result must not stand for a release; None: it may."""
    if results.head["failed"]:
        return "without " + ", ".join(sorted(results.head["failed"]))
    if results.head["only"]:
        return "made with --only " + " ".join(results.head["only"])
    return next(iter(disagreements(results)), None)


def sentence(figures, rounds):
    """All that one of them said."""
    return " or ".join(str(dict(zip(figures, values))) for values in sorted(rounds)) or "nothing"
