"""The measured part of docs/performance.md, between its two marks."""
from table import MEASURES, TARGETS, markdown, measure_rows, target_rows

BEGIN, END = "<!-- measured: written by ./dev bench --write-docs -->", "<!-- measured: end -->"


def measured_part(results, verdicts, picture=None):
    """`picture`: of the plot, from the document; None: there is none."""
    head = results.head
    machine = head["machine"]
    return "\n\n".join([
        BEGIN,
        f"Hallway {head['hallway']}, {head['date']}, rounds: {head['runs']}, {machine['cores']} cores of "
        f"{machine['cpu']}.",
        markdown(TARGETS, target_rows(verdicts)),
        *([f"![Time per span by size of the file]({picture})"] if picture else []),
        "Everything that was measured; × (a) is the median of the ratios to reference (a) of the same round:",
        markdown(MEASURES, measure_rows(results)),
        END])


def with_measured_part(document, part):
    """Raises ValueError where the marks are missing."""
    begin, end = document.index(BEGIN), document.index(END) + len(END)
    return document[:begin] + part + document[end:]
