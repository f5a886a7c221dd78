"""Who may discipline on a day: asked of the law's table of authority, never written here."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

import law
from law import Hit, Reason
from law.authority import ORDINARY, SUPERIOR_TASK, Authority, authority
from law.ballots import slip
from law.faults import Impossible
from permissions.roles import Relation
from workflows.balloting import outcome
from workflows.facts import BodyFact, Facts
from workflows.forms import Form, Part, Whom
from workflows.guards import Guard, Judgement, answers_and_releases, spoken
from workflows.rows import RowKind

#: The lightest form: a body that may not decide even this one has no power to discipline.
LIGHTEST = "khien_trach"

#: How the table of authority calls a body, by its kind and the kind of its organisation.
_WORDS = {
    ("chi_bo", "chi_bo"): "chi_bo",
    ("chi_uy", "chi_bo"): "chi_uy",
    ("cap_uy", "bo_phan"): "dang_uy_bo_phan",
    ("cap_uy", "co_so"): "dang_uy_co_so",
    ("btv", "co_so"): "btv_dang_uy_co_so",
    ("ubkt", "co_so"): "ubkt_dang_uy_co_so",
    ("cap_uy", "xa"): "above_base_cap_uy",
    ("btv", "xa"): "above_base_btv",
    ("ubkt", "xa"): "above_base_ubkt",
    ("cap_uy", "huyen"): "above_base_cap_uy",
    ("btv", "huyen"): "above_base_btv",
    ("ubkt", "huyen"): "above_base_ubkt",
    ("cap_uy", "tinh"): "cap_uy_tinh",
    ("btv", "tinh"): "btv_tinh",
    ("ubkt", "tinh"): "ubkt_tinh",
    ("ubkt", "tw"): "ubkttw",
    ("ban_bi_thu", "tw"): "ban_bi_thu",
    ("btv", "tw"): "bo_chinh_tri",
    ("cap_uy", "tw"): "bch_trung_uong",
}
#: A base committee to which the power to expel was delegated, on a document in the file.
_DELEGATED = {"dang_uy_co_so": "dang_uy_co_so_uy_quyen"}
#: Those the table of authority names, from the least to the most protected.
_RANKS = (
    "dang_vien", "chi_uy_vien", "cap_uy_vien", "can_bo_cap_tren_quan_ly", "uy_vien_trung_uong",
)  # fmt: skip
#: Whom a committee above the handling body manages, as the register says it.
MANAGED_ABOVE = "can_bo_cap_tren_quan_ly"
#: The rows in which a file says as whom the member is judged, and what the violation was about.
_TAKEN_UP = (RowKind.LEVELS, RowKind.ORIGIN, RowKind.JUDGMENT)

#: How the table calls a committee that dissolves: by where it stands above the organisation.
_ABOVE = {
    ("cap_uy", 1): "cap_uy_cap_tren_truc_tiep",
    ("cap_uy", 2): "cap_uy_cap_tren_cach_mot_cap",
}
#: The subjects the table knows, by whom a discipline is about.
_SUBJECTS = {
    Whom.MEMBER: (
        "dang_vien", "du_bi", "chi_uy_vien", "cap_uy_vien", "can_bo_cap_tren_quan_ly",
    ),
    Whom.ORGANISATION: ("to_chuc_dang",),
}  # fmt: skip

#: How the law's text on levels names the kind of an organisation that was once directly above the base.
_ABOVE_BASE = {"huyen": "huyện", "xa": "xã"}
LEVEL = "level.above_base"


@dataclass(frozen=True)
class PowerGuard(Guard):
    """The handling body may decide `form` for the subject of the finding.

    `whom` narrows the rules it may meet to those about members, or about organisations. `lets` are the
    verdicts of the table that it is content with; `word` is how the table calls the body where its kind
    alone does not say.
    """

    form: str = LIGHTEST
    whom: Whom | None = None
    lets: tuple[str, ...] = ("decides",)
    word: str = ""

    def asked(self, facts: Facts) -> tuple[BodyFact, str]:
        """The body whose power is asked, and the form it is asked about."""
        return BodyFact(facts.own, facts.body, facts.level), self.form

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms this guard may ask about."""
        return (self.form,)

    @property
    def rules(self) -> tuple[str, ...]:
        """Every rule by which the table may answer, for the bodies named above."""
        table = law.book().authority_table
        own = [self.word] if self.word else _WORDS.values()
        called = dict.fromkeys((*own, *_DELEGATED.values(), *_ABOVE.values()))
        about = {"subject": _SUBJECTS[self.whom]} if self.whom else {}
        asked = (
            row.by
            for row in table.rows
            if row.speaks_of(
                body=[body for body in called if body in table.words["body"]],
                form=list(self.forms),
                scope=[ORDINARY, SUPERIOR_TASK],
                **about,
            )
        )
        return tuple(dict.fromkeys((*asked, LEVEL)))

    def judgements(self, facts: Facts) -> Iterable[Judgement]:
        """Its power, or, where nobody knows at which level it stands, first of all that."""
        body, form = self.asked(facts)
        levelled = bool(form) and form != Form.DISSOLUTION  # that hangs on who stands above whom
        if levelled and (level := level_in_doubt(body, facts)):
            yield Judgement(self._level_is_open(level), level.as_json())
            return
        if levelled and (level := level_rule(body, facts)):
            yield Judgement(None, level.as_json())
        yield self.judge(facts)

    def judge(self, facts: Facts) -> Judgement:
        """Ask the table for this body, subject and day; an answered or released row counts."""
        body, form = self.asked(facts)
        if not form:
            return Judgement()  # nothing was voted; that is a reason of its own
        found = _found(facts, body, form, self.word)
        hit = found.hits[0] if found.hits else None
        kept = hit.as_json() if hit else None
        if found.verdict in self.lets:
            return Judgement(None, kept)
        return Judgement(
            Reason(
                rule=hit.rule if hit else self.id,
                text=_SAYS.get(found.verdict, self.sentence),
                citation=hit.cited if hit else None,
                confidence=hit.confidence if hit else "uncertain",
                remedy=found.remedy or self.remedy,
            ),
            kept,
        )

    def ahead(self, facts: Facts) -> Iterable[Hit]:
        """The level where it is in doubt, and the row of power that is still open."""
        body, form = self.asked(facts)
        if form != Form.DISSOLUTION and (level := level_in_doubt(body, facts)):
            yield level
            return
        for one in [form] if form else self._forms_on_the_slip(facts):
            found = _found(facts, body, one, self.word)
            if found.verdict == "ask" or form:
                yield from found.hits[:1]

    def _forms_on_the_slip(self, facts: Facts) -> Iterable[str]:
        subject = facts.subjects[0]
        day = facts.met_on or facts.acted_on
        offered = slip(
            law.book(), day, subject.category_on_slip, holds_post=subject.holds_post
        ).options
        return [form for form in offered if form in self.forms]

    def _level_is_open(self, level: Hit) -> Reason:
        return Reason(
            rule=LEVEL,
            text="Chưa xác định được tổ chức đảng này là cấp cơ sở hay cấp trên trực tiếp của tổ chức cơ sở.",
            citation=level.cited,
            confidence=level.confidence,
            remedy="Có văn bản xác định cấp của tổ chức đảng này thì chủ nhiệm hoặc phó chủ nhiệm ngoài đoàn"
            " ghi ở bước “Cho phép theo văn bản”.",
        )


