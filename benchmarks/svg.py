"""Two kinds of plot as SVG, for pages in light and in dark: bars by group, and lines on logarithmic axes."""

from __future__ import annotations

import html
import math
from collections.abc import Mapping, Sequence

#: Colours of series, told apart in light, in dark and by the colour-blind (Okabe and Ito).
COLOURS = ("#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#8a8a00", "#777777")
WIDTH = 720
STYLE = """<style>
text { font: 13px system-ui, sans-serif; fill: #222 } .axis { stroke: #999; stroke-width: 1 } .grid { stroke: #ddd; stroke-width: 1 }
.small { font-size: 11px } .title { font-weight: 600 }
@media (prefers-color-scheme: dark) { text { fill: #ddd } .grid { stroke: #444 } }
</style>"""


def _page(height: float, title: str, body: Sequence[str]) -> str:
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{html.escape(title)}">'
    return "\n".join([head, STYLE, _text(0, 16, title, "title"), *body, "</svg>"]) + "\n"


def _text(x: float, y: float, text: str, kind: str = "", anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" class="{kind}" text-anchor="{anchor}">{html.escape(text)}</text>'


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" class="{kind}"/>'


def _legend(names: Sequence[str], y: float) -> list[str]:
    out, x = [], 0.0
    for name, colour in zip(names, COLOURS, strict=False):
        out += [f'<rect x="{x:.1f}" y="{y - 10:.1f}" width="11" height="11" fill="{colour}"/>', _text(x + 16, y, name, "small")]
        x += 34 + 6.6 * len(name)
    return out


def bars(title: str, groups: Mapping[str, Mapping[str, float]], unit: str) -> str:
    """A bar for each series in each group, with its figure; ``groups``: group to series to value."""
    names = list(dict.fromkeys(name for series in groups.values() for name in series))
    most = max(value for series in groups.values() for value in series.values())
    left, room, thick = 160.0, WIDTH - 160.0 - 80.0, 14.0
    body, y = _legend(names, 38), 52.0
    for group, series in groups.items():
        y += 8
        body.append(_text(left - 8, y + thick * len(series) / 2 + 4, group, "", "end"))
        for name, value in series.items():
            wide = max(1.0, value / most * room)
            colour = COLOURS[names.index(name) % len(COLOURS)]
            body.append(f'<rect x="{left}" y="{y:.1f}" width="{wide:.1f}" height="{thick - 2}" fill="{colour}"/>')
            body.append(
                _text(left + wide + 5, y + thick - 4, f"{value:,.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}", "small")
            )
            y += thick
    body.append(_line(left, 52, left, y + 4, "axis"))
    return _page(y + 14, title, body)


def lines(title: str, x_unit: str, y_unit: str, series: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """A line for each series over powers of ten; where cost grows with the text, the lines rise like the grid's diagonal."""
    points = [point for found in series.values() for point in found]
    low_x, high_x = min(x for x, _ in points), max(x for x, _ in points)
    low_y, high_y = min(y for _, y in points), max(y for _, y in points)
    left, top, wide, high = 70.0, 56.0, WIDTH - 100.0, 300.0

    def at(x: float, y: float) -> tuple[float, float]:
        part_x = math.log(x / low_x) / math.log(high_x / low_x)
        part_y = math.log(y / low_y) / math.log(high_y / low_y)
        return left + part_x * wide, top + (1 - part_y) * high

    body = _legend(list(series), 38)
    for power in range(math.ceil(math.log10(low_y)), math.floor(math.log10(high_y)) + 1):
        _, y = at(low_x, 10.0**power)
        body += [_line(left, y, left + wide, y, "grid"), _text(left - 6, y + 4, f"{10.0**power:g} {y_unit}", "small", "end")]
    for x in sorted({x for x, _ in points}):
        place, _ = at(x, low_y)
        body += [
            _line(place, top, place, top + high, "grid"),
            _text(place, top + high + 16, f"{x:g} {x_unit}", "small", "middle"),
        ]
    for found, colour in zip(series.values(), COLOURS, strict=False):
        path = " ".join("{:.1f},{:.1f}".format(*at(x, y)) for x, y in found)
        body.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
    body += [_line(left, top, left, top + high, "axis"), _line(left, top + high, left + wide, top + high, "axis")]
    return _page(top + high + 28, title, body)
