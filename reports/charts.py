"""A table of years as a picture: bars side by side, a year that is not whole hatched; the table stays beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO

#: Colours told apart in print and by whoever does not see red beside green.
_COLOURS = ("#1f4e8c", "#d98e04", "#4a8f5c", "#8c2f39", "#6b6b6b")
_MOST = len(_COLOURS)


def bars(
    years: Sequence[str], partial: Sequence[bool], series: Mapping[str, Sequence[int]], title: str
) -> bytes:
    """Return an SVG with a group of bars for each year, one bar for each of at most five series."""
    from matplotlib.figure import Figure  # noqa: PLC0415 -- slow import

    picture = Figure(figsize=(9, 3.2), layout="constrained")
    axes = picture.add_subplot()
    shown = dict(list(series.items())[:_MOST])
    width = 0.8 / max(len(shown), 1)
    for place, (name, figures) in enumerate(shown.items()):
        at = [n + (place - (len(shown) - 1) / 2) * width for n in range(len(years))]
        drawn = axes.bar(at, figures, width, label=name, color=_COLOURS[place])
        axes.bar_label(drawn, fontsize=8)
        for bar, part in zip(drawn, partial, strict=True):
            if part:
                bar.set(hatch="///", edgecolor="white")
    axes.set_xticks(range(len(years)), years, fontsize=8)
    axes.set_title(title, fontsize=10)
    axes.yaxis.get_major_locator().set_params(integer=True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(fontsize=8, frameon=False, ncols=_MOST)
    kept = BytesIO()
    picture.savefig(kept, format="svg", metadata={"Date": None, "Title": title})
    return kept.getvalue()
