"""Results as text for a terminal and as Markdown."""
from figures import digits, quantity, spread

MEASURES = ("case", "", "median", "least – most", "× (a)", "peak memory")
TARGETS = ("target", "", "measured", "limit", "holds")


def measure_rows(results):
    rows = []
    ratios = results.ratios()
    for name, measure in results.measures.items():
        unit = measure["unit"]
        if not unit:  # counts say what was measured; they stand in the JSON
            continue
        low, high = spread(measure["values"])
        ratio = ratios.get(name)
        peak = results.peak(name)
        rows.append((name, measure["title"], quantity(results.median(name), unit),
                     f"{quantity(low, unit)} – {quantity(high, unit)}",
                     digits(ratio) if ratio is not None else "", quantity(peak, "B") if peak else ""))
    return rows


def target_rows(verdicts):
    return [(v.number, v.text, v.shown_value, v.shown_limit, v.word) for v in verdicts]


def plain(header, rows):
    """Columns: the first two to the left, the others to the right."""
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]

    def line(row):
        cells = [cell.ljust(width) if i < 2 else cell.rjust(width) for i, (cell, width) in enumerate(zip(row, widths))]
        return "  ".join(cells).rstrip()
    return "\n".join([line(header), *map(line, rows)])


def markdown(header, rows):
    marks = ["---" if i < 2 else "---:" for i in range(len(header))]
    return "\n".join("| " + " | ".join(row) + " |" for row in [header, marks, *rows])
