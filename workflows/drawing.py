"""A procedure as a picture: its stages by phase, its moves as arrows, drawn by Graphviz from the declaration.

Nothing is placed by hand: a new step is in the picture the moment it is declared. Steps that stay are
written inside their stage; those every file has at every stage (the everyday ones, the drafts and
their route) are named once, in the table beside.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

import graphviz

from workflows.matter import Matter
from workflows.procedure import Procedure
from workflows.stages import Phase, Step

Machine = type[Procedure]
Say = Callable[[str], str]

_FONT = "Liberation Sans,Arial,sans-serif"
_INK, _PALE, _RULE = "#1f2933", "#f5f2ec", "#8a8172"
_ACT, _END, _HERE = "#8c1d18", "#e9efe6", "#f7e3e0"
_PHASES = {Phase.PREPARE: "I", Phase.CONDUCT: "II", Phase.FINISH: "III"}
#: Letters in a line of a stage's name, of a step in it, and of a step at an arrow.
_NAME, _INSIDE, _BESIDE = 26, 32, 24

_START = "_start"
#: Graphviz's class of the place at which a wide picture is opened, and what stands for it in ours.
_OPEN_AT, _OPENED_AT = "opened", "data-open-at"

_NAMED = "Sơ đồ quy trình"
_LEGEND = (
    "Mũi tên: bước chuyển giai đoạn · nét đứt: lối rẽ · khung đôi: giai đoạn cuối",
    "Dòng nhỏ trong khung: bước làm mà không chuyển giai đoạn",
)
_OF_A_FILE = ("Nét đỏ đậm: đường hồ sơ này đã đi · khung tô hồng: nơi hồ sơ đang đứng",)


class NoDrawing(RuntimeError):
    """Graphviz is not there, or could not draw; the text tells whoever runs the machine what to do."""


@dataclass(frozen=True)
class Walked:
    """The way one file has gone: its moves, each with the stage it left, and the stages it stands at."""

    moves: frozenset[tuple[str, str]] = frozenset()
    here: frozenset[str] = frozenset()

    def passed(self, machine: Machine) -> set[str]:
        """The stages that the moves left or led to."""
        steps = machine.steps
        mine = [(source, steps[code]) for source, code in self.moves if code in steps]
        return {one for source, step in mine for one in (source, step.target) if one}


def svg_of(
    procedure: type[Matter], walked: Walked | None = None, say: Callable[[str], str] = str
) -> str:
    """Return one SVG of the file's machine, with that of its findings below; no style attribute, no script.

    With `walked` the way of one file stands out. What a reader should see first, where the file stands or
    where the procedure begins, is marked `data-open-at`. Each is drawn once in a process, the newest kept.
    Raises NoDrawing where this machine has no Graphviz.
    """
    kept: Any = procedure  # mypy does not see that classes can be cached by
    return _svg_of(kept, walked, say)


@lru_cache(maxsize=128)
def _svg_of(procedure: Any, walked: Walked | None, say: Say) -> str:
    drawn = [
        _drawn(machine, walked, say, whole=machine is procedure) for machine in procedure.machines()
    ]
    name = escape(f"{say(_NAMED)} {procedure.code} – {say(procedure.label)}")
    width, height = max(one.width for one in drawn), sum(one.height for one in drawn)
    parts, top = [], 0.0
    for one in drawn:
        parts.append(one.placed(top))
        top += one.height
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}"'
        f' viewBox="0 0 {width:.1f} {height:.1f}" role="img" aria-label="{name}">\n'
        f"<title>{name}</title>\n{''.join(parts)}</svg>\n"
    )


@dataclass(frozen=True)
class _Drawn:
    """What Graphviz drew of one machine, and its size in points."""

    width: float
    height: float
    inside: str

    def placed(self, top: float) -> str:
        """The picture within another, `top` points from its upper edge."""
        return (
            f'<svg y="{top:.1f}" width="{self.width:.1f}" height="{self.height:.1f}"'
            f' viewBox="0 0 {self.width:.1f} {self.height:.1f}">\n{self.inside}</svg>\n'
        )


def _drawn(machine: Machine, walked: Walked | None, say: Say, *, whole: bool) -> _Drawn:
    try:
        svg = _graph(machine, walked, say, whole=whole).pipe(format="svg", encoding="utf-8")
    except graphviz.ExecutableNotFound:
        raise NoDrawing("Chưa có Graphviz: cài gói graphviz (./run nêu lệnh cài).") from None
    except graphviz.CalledProcessError as fault:
        raise NoDrawing(f"Graphviz không vẽ được {machine.code}: {fault}") from None
    return _read(svg)


def _read(svg: str) -> _Drawn:
    """Take the drawing out of Graphviz's page, without the names and numbers it gives its parts."""
    size = re.search(r'viewBox="[\d.]+ [\d.]+ ([\d.]+) ([\d.]+)"', svg)
    assert size is not None, "Graphviz says how large every picture is"
    inside = svg[svg.index("<g ", size.end()) : svg.rindex("</svg>")]
    bare = re.sub(r"<title>.*?</title>\n?|<!--.*?-->\n?", "", inside, flags=re.DOTALL)
    marked = bare.replace(f'class="node {_OPEN_AT}"', f'{_OPENED_AT}=""')
    return _Drawn(float(size[1]), float(size[2]), re.sub(r' (id|class)="[^"]*"', "", marked))


