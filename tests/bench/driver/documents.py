"""The measured part of docs/performance.md, between its two marks."""
from table import MEASURES, TARGETS, markdown, measure_rows, target_rows

BEGIN, END = "<!-- measured: written by ./dev bench --write-docs -->", "<!-- measured: end -->"


def measured_part(results, verdicts):
    head = results.head
    machine = head["machine"]
    return "\n\n".join([
        BEGIN,
        f"Hallway {head['hallway']}, {head['date']}, {head['runs']} rounds, {machine['cores']} cores of "
        f"{machine['cpu']}.",
        markdown(TARGETS, target_rows(verdicts)),
        "Everything that was measured; × (a) is the median of the ratios to reference (a) of the same round:",
        markdown(MEASURES, measure_rows(results)),
        END])


def with_measured_part(document, part):
    """Raises ValueError where the marks are missing."""
    begin, end = document.index(BEGIN), document.index(END) + len(END)
    return document[:begin] + part + document[end:]
