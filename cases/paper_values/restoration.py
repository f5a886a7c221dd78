"""The words of the papers that undo a wrongful discipline: taken from the file and its answers alone."""

from __future__ import annotations

from typing import Any

from cases.dossier import Dossier, lines, people
from cases.paper_values.builders import Values, of, session
from documents import kinds
from documents.wording import cited, figures
from registry.models import Body
from workflows.guards import look_up
from workflows.rows import RowKind
from workflows.wrongful import Apology, Way, is_confirmed, planned, undone


def wronged(d: Dossier) -> Values:
    """What every paper of the matter names: whom, what was imposed, by which decision."""
    return {
        "subject": d.subject_names,
        "imposed": str(undone(d.file.facts).label),
        "wrong_decision": d.said("decision", RowKind.LEVELS),
    }


def annulment(d: Dossier) -> str | None:
    """The decision that annulled: our own, or the one that was noted; nothing while none has."""
    if paper := d.papers.get(kinds.WRONGFUL_ANNULMENT.code):
        return cited(paper)
    row = d.rows.get(RowKind.ANNULLED)
    said = row.facts.get("annulment") if row else None
    return f"{said}, ngày {figures(row.facts['annulled_on'])}" if row and said else None


@of(kinds.WRONGFUL_DECISION)
def _confirmation(d: Dossier) -> Values:
    return {
        **wronged(d),
        **_signed(d, d.inputs.get("basis_paper")),
        "decider": _decider(d),
        "reason": lines(d.inputs.get("findings")),
    }


@of(kinds.WRONGFUL_ANNULMENT)
def _annulment(d: Dossier) -> Values:
    return {**wronged(d), **_signed(d, _confirmed_by(d)), **_executors(d)}


@of(kinds.WRONGFUL_NOTICE)
def _notice(d: Dossier) -> Values:
    return {
        **wronged(d),
        "confirmation": d.papers.get(kinds.WRONGFUL_DECISION.code),
        "annulment": annulment(d),
        "addressee": lines(d.inputs.get("addressee")),
        "apology_forms": [str(one.label) for one in (Apology.MEETING, Apology.PUBLICATION)],
        "applies": _application(d),
        "due_on": d.inputs.get("answer_by"),
        "signatory": d.signatory,
    }


@of(kinds.WRONGFUL_PLAN)
def _plan(d: Dossier) -> Values:
    return {
        **wronged(d),
        "annulment": annulment(d),
        "apology_forms": [str(one.label) for one in Apology(d.inputs["apology"]).parts],
        "considered": lines(d.inputs.get("considered")),
        "apology_due_on": d.inputs.get("apology_due"),
        "restoration_due_on": d.inputs.get("restoration_due"),
        "restored": lines(d.inputs.get("restoration")),
        "arrangements": lines(d.inputs.get("tasks")),
        "signatory": d.signatory,
    }


@of(kinds.WRONGFUL_APOLOGY_MINUTES)
def _minutes(d: Dossier) -> Values:
    held = session(d)
    return {
        **held,
        **wronged(d),
        "present": [*people(d.inputs.get("superior", "")), *held["present"]],
        "annulment": annulment(d),
        "apology_words": lines(d.inputs.get("words")),
        "subject_opinion": lines(d.inputs.get("subject_opinion")),
    }


@of(kinds.WRONGFUL_PUBLICATION)
def _publication(d: Dossier) -> Values:
    places = [d.inputs.get("at_work"), d.inputs.get("at_home")]
    return {
        **wronged(d),
        "annulment": annulment(d),
        "apology_words": lines(d.inputs.get("words")),
        "published_in": [one for one in places if one],
        "published_on": d.inputs.get("published_on"),
        "signatory": d.signatory,
    }


@of(kinds.WRONGFUL_RESTORATION, kinds.WRONGFUL_ORGANISATION_RESTORATION)
def _restoration(d: Dossier) -> Values:
    return {
        **wronged(d),
        **_signed(d, annulment(d)),
        **_executors(d),
        "annulment": annulment(d),
        "restored_by": str(Way(d.inputs["way"]).label),
        "restored": lines(d.inputs.get("restored")),
        "new_post": d.inputs.get("post"),
        "provisional_committee": people(d.inputs.get("committee", "")),
    }


@of(kinds.WRONGFUL_RESULT)
def _result(d: Dossier) -> Values:
    return {
        **wronged(d),
        "annulment": annulment(d),
        "addressee": lines(d.inputs.get("addressee")),
        "conclusion": list(_outcome(d)),
        "requests": lines(d.inputs.get("requests")),
        "signatory": d.signatory,
    }


@of(kinds.WRONGFUL_FILE_INDEX)
def _index(d: Dossier) -> Values:
    return {
        **wronged(d),
        "contents": d.contents,
        "handed_by": d.doer,
        "file_code": d.inputs.get("archive"),
        "file_title": f"Hồ sơ {d.file.reference}",
    }


def _outcome(d: Dossier) -> list[str]:
    """What came of it: not wrongful, wrongful without an apology, or apologised for and given back."""
    facts = d.file.facts
    dismissed, given_back = d.rows.get(RowKind.DISMISSED), facts.last(RowKind.REINSTATED)
    found = "Xác định là kỷ luật oan" if is_confirmed(facts) else "Không xác định là kỷ luật oan"
    if dismissed:
        ended = "Không thực hiện xin lỗi, phục hồi" if is_confirmed(facts) else ""
        return [one for one in (found, ended, f"Lý do: {dismissed.words['reason']}") if one]
    apologies = ", ".join(str(one.label).lower() for one in planned(facts))
    way = str(Way(given_back.facts["way"]).label) if given_back else ""
    return [one for one in (found, f"Đã xin lỗi bằng: {apologies}", way) if one]


def _application(d: Dossier) -> str | None:
    """That an application is needed, where the law of the day says so of what was imposed."""
    hit = look_up("wrongful.application", d.file.facts)
    needed = hit.gives_verdict and undone(d.file.facts).is_among(hit.value)
    return "Việc phục hồi thực hiện khi có đơn" if needed else None


def _confirmed_by(d: Dossier) -> str | None:
    paper = d.papers.get(kinds.WRONGFUL_DECISION.code)
    return cited(paper) if paper else None


def _signed(d: Dossier, rests_on: str | None) -> Values:
    """What the decisions say alike: on which law and papers they rest, who signs."""
    papers: list[Any] = [one for one in (rests_on, d.inputs.get("resolved")) if one]
    return {"grounds": [*d.grounds, *papers], "signatory": d.signatory}


def _executors(d: Dossier) -> Values:
    return {"executors": lines(d.inputs.get("executors"))}


def _decider(d: Dossier) -> str:
    levels = d.file.facts.last(RowKind.LEVELS)
    return Body.objects.get(pk=levels.facts["deciding"]).name if levels else d.body.name
