"""Those who do the same work must say the same of it, or a comparison means nothing."""
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
        said = {name: tuple(results.figure(f"{name}-{word}", figure) for figure in figures)
                for name in names if f"{name}-{word}" in results}
        if len(set(said.values())) > 1:
            found += [f"Disagreement: {name}: {dict(zip(figures, values))}" for name, values in said.items()]
    return found
