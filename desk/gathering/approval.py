"""The page of one waiting draft: the paper, what changed, who agreed, and what its reader may do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cases import services
from cases.models import Case, FileRow
from cases.reading import File
from cases.versions import Versions
from cases.waiting import Waiting
from desk.gathering import words
from desk.gathering.addresses import case_url
from desk.gathering.approval_chain import chain, level_before, opinions, people_named
from desk.gathering.approvals import approval_url
from desk.gathering.case import header
from desk.gathering.differences import pieces
from desk.gathering.said import Names, names_in, said
from desk.gathering.steps import papers_of
from desk.gathering.votes import votes_of
from desk.pages.approval import ApprovalPage, Change, Choice, Preview, SideDeed, Since
from desk.pages.parts import Fact
from desk.questions import Known
from desk.signing_forms import SIGN, EndorsingForm, SideForm, SigningForm
from desk.worded import worded
from law import Reason
from permissions.roles import Relation
from proof.canonical import sha256
from workflows import drafts, signing_route, stations
from workflows.inputs import Choice as Chosen
from workflows.inputs import Input
from workflows.stages import Step
from workflows.stations import DRAFTER, Station


class Decision:
    """One reader before one waiting draft: what they may do with it, and why not."""

    def __init__(self, case: Case, file: File, step: Step, versions: Versions):
        waits = drafts.waiting(step.code, file.facts)
        draft = versions.draft(waits.number) if waits else None
        assert waits is not None, "the page is of a waiting draft"
        assert draft is not None, "a live row has its version"
        self.case, self.file, self.step, self.versions = case, file, step, versions
        self.draft, self.number = draft, draft.number
        self.version = versions.place(draft.number)
        self.reasons = services.judge(file, step)
        self.row = waits
        self.passed = stations.passed(waits, file.facts)
        self.pending = stations.pending(waits, file.facts)
        self.endorsed = {row.number for row in signing_route.endorsements(waits, file.facts)}
        self.may_endorse = self.may(signing_route.ENDORSE)

    @property
    def at_station(self) -> bool:
        """Whether the draft lies at a station that is this reader's to pass."""
        standing, facts = self.file.standing, self.file.facts
        return stations.stands_at(self.row, self.pending, standing, self.step.at, facts)

    @property
    def signs(self) -> bool:
        """Whether the reader holds an office that signs this paper."""
        return not any(reason.rule == "permission" for reason in self.reasons)

    def may(self, deed: str) -> bool:
        """Whether the reader may do another deed on this version, whatever is still to be typed."""
        step = self.file.procedure.step(deed)
        if step is None:
            return False
        against = services.judge(self.file, step, {"draft": self.number})
        return not [one for one in against if not one.rule.startswith("input.")]

    def choices(self) -> list[Choice]:
        """The signer's buttons; whoever holds no office that signs has none."""
        if not self.signs:
            return []
        carries = self.step.carries_out is not None
        back = _("Trả lại: văn bản khác biên bản") if carries else _("Trả lại để sửa")
        route = signing_route
        choices = [
            Choice(SIGN, _("Ký ban hành"), "pen", "act", not self.reasons),
            Choice(route.RETURN, back, "return", "line", self.may(route.RETURN)),
        ]
        if carries:
            again = _("Đưa ra tập thể xem xét lại")
            choices.append(Choice(route.AGAIN, again, "people", "line", self.may(route.AGAIN)))
        if self.may(route.DECLINE):
            choices.append(Choice(route.DECLINE, _("Không phê duyệt"), "x", "line"))
        return choices

    def back_to(self) -> list[tuple[str, str]]:
        """To whom the draft can be returned where there is a choice: its drafter, or a station gone."""
        gone = [Station(one) for one in self.passed if one != Station.INITIAL]
        return (
            [(DRAFTER, _("Người soạn")), *((one.value, worded(one.label)) for one in gone)]
            if gone
            else []
        )

    def beside(self, today: date, deed: str = "", data: Any = None) -> list[SideDeed]:
        """Every other deed on the draft that is this reader's; `data` was sent for `deed`."""
        route, steps = signing_route, self.file.procedure.steps
        deeds = [route.GIVE, route.COLLECTIVE, route.ASK, route.REASSIGN, route.WITHDRAW]
        if not self.signs:  # a signer returns and declines where they decide
            deeds[2:2] = [route.RETURN, route.DECLINE]
        offered = [one for one in deeds if one == deed or self.may(one)]
        if not offered:
            return []
        asked = [question for one in offered for question in steps[one].inputs]
        people = {"people", "post"} & {question.kind for question in asked}
        known = Known.of(self.case.body, today, asked, self.file) if people else Known([])
        known = replace(
            known, people=[p for p in known.people if p[0] != self.file.standing.person]
        )
        return [
            SideDeed(
                one, worded(steps[one].label), *_VERBS[one](),
                SideForm(one, self.number, self._asked(one), known, today, data if one == deed else None),
                one in (route.GIVE, route.COLLECTIVE) or one == deed,
            )
            for one in offered
        ]  # fmt: skip

    def _asked(self, deed: str) -> list[Input]:
        """What a deed asks here: a return asks for a level only where there is one to choose."""
        questions = list(self.file.procedure.steps[deed].inputs)
        if deed != signing_route.RETURN:
            return questions
        back = self.back_to()
        levels = [replace(one, options=back) for one in questions if isinstance(one, Chosen)]
        others = [one for one in questions if not isinstance(one, Chosen)]
        return [*(levels if back else ()), *others]

    def seen(self, opened: int | None) -> FileRow | None:
        """The newest earlier version the reader opened on the page, endorsed, or sent back."""
        me, held = self.file.standing.person, self.versions
        answered = [
            r.facts["draft"] for r in (*held.endorsed, *held.returned) if r.laid_by.actor_id == me
        ]
        earlier = [n for n in (*answered, opened or 0) if n < self.number]
        return held.draft(max(earlier, default=None))

    def form(self, today: date, data: Any = None, reason: str = "") -> SigningForm:
        """The signer's form on this version; `reason` is one typed before."""
        held = self.file.standing.roles.get(Relation.HANDLING, frozenset())
        roles = [worded(role.label) for where, role in self.step.by.seats if role in held]
        capacity = f"{', '.join(roles)}, {self.case.body.name}"
        return SigningForm(
            self.number, today, data, version=self.version, capacity=capacity, reason=reason,
            back_to=self.back_to(),
        )  # fmt: skip

    def endorsing(self, today: date, data: Any = None) -> EndorsingForm:
        """The endorser's form on this version."""
        return EndorsingForm(self.number, today, data)


