"""The plot of docs/performance.md: what a span costs, by the size of the file, as SVG."""
from dataclasses import dataclass
from html import escape
from math import floor, log10

from figures import digits

WIDTH, HEIGHT = 860, 320
INK, FAINT, BAND, GRID = "#1f2933", "#5f6b7a", "#e3eefb", "#e4e7eb"
ALLOWED = 1.5  # the band reaches from the least cost to this multiple of it


@dataclass(frozen=True)
class Series:
    title: str
    colour: str
    points: list  # [(spans, seconds a span)], smallest first
    note: str = ""  # what the title leaves out


def nice_step(most, steps=4):
    """1, 2 or 5 × a power of ten, so that about `steps` of them reach `most`."""
    rough = most / steps
    power = 10 ** floor(log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough)


def spans_word(spans):
    return f"{spans // 1_000_000} M" if spans >= 1_000_000 else f"{spans // 1000} k" if spans >= 1000 else str(spans)


def text(x, y, words, size=12, anchor="middle", colour=INK, weight="normal", turned=False):
    turn = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turned else ""
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" fill="{colour}" '
            f'font-weight="{weight}"{turn}>{escape(words)}</text>')


def line(x1, y1, x2, y2, colour, width=1):
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" stroke-width="{width}"/>'


def panel(series, left, width):
    """One plot with its own y axis, which begins at nothing."""
    points = [(spans, seconds * 1e6) for spans, seconds in series.points]
    least = min(cost for _, cost in points)
    top, bottom, right = 64, HEIGHT - 58, left + width - 24
    left += 62
    step = nice_step(max(max(cost for _, cost in points), ALLOWED * least))
    ceiling = step * (floor(max(max(cost for _, cost in points), ALLOWED * least) / step) + 1)
    first, last = log10(points[0][0]), log10(points[-1][0])

    def x(spans):
        return left + 36 + (right - left - 72) * ((log10(spans) - first) / (last - first) if last > first else 0.5)

    def y(cost):
        return bottom - (bottom - top) * cost / ceiling

    drawn = [text(left, 28, series.title, 15, "start", weight="600"),
             text(left, 46, series.note, 12, "start", FAINT)]
    band = y(ALLOWED * least)
    drawn.append(f'<rect x="{left}" y="{band:.1f}" width="{right - left}" height="{y(least) - band:.1f}" '
                 f'fill="{BAND}"/>')
    for tick in range(int(round(ceiling / step)) + 1):
        drawn.append(line(left, y(tick * step), right, y(tick * step), FAINT if tick == 0 else GRID))
        drawn.append(text(left - 8, y(tick * step) + 4, f"{tick * step:g}", anchor="end", colour=FAINT))
    drawn.append(f'<rect x="{right - 128}" y="19" width="16" height="11" rx="2" fill="{BAND}"/>')
    drawn.append(text(right, 28, f"to {ALLOWED:g} × the least", 12, "end", FAINT))
    path = " ".join(f"{x(spans):.1f},{y(cost):.1f}" for spans, cost in points)
    drawn.append(f'<polyline points="{path}" fill="none" stroke="{series.colour}" stroke-width="2.5"/>')
    for spans, cost in points:
        drawn.append(f'<circle cx="{x(spans):.1f}" cy="{y(cost):.1f}" r="4.5" fill="{series.colour}" '
                     'stroke="white" stroke-width="1.5"/>')
        drawn.append(text(x(spans), y(cost) - 12, f"{digits(cost)} µs", 13, weight="600"))
        drawn.append(line(x(spans), bottom, x(spans), bottom + 5, FAINT))
        drawn.append(text(x(spans), bottom + 20, spans_word(spans), colour=FAINT))
    drawn.append(text((left + right) / 2, bottom + 42, "spans in the file (log)", colour=FAINT))
    drawn.append(text(left - 46, (top + bottom) / 2, "µs a span", colour=FAINT, turned=True))
    return drawn


def growth_chart(series):
    """The text of an SVG file. Series of fewer than two sizes are left out."""
    shown = [each for each in series if len(each.points) > 1]
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
             f'height="{HEIGHT}" font-family="Inter, DejaVu Sans, sans-serif" role="img">',
             "<title>Time per span by size of the file, less what 100 spans take</title>",
             f'<rect width="{WIDTH}" height="{HEIGHT}" rx="6" fill="white"/>']
    for number, each in enumerate(shown):
        parts += panel(each, number * WIDTH / len(shown), WIDTH / len(shown))
    return "\n".join([*parts, "</svg>"]) + "\n"
