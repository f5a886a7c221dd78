"""The lawful way forward, gathered from the file as it was read: no question to the database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cases.reading import File
from desk.gathering import words
from desk.gathering.law_words import near, rule_url
from desk.pages.parts import Fact, Tag, Tone
from desk.pages.way import WayDeed, WayForward, WayQuestion, WayStep
from desk.worded import worded
from law import Hit
from workflows.rows import RowKind
from workflows.stages import Step
from workflows.way_forward import Ahead, Way, is_a_vote, papers_of, way_forward

ANSWER = "answer_rule"


def way_of(file: File, today: date, answer_url: str) -> WayForward:
    """The way of `file` from `today`; `answer_url` is the page of the step that answers for the law."""
    way = way_forward(file.procedure, file.facts, today)
    answers = file.procedure.step(ANSWER)
    may = answers is not None and not answers.by.refusals(file.standing)
    return WayForward(
        end=_("đến “%(end)s”") % {"end": worded(file.procedure.stage.enum(way.end).label)}
        if way.steps
        else "",
        warning=_("Không còn đường thông thường; đây là lối ra ngắn nhất.")
        if way.is_a_way_out
        else "",
        tags=list(_tags(way)) if way.steps else [],
        steps=[_step(one) for one in way.steps],
        questions=[
            _question(hit, first, answer_url if may else "")
            for hit, first in way.questions.values()
        ],
        unconfirmed=[
            Fact(worded(hit.label_vi), hit.cited or "", url=rule_url(hit.rule))
            for hit, _first in way.unconfirmed.values()
        ],
    )


def _tags(way: Way) -> Iterator[Tag]:
    steps, papers, votes = len(way.steps), way.papers, way.votes
    yield Tag(ngettext("còn %(n)d bước", "còn %(n)d bước", steps) % {"n": steps}, Tone.INFO)
    if papers:
        said = ngettext("%(n)d văn bản", "%(n)d văn bản", papers) % {"n": papers}
        yield Tag(said, Tone.LINE, "file")
    if votes:
        said = ngettext("%(n)d kỳ họp biểu quyết", "%(n)d kỳ họp biểu quyết", votes) % {"n": votes}
        yield Tag(said, Tone.LINE, "ballot")


def _step(one: Ahead) -> WayStep:
    step, basis = one.step, one.basis
    return WayStep(
        label=worded(step.label),
        day=one.day,
        who=_capital(worded(step.by.words)),
        citation=basis.cited or "",
        confidence=_confidence(basis),
        papers=_papers(step),
        before=list(_before(one)),
        reasons=[words.reason(reason) for reason in one.against],
    )


def _before(one: Ahead) -> Iterator[WayDeed]:
    """The deeds before a step; contents are concluded after they were voted on, before papers are drafted."""
    drafts = [deed for deed in one.before if deed.prepares]
    yield from (_deed(deed) for deed in one.before if not deed.prepares)
    if one.findings is not None:
        yield WayDeed(_("Kết luận từng nội dung"), _open_findings(one.findings), icon="scale")
    for draft in drafts:
        yield _deed(draft)


def _open_findings(left: int) -> str:
    if not left:
        return _("mỗi nội dung được ghi phải có đúng một kết luận")
    said = ngettext(
        "còn %(n)d nội dung chưa có kết luận", "còn %(n)d nội dung chưa có kết luận", left
    )
    return said % {"n": left}


def _deed(deed: Step) -> WayDeed:
    return WayDeed(
        label=worded(deed.label),
        who=_capital(worded(deed.by.words)),
        papers=_papers(deed),
        icon=_icon(deed),
        tag=Tag(_("biểu quyết"), Tone.INFO, "ballot") if is_a_vote(deed) else None,
    )


def _icon(deed: Step) -> str:
    if deed.prepares:
        return "pen"
    return {RowKind.MEETING: "meeting", RowKind.NUMBERED: "stamp"}.get(deed.lays, "edit")


def _papers(step: Step) -> list[Fact]:
    return [Fact(kind.title, kind.code) for kind in papers_of(step)]


def _confidence(hit: Hit) -> Tag | None:
    if hit.force == "answered":
        return Tag(_("đã trả lời cho hồ sơ này"), Tone.OK, "check")
    return words.confidence("uncertain" if hit.force == "ask" else hit.confidence)


def _question(hit: Hit, first: Ahead, answer_url: str) -> WayQuestion:
    asked = _("hỏi ở bước “%(step)s”, theo quy định ngày %(day)s")
    return WayQuestion(
        label=worded(hit.label_vi),
        url=rule_url(hit.rule),
        asked=asked % {"step": worded(first.step.label), "day": words.day(hit.on)},
        near=near(hit),
        answer_url=f"{answer_url}?rule={hit.rule}" if answer_url else "",
    )


def _capital(said: str) -> str:
    return said[0].upper() + said[1:]