def approval_page(
    at: Decision,
    today: date,
    opened: int | None,
    queue: Sequence[Waiting],
    shown: str = "",
    *,
    form: Any = None,
    reasons: Sequence[Reason] | None = None,
    others: Sequence[SideDeed] | None = None,
) -> ApprovalPage:
    """Gather the page; `opened` is the earlier version the reader had open, `shown` the paper in the frame.

    `form` and `reasons` are those of an attempt that was refused.
    """
    case, step, draft = at.case, at.step, at.draft
    why = at.reasons if reasons is None else reasons
    choices = at.choices()
    questions = at.file.procedure.steps[drafts.PREFIX + step.code].inputs
    earlier = at.seen(opened)
    names = names_in(
        questions, *(row.facts for row in at.versions.drafts),
        others=people_named(at.versions.others),
    )  # fmt: skip
    url = approval_url(case, step)
    return ApprovalPage(
        header=header(case, at.file.procedure),
        title=worded(step.label),
        url=url,
        version=at.version,
        submitted=draft.laid_by.recorded_at,
        drafter=draft.laid_by.actor.full_name,
        papers=_previews(at, url, shown),
        sha256=sha256(draft.facts["papers"]),
        since=_since(at, questions, earlier, names),
        facts=_facts([q for q in questions if not getattr(q, "long", False)], draft, names),
        texts=_facts([q for q in questions if getattr(q, "long", False)], draft, names),
        basis=words.basis(step.basis, at.file.facts.acted_on),
        votes=votes_of(at.file),
        chain=chain(at, names),
        station=worded(Station(at.pending).label) if at.at_station else "",
        level=level_before(at, lambda old: _since(at, questions, old, names)),
        opinions=opinions(at, names, today),
        others=others if others is not None else at.beside(today),
        reasons=[words.reason(one) for one in why if choices or one.rule != "permission"],
        form=(form if isinstance(form, SigningForm) else at.form(today)) if choices else None,
        choices=choices,
        endorsing=_endorsing(at, today, form),
        awaited=words.capitalised(worded(step.by.words)),
        **_place(at, queue),
    )