@dataclass(frozen=True)
class DecidingPower(PowerGuard):
    """The body that decides may decide the form that its ballot came to."""

    @property
    def forms(self) -> tuple[str, ...]:
        whom = self.whom or Whom.MEMBER
        return tuple(form.value for form in whom.forms if form is not Form.NONE)

    def asked(self, facts: Facts) -> tuple[BodyFact, str]:
        """The deciding body, and the form of the ballot judged now or held before."""
        body = facts.bodies.get(facts.body_at(Relation.DECIDING) or 0)
        return body or BodyFact(facts.own, facts.body, facts.level), _form_voted(facts) or ""


@dataclass(frozen=True)
class ProposingPower(PowerGuard):
    """The body below whose turn it is may at least propose `form`."""

    def asked(self, facts: Facts) -> tuple[BodyFact, str]:
        """The body whose turn it is among the levels."""
        body = facts.bodies.get(facts.body_at(Relation.LEVEL) or 0)
        return body or BodyFact(facts.own, facts.body, facts.level), self.form


def _form_voted(facts: Facts) -> str | None:
    totals = facts.inputs.get("totals")
    if facts.sitting and totals:
        with suppress(Impossible):  # numbers no vote can have are a reason of their own
            return outcome(facts, facts.sitting, Part.DECIDES, totals).form
        return None
    ballot = facts.last(RowKind.BALLOT, part=Part.DECIDES)
    return ballot.facts["form"] if ballot else None


def without_power(body: str, on: date) -> tuple[Reason, ...]:
    """What the table says against a kind of body that never disciplines anybody (a cell's committee)."""
    if body not in law.book().authority_table.words["body"]:
        return ()
    found = authority(law.book(), on=on, body=body, subject="dang_vien", form=LIGHTEST)
    return tuple(
        Reason(hit.rule, _SAYS[found.verdict], hit.cited, hit.confidence, found.remedy)
        for hit in found.hits[:1]
        if found.verdict in _SAYS
    )


def level_rule(body: BodyFact, facts: Facts) -> Hit | None:
    """The rule on levels as this case has it; None where the body's power does not hang on its level."""
    if body.level not in _ABOVE_BASE:
        return None
    return answers_and_releases(facts).get(LEVEL) or spoken(LEVEL, facts)


