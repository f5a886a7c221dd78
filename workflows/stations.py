"""The stations a draft passes before its signer: which there are, who holds them, which are gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.db.models import TextChoices

from permissions.roles import Relation, Role
from permissions.standing import Standing
from workflows.facts import Facts, Row
from workflows.rows import RowKind

_DEFAULTS = Path(__file__).with_name("routes.yaml")
#: To whom a draft is returned when to no station: it waits no longer, and is written anew.
DRAFTER = "nguoi_soan"


class Station(TextChoices):
    """The levels a route may name, in the order in which a draft passes them."""

    INITIAL = "ky_nhay", "Người soạn ký nháy"
    SECTION = "truong_phong", "Trưởng phòng, trưởng bộ phận"
    DEPUTY = "pho_chu_nhiem", "Phó chủ nhiệm (phó bí thư)"
    CHAIR = "chu_nhiem", "Chủ nhiệm (bí thư)"
    COLLECTIVE = "tap_the", "Tập thể thường trực"


#: Who holds a station by office. Whoever drafts initials by submitting; the collective's opinion is recorded.
HOLDERS: dict[str, tuple[Role, ...]] = {
    Station.SECTION: (Role.SECTION_CHIEF,),
    Station.DEPUTY: (Role.VICE_CHAIR, Role.DEPUTY_SECRETARY, Role.DEPUTY_HEAD),
    Station.CHAIR: (Role.CHAIR, Role.SECRETARY, Role.HEAD),
}
#: Whose turn it is while the collective's opinion is awaited; leaders may write it down as well.
MINUTES = (Role.CLERK, Role.AREA_OFFICER)
RECORDERS = (*MINUTES, *(role for held in HOLDERS.values() for role in held))


@dataclass(frozen=True)
class Route:
    """The compulsory stations of a draft, in order, and whether opinions that were asked hold it up."""

    stations: tuple[str, ...] = ()
    waits_for_opinions: bool = False

    def as_json(self) -> dict[str, Any]:
        """What a draft's row keeps of it; nothing of a route that asks for nothing."""
        if self == Route():
            return {}
        return {
            "route": {
                "stations": list(self.stations),
                "waits_for_opinions": self.waits_for_opinions,
            }
        }


def together(routes: Iterable[Route]) -> Route:
    """The route of several papers that are signed as one: every station that one of them asks for."""
    routes = list(routes)
    wanted = {station for route in routes for station in route.stations}
    return Route(
        tuple(one.value for one in Station if one.value in wanted),
        any(route.waits_for_opinions for route in routes),
    )


def site_default(body: str, paper: str, day: date) -> Route:
    """The site's own route for a kind of body and paper on `day`: the closest row, then the newest."""
    fit = [
        (bool(row["paper"]), bool(row["body"]), row["from"], row)
        for row in _defaults()
        if row["body"] in ("", body) and row["paper"] in ("", paper) and row["from"] <= day
    ]
    row = max(fit, key=lambda one: one[:3], default=(None, None, None, None))[3]
    return Route(tuple(row["stations"]), row["waits_for_opinions"]) if row else Route()


@cache
def _defaults() -> tuple[dict[str, Any], ...]:
    return tuple(yaml.safe_load(_DEFAULTS.read_text(encoding="utf-8")))


def route_of(draft: Row) -> Route:
    """The route that was frozen with a draft on the day it was submitted."""
    said = draft.facts.get("route") or {}
    return Route(tuple(said.get("stations", ())), bool(said.get("waits_for_opinions")))


def passed(draft: Row, facts: Facts) -> dict[str, Row]:
    """The stations that are gone, each with the row by which it was passed; a return takes some back."""
    order = route_of(draft).stations
    gone: dict[str, Row] = {}
    for row in facts.rows:
        if row.facts.get("draft") != draft.number:
            continue
        if row.kind == RowKind.ENDORSED and row.facts.get("station") in order:
            gone[row.facts["station"]] = row
        elif row.kind == RowKind.RETURNED and row.facts.get("to") in order:
            back = order.index(row.facts["to"])
            gone = {one: by for one, by in gone.items() if order.index(one) < back}
    return {Station.INITIAL.value: draft, **gone} if Station.INITIAL in order else gone


def pending(draft: Row, facts: Facts) -> str:
    """The station at which the draft lies; empty when only the signer is left."""
    gone = passed(draft, facts)
    return next((one for one in route_of(draft).stations if one not in gone), "")


def drafter(draft: Row, facts: Facts) -> int:
    """Who answers for the draft: whoever submitted it, or the officer to whom it was handed since."""
    handed = facts.last(RowKind.REASSIGNED, draft=draft.number, task="soan")
    return int(handed.facts["person"]) if handed else draft.by


def writers(draft: Row, facts: Facts) -> frozenset[int]:
    """Everyone who had a hand in the draft: who wrote it or a version before it, who answers for it."""
    return frozenset({draft.by, drafter(draft, facts), *draft.facts.get("writers", ())})


def appraiser(draft: Row, station: str, facts: Facts) -> int | None:
    """The officer to whom the appraisal at a station was handed, if it was."""
    handed = facts.last(RowKind.REASSIGNED, draft=draft.number, task="tham_dinh", station=station)
    return int(handed.facts["person"]) if handed else None


def holds_station(station: str, standing: Standing, at: Relation) -> bool:
    """Whether this person holds the station by office, in the body the paper is signed for."""
    return any(standing.holds(role, at) for role in HOLDERS.get(station, ()))


def stands_at(draft: Row, station: str, standing: Standing, at: Relation, facts: Facts) -> bool:
    """Whether this person may pass a station: by office, or because its appraisal was handed to them."""
    handed = appraiser(draft, station, facts) == standing.person
    return bool(station) and (handed or holds_station(station, standing, at))


def asked(draft: Row, facts: Facts) -> list[Row]:
    """The rows by which opinions on this draft were asked."""
    return list(facts.of(RowKind.ASKED, draft=draft.number))


def answer_of(ask: Row, person: int, facts: Facts) -> Row | None:
    """What a person answered after they were asked."""
    answers = facts.of(RowKind.OPINED, draft=ask.facts["draft"])
    return next((row for row in answers if row.by == person and row.number > ask.number), None)


def is_over(ask: Row, facts: Facts) -> bool:
    """Whether the day by which opinions were asked has gone: who has not answered is noted as silent."""
    return facts.today > date.fromisoformat(ask.facts["due"])


def still_asked(draft: Row, facts: Facts) -> list[tuple[int, Row]]:
    """Whose opinion is still awaited, with the row that asks."""
    return [
        (person, ask)
        for ask in asked(draft, facts)
        if not is_over(ask, facts)
        for person in ask.facts["people"]
        if answer_of(ask, person, facts) is None
    ]
