"""The words of the papers of intake: who sent a letter is said as its book says it, never by a sealed name."""

from __future__ import annotations

from cases import incoming
from cases.dossier import Dossier, lines
from cases.incoming_models import IncomingEntry
from cases.models import Case
from cases.paper_values import denunciation
from cases.paper_values.builders import Values, of
from documents import kinds
from workflows.letters import Route, Sender, Source
from workflows.rows import RowKind

#: What the file came to, by the stage in which the sender is told.
_HANDLED = {
    "cho_to_cao": "đơn được thụ lý để giải quyết tố cáo",
    "cho_khieu_nai": "đơn được thụ lý để giải quyết khiếu nại",
    "da_chuyen": "đơn được chuyển cơ quan có thẩm quyền",
}


def _entry(d: Dossier) -> IncomingEntry | None:
    return incoming.letter_of(Case.objects.get(pk=d.file.id))


def _letter(d: Dossier) -> Values:
    """The letter, its sender and whoever it is about, as every paper of intake names them."""
    entry = _entry(d)
    if entry is None:
        return {"subject": d.subject_names, "signatory": d.signatory}
    return {
        "letter": incoming.in_words(entry),
        "sender": incoming.sender_in_words(entry),
        # The book's summary may run over several lines; the paper names it in one.
        "content": " ".join(str(d.said("summary", RowKind.RECEIPT) or "").split()),
        "subject": d.subject_names,
        "signatory": d.signatory,
    }


def _to_sender(d: Dossier) -> Values:
    """The same, addressed to whoever sent it."""
    entry = _entry(d)
    if entry is None:
        return _letter(d)
    told = incoming.sender_in_words(entry)
    of_member = (
        entry.source == Source.QUESTION
    )  # only a member of the Party criticises, questions, proposes so
    called = "Đồng chí" if of_member else "Ông (bà)"
    to = f"{called} {told}" if entry.sender_kind == Sender.NAMED else told[:1].upper() + told[1:]
    return {**_letter(d), "addressee": [to]}


@of(kinds.LETTER_PROPOSAL)
def _proposal(d: Dossier) -> Values:
    nature, route = d.inputs.get("nature"), d.inputs.get("route")
    return {
        **_letter(d),
        "nature": Source(nature).label if nature else "",
        "competent": d.inputs.get("competent"),
        "reason": d.inputs.get("reason"),
        "handling": Route(route).label if route else "",
    }


@of(kinds.FORWARDING_SLIP)
def _slip(d: Dossier) -> Values:
    if d.file.procedure.seals_sender:
        return denunciation.slip(d)
    return {
        **_letter(d),
        "addressee": d.inputs.get("receiver"),
        "reason": d.inputs.get("reason"),
        "attached": lines(d.inputs.get("attached")),
    }


@of(kinds.SENDER_NOTICE)
def _notice(d: Dossier) -> Values:
    if d.file.procedure.seals_sender:
        return denunciation.notice_to_sender(d)
    return {
        **_to_sender(d),
        "handling": _HANDLED.get(d.file.facts.stage, ""),
        "message": d.inputs.get("message"),
    }


@of(kinds.MEMBER_ANSWER)
def _answer(d: Dossier) -> Values:
    return {**_to_sender(d), "message": d.inputs.get("message")}


@of(kinds.REFUSAL_LETTER)
def _refusal(d: Dossier) -> Values:
    if d.file.procedure.seals_sender:
        return denunciation.refusal(d)
    return {
        **_to_sender(d),
        "reason": d.said("reason", RowKind.OPINION),
        "message": d.inputs.get("message"),
    }


@of(kinds.SPLIT_GUIDANCE)
def _guidance(d: Dossier) -> Values:
    return {**_to_sender(d), "message": d.inputs.get("guidance")}


@of(kinds.INFORMATION_REPORT)
def _information(d: Dossier) -> Values:
    asked = next((q for q in d.step.inputs if q.name == "used_for"), None)
    used = dict(getattr(asked, "options", ())).get(d.inputs.get("used_for", ""), "")
    return {
        **_letter(d),
        "assessment": d.inputs.get("assessment"),
        "purpose": used,
        "proposals": d.inputs.get("proposals"),
    }