def level_in_doubt(body: BodyFact, facts: Facts) -> Hit | None:
    """The rule on levels where it is silent, or one text alone takes this organisation out of its level."""
    hit = level_rule(body, facts)
    if hit is None or hit.force == "ask":
        return hit
    if _is_named(body, hit) or not hit.may_be_released:
        return None
    return replace(hit, state="unknown", value=None)  # it speaks of others; of this one nobody has


def _is_named(body: BodyFact, hit: Hit) -> bool:
    """Whether the rule names this kind of organisation as above the base; its brackets speak of others."""
    above, _brackets, _others = str(hit.value).partition("(")
    return bool(hit.settled_by) or _ABOVE_BASE[body.level] in above


def word_of(body: BodyFact, facts: Facts, form: str) -> str:
    """How the table of authority calls the body on that day."""
    if form == Form.DISSOLUTION and (above := _ABOVE.get((body.kind, body.height))):
        return above
    hit = level_rule(body, facts)
    stays = hit is None or hit.force == "ask" or _is_named(body, hit)
    word = _WORDS.get((body.kind, body.level if stays else "co_so"), body.kind)
    return _DELEGATED.get(word, word) if facts.last(RowKind.DELEGATION) else word


def _found(facts: Facts, body: BodyFact, form: str, word: str = "") -> Authority:
    return authority(
        law.book(),
        on=facts.met_on or facts.acted_on,
        body=word or word_of(body, facts, form),
        subject=_subject(facts),
        form=form,
        scope=_scope(facts),
        delegation=_delegation(facts),
        settled=answers_and_releases(facts),
    )


def _scope(facts: Facts) -> str:
    """Of what kind the task was, in the table's words; a file with words of its own for it is ordinary."""
    said = _said_when_taken_up("scope", facts)
    return said if said in (ORDINARY, SUPERIOR_TASK) else ORDINARY


def _subject(facts: Facts) -> str:
    """As whom the member is judged: by the register, or by a higher office held when it was done."""
    number = facts.finding.subject if facts.finding else 1
    known = next((s.category for s in facts.subjects if s.number == number), "dang_vien")
    if number in facts.managed_above and known in _RANKS:
        known = max(known, MANAGED_ABOVE, key=_RANKS.index)
    said = _said_when_taken_up("judged_as", facts)
    return max(known, said, key=_RANKS.index) if said and known in _RANKS else known


def _said_when_taken_up(name: str, facts: Facts) -> str | None:
    rows = (facts.last(kind) for kind in _TAKEN_UP)
    return next((row.facts[name] for row in rows if row and name in row.facts), None)


def _delegation(facts: Facts) -> tuple[date, date | None] | None:
    """The first and last day of the power delegated, by the newest document in the file."""
    row = facts.last(RowKind.DELEGATION)
    if row is None:
        return None
    last = row.facts.get("last_day")
    return date.fromisoformat(row.facts["first_day"]), date.fromisoformat(last) if last else None


def a_body_acts(facts: Facts) -> bool:  # what the edition hashes; the judging is above
    return facts.body != ""


_SAYS = {
    "proposes": "Cơ quan này chỉ được đề nghị, không được quyết định kỷ luật đối tượng này.",
    "appraises": "Cơ quan này chỉ thẩm định, không quyết định kỷ luật.",
    "none": "Cơ quan này không có thẩm quyền kỷ luật đối tượng này vào ngày họp.",
    "ask": "Chưa xác định được thẩm quyền kỷ luật của cơ quan này vào ngày họp.",
}

may_discipline = PowerGuard(
    id="the_body_may_discipline",
    sentence="Cơ quan này không có thẩm quyền kỷ luật đối tượng này vào ngày họp.",
    remedy="Yêu cầu cấp dưới có thẩm quyền xem xét, hoặc đề nghị cấp trên.",
    asks=a_body_acts,
)

may_decide_the_form = DecidingPower(
    id="the_body_may_decide_the_form",
    sentence="Cơ quan này không có thẩm quyền quyết định hình thức đã biểu quyết vào ngày họp.",
    remedy="Báo cáo toàn bộ kết quả, đề nghị cấp có thẩm quyền quyết định.",
    asks=a_body_acts,
    reads_inputs=True,
    whom=Whom.MEMBER,
)

may_decide_for_the_organisation = replace(may_decide_the_form, whom=Whom.ORGANISATION)

may_propose_dissolution = ProposingPower(
    id="the_body_may_propose_dissolution",
    sentence="Tổ chức đảng này không có thẩm quyền đề nghị giải tán vào ngày họp.",
    remedy="Cấp ủy cấp trên trực tiếp của tổ chức đảng bị xem xét bỏ phiếu đề nghị.",
    asks=a_body_acts,
    form=Form.DISSOLUTION,
    whom=Whom.ORGANISATION,
    lets=("proposes", "decides"),
)