def _endorsing(at: Decision, today: date, form: Any) -> EndorsingForm | None:
    if isinstance(form, EndorsingForm):
        return form
    return at.endorsing(today) if at.may_endorse else None


def _place(at: Decision, queue: Sequence[Waiting]) -> dict[str, str]:
    """Where this draft stands among those that wait for the reader, and its neighbours."""
    keys = [(one.case.pk, one.step.code) for one in queue]
    if (here := (at.case.pk, at.step.code)) not in keys:
        return {}
    n = keys.index(here)
    urls = [approval_url(one.case, one.step) for one in queue]
    return {
        "place": _("văn bản %(at)d trong %(of)d đang chờ bạn") % {"at": n + 1, "of": len(urls)},
        "previous": urls[n - 1] if n else "",
        "following": urls[n + 1] if n + 1 < len(urls) else "",
    }


def _previews(at: Decision, url: str, shown: str) -> list[Preview]:
    kinds = papers_of(at.file.procedure, at.step)
    current = next((kind for kind in kinds if kind.code == shown), kinds[0])
    return [
        Preview(
            kind.title,
            f"{url}?van-ban={kind.code}",
            case_url(at.case, "step-preview", step=at.step.code, kind=kind.code),
            kind is current,
        )
        for kind in kinds
    ]


def _facts(questions: Sequence[Input], draft: FileRow, names: Names) -> list[Fact]:
    answers = {**draft.facts, **draft.words}
    told = ((worded(q.label), said(q, answers.get(q.name), names)) for q in questions)
    return [Fact(label, value) for label, value in told if value]


def _since(at: Decision, questions: Sequence[Input], old: FileRow | None, names: Names) -> Since:
    """What is new since the version last opened: answers word by word, and papers by their hash."""
    new = at.draft
    if old is None:
        return Since()
    before, after = {**old.facts, **old.words}, {**new.facts, **new.words}
    told = (
        (worded(q.label), said(q, before.get(q.name), names), said(q, after.get(q.name), names))
        for q in questions
    )
    changed = {
        code
        for code, hashed in new.facts["papers"].items()
        if old.facts["papers"].get(code) != hashed
    }
    return Since(
        at.versions.place(old.number),
        [Change(label, pieces(was, now)) for label, was, now in told if was != now],
        [k.title for k in papers_of(at.file.procedure, at.step) if k.code in changed],
    )


_VERBS = {
    signing_route.GIVE: lambda: (_("Gửi ý kiến"), "check"),
    signing_route.COLLECTIVE: lambda: (_("Ghi ý kiến tập thể"), "people"),
    signing_route.RETURN: lambda: (_("Trả lại dự thảo"), "return"),
    signing_route.DECLINE: lambda: (_("Không phê duyệt"), "x"),
    signing_route.ASK: lambda: (_("Xin ý kiến"), "people"),
    signing_route.REASSIGN: lambda: (_("Giao lại"), "person-check"),
    signing_route.WITHDRAW: lambda: (_("Rút dự thảo"), "return"),
}