def _graph(machine: Machine, walked: Walked | None, say: Say, *, whole: bool) -> graphviz.Digraph:
    """The file's own machine from above downwards; that of a finding, which is short and wide, sideways."""
    legend = _LEGEND + _OF_A_FILE if walked else _LEGEND
    graph = graphviz.Digraph(
        machine.code,
        graph_attr={
            "label": _title(machine, legend if whole else (), say), "labelloc": "t", "fontname": _FONT,
            "fontcolor": _INK, "rankdir": "TB" if whole else "LR", "ranksep": "0.45" if whole else "0.7",
            "nodesep": "0.5" if whole else "0.3", "bgcolor": "white", "pad": "0.2",
        },
        node_attr={
            "shape": "box", "style": "filled,rounded", "fillcolor": "white", "color": _RULE,
            "fontname": _FONT, "fontsize": "11", "fontcolor": _INK, "margin": "0.14,0.08",
        },
        edge_attr={
            "fontname": _FONT, "fontsize": "10", "fontcolor": _INK, "color": _INK, "arrowsize": "0.7",
        },
    )  # fmt: skip
    walked = walked or Walked()
    _stages(graph, machine, walked, say, whole=whole)
    graph.edge(_START, machine.stage.start.value, color=_ACT)
    for step in machine.steps.values():
        _arrows(graph, machine, step, walked, say, keeps_order=whole)
    return graph


def _title(machine: Machine, legend: tuple[str, ...], say: Say) -> str:
    title = (
        f'<B><FONT POINT-SIZE="16">{escape(f"{machine.code} – {say(machine.label)}")}</FONT></B>'
    )
    lines = [title, *(_small(say(line)) for line in legend)]
    rows = "".join(f"<TR><TD>{line}</TD></TR>" for line in lines)
    return f'<<TABLE BORDER="0" CELLSPACING="1" CELLPADDING="2">{rows}</TABLE>>'


def _small(line: str) -> str:
    return f'<FONT POINT-SIZE="10">{escape(line)}</FONT>'


def _stages(
    graph: graphviz.Digraph, machine: Machine, walked: Walked, say: Say, *, whole: bool
) -> None:
    """Every stage within the frame of its phase; a finding has no phases."""
    frames: dict[Phase, list[Any]] = {}
    for stage in machine.stage.enum:
        frames.setdefault(machine.phase_of(stage.value), []).append(stage)
    for phase, stages in frames.items():
        with graph.subgraph(name=f"cluster_{phase.value}") as frame:
            title = f"<<B>{_PHASES[phase]}. {escape(say(phase.label))}</B>>" if whole else ""
            frame.attr(
                label=title, labeljust="l", style="rounded,filled", fillcolor=_PALE, color=_RULE,
                fontsize="12", margin="16",
            )  # fmt: skip
            if machine.stage.start in stages:
                begins = {} if walked.here else {"class": _OPEN_AT}
                frame.node(
                    _START, "", shape="circle", width="0.16", fillcolor=_ACT, color=_ACT, **begins
                )
            for stage in stages:
                way = _on_the_way(stage.value, walked, walked.passed(machine))
                frame.node(stage.value, **_stage(machine, stage, say) | way)


def _on_the_way(stage: str, walked: Walked, passed: set[str]) -> dict[str, str]:
    """How a stage stands out that a file has passed, or at which it stands."""
    said = {"color": _ACT, "penwidth": "2"} if stage in passed | walked.here else {}
    return said | ({"fillcolor": _HERE, "class": _OPEN_AT} if stage in walked.here else {})


def _stage(machine: Machine, stage: Any, say: Say) -> dict[str, str]:
    """A stage's name, and under it the steps that are taken there without leaving it."""
    name = "<BR/>".join(map(escape, _lines(say(stage.label), _NAME)))
    lines = [line for step in _staying(machine, stage.value) for line in _bullet(say(step.label))]
    gap = '<FONT POINT-SIZE="4"><BR/> <BR/></FONT>'
    inside = f'{gap}<FONT POINT-SIZE="9">{"".join(lines)}</FONT>' if lines else ""
    said = {"label": f"<<B>{name}</B>{inside}>"}
    if machine.is_final(stage.value):
        said |= {"peripheries": "2", "fillcolor": _END, "style": "filled"}
    return said


def _staying(machine: Machine, stage: str) -> list[Step]:
    return [
        step
        for step in machine.steps.values()
        if (stage in step.source and not step.moves and is_its_own(step))
        or (step.door_only and step.target == stage)
    ]


def is_its_own(step: Step) -> bool:
    """Whether the step belongs to this procedure, not to every file at every stage."""
    return not step.everyday and not step.prepares


def _bullet(label: str) -> list[str]:
    first, *rest = _lines(label, _INSIDE)
    return [
        f'{escape(line)}<BR ALIGN="LEFT"/>'
        for line in (f"• {first}", *(f"   {one}" for one in rest))
    ]


def _arrows(
    graph: graphviz.Digraph,
    machine: Machine,
    step: Step,
    walked: Walked,
    say: Say,
    *,
    keeps_order: bool,
) -> None:
    """One arrow from each stage the step may be taken in; what leads back does not pull the stages about."""
    if not step.target or step.door_only:  # it comes in anywhere: its stage names it
        return
    order = list(machine.stage.enum.values)
    label = "\n".join(f" {line} " for line in _lines(say(step.label), _BESIDE))
    for source in step.source:
        said = {"style": "dashed", "color": _RULE} if step.aside else {}
        if keeps_order and order.index(step.target) < order.index(source):
            said |= {"constraint": "false"}
        if (source, step.code) in walked.moves:
            said |= {"color": _ACT, "fontcolor": _ACT, "penwidth": "2.4"}
        graph.edge(source, step.target, label=label, **said)


def _lines(text: str, most: int) -> list[str]:
    """Break a label into as few lines as fit, of nearly one length: no word stands alone below."""
    lines = textwrap.wrap(text, most)
    for width in range(1, most):
        even = textwrap.wrap(text, width, break_long_words=False)
        if len(even) == len(lines) and max(map(len, even)) <= most:
            return even
    return lines
