"""The route of a draft as it was gone and as it lies ahead, what the level before saw, who was asked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from cases.models import FileRow
from desk.gathering import words
from desk.gathering.said import Names
from desk.pages.approval import Level, Opinion, Since
from desk.pages.parts import SignOff, Tag, Tone, Who
from desk.worded import worded
from workflows import stations
from workflows.route_deeds import TASKS, VIEWS
from workflows.rows import RowKind
from workflows.stations import DRAFTER, Station


def chain(at: Any, names: Names) -> list[SignOff]:
    """Every version and what was said of it, then the stations still ahead, then the signer."""
    held = at.versions
    told = (RowKind.REASSIGNED, RowKind.DECLINED, RowKind.WITHDRAWN)
    others = [row for row in held.others if row.kind in told]
    rows = (*held.drafts, *held.endorsed, *held.returned, *others)
    gone = [_gone(at, row, names) for row in sorted(rows, key=lambda row: row.number)]
    route = stations.route_of(at.row).stations
    ahead = [one for one in route if one not in at.passed]
    mine = at.pending if at.at_station else ""
    waits = [
        SignOff(
            Who(worded(Station(one).label), worded(Station(one).label) if one == mine else _("cấp bắt buộc")),
            mine=one == mine,
            note="" if one == at.pending else _("sau các cấp trước"),
        )
        for one in ahead
    ]
    if not route and not any(row.facts["draft"] == at.number for row in held.endorsed):
        who = Who(_("Lãnh đạo khác, trưởng đoàn"), _("thẩm định, ký nháy"))
        waits.append(SignOff(who, mine=at.may_endorse and not at.signs, note=_("không bắt buộc")))
    barred = {"draft.own", "route.same_hand", "route.station"}
    signs = at.signs and not any(reason.rule in barred for reason in at.reasons)
    signer = SignOff(Who(words.capitalised(worded(at.step.by.words)), _("ký ban hành")), mine=signs)
    return [*gone, *waits, signer]


def _gone(at: Any, row: FileRow, names: Names) -> SignOff:
    record, held = row.laid_by, at.versions
    about = row.number if row in held.drafts else row.facts["draft"]
    version = {"n": held.place(about)}
    current = about == at.number
    void = not current or (row in held.returned and _back_to_drafter(row))
    if row in held.drafts:
        initials = Station.INITIAL in stations.route_of(row).stations
        words = _("soạn, ký nháy, trình bản %(n)d") if initials else _("soạn, trình bản %(n)d")
        role, note = words % version, "" if current else _("đã có bản mới")
    elif row in held.returned:
        role, note = _returned(row, version), row.words.get("reason", "")
    elif row in held.endorsed:
        role, note, void = _endorsed(at, row, version, current)
    else:
        role, note = _other(row, names, version), row.words.get("reason", "")
    instead = _instead(row)
    return SignOff(
        Who(record.actor.full_name, f"{role}{instead}"), record.recorded_at, note=note, void=void
    )


def _endorsed(
    at: Any, row: FileRow, version: dict[str, int], current: bool
) -> tuple[str, str, bool]:
    station = row.facts.get("station")
    role = _("thẩm định, ký nháy bản %(n)d") % version
    if station:
        role = f"{worded(Station(station).label)}: {role}"
    taken_back = current and station and row.number not in at.endorsed
    if taken_back:
        return role, _("hết hiệu lực do dự thảo bị trả lại cấp này hoặc cấp trước"), True
    note = row.words.get("opinion", "") if current else _("hết hiệu lực do dự thảo đã thay đổi")
    if current and (document := row.facts.get("document")):
        note = f"{document}. {note}"
    return role, note, not current


def _back_to_drafter(row: FileRow) -> bool:
    return row.facts.get("to") in (None, DRAFTER)


def _returned(row: FileRow, version: dict[str, int]) -> str:
    if _back_to_drafter(row):
        return _("trả lại bản %(n)d") % version
    level = worded(Station(row.facts["to"]).label)
    return _("trả lại bản %(n)d cho cấp: %(level)s") % {**version, "level": level}


def _other(row: FileRow, names: Names, version: dict[str, int]) -> str:
    if row.kind == RowKind.DECLINED:
        return _("không phê duyệt bản %(n)d") % version
    if row.kind == RowKind.WITHDRAWN:
        return _("rút bản %(n)d") % version
    to, task = row.facts["person"], dict(TASKS)[row.facts["task"]].lower()
    said = {**version, "task": task, "name": names.get(to, str(to))}
    return _("giao lại bản %(n)d, việc %(task)s, cho %(name)s") % said


def _instead(row: FileRow) -> str:
    """In whose post somebody acted who does not hold it."""
    post = row.laid_by.post
    if row.kind != RowKind.ENDORSED or post is None or post.person_id == row.laid_by.actor_id:
        return ""
    return _(", làm thay %(name)s") % {"name": post.person.full_name}


def level_before(at: Any, since: Callable[[FileRow | None], Since]) -> Level | None:
    """What the level before this reader saw and signed off, and what changed since; None for the first."""
    me = at.file.standing.person
    before = [row for row in at.versions.endorsed if row.laid_by.actor_id != me]
    if not before:
        return None
    row = max(before, key=lambda one: one.number)
    seen = at.versions.draft(row.facts["draft"])
    station = row.facts.get("station")
    level = worded(Station(station).label) if station else _("thẩm định, ký nháy")
    return Level(
        who=Who(row.laid_by.actor.full_name, f"{level}{_instead(row)}"),
        at=row.laid_by.recorded_at,
        version=at.versions.place(row.facts["draft"]),
        opinion=row.words.get("opinion", ""),
        since=since(seen) if seen and seen.number != at.number else Since(),
        same=row.facts["draft"] == at.number,
    )


def opinions(at: Any, names: Names, today: date) -> list[Opinion]:
    """Everyone asked about this version: what they said, that they are awaited, or that they were silent."""
    answers = [row for row in at.versions.others if row.kind == RowKind.OPINED]
    told = []
    for ask in at.versions.others:
        if ask.kind != RowKind.ASKED or ask.facts["draft"] != at.number:
            continue
        for person in ask.facts["people"]:
            answer = next(
                (r for r in answers if r.laid_by.actor_id == person and r.number > ask.number), None
            )
            due = date.fromisoformat(ask.facts["due"])
            words = answer.words.get("opinion", "") if answer else ask.words.get("question", "")
            who, state = Who(names.get(person, str(person))), _state(answer, due, today)
            told.append(Opinion(who, due, state, words))
    return told


def _state(answer: FileRow | None, due: date, today: date) -> Tag:
    if answer is None and due < today:
        return Tag(_("Không trả lời trong hạn"), Tone.LATE, "slash")
    if answer is None:
        return Tag(_("Chờ trả lời"), Tone.HOLD, "hourglass")
    tone = {"khong_dong_y": Tone.LATE, "co_gop_y": Tone.SOON}.get(answer.facts["view"], Tone.OK)
    return Tag(dict(VIEWS)[answer.facts["view"]], tone, "check")


def people_named(rows: Sequence[FileRow]) -> set[int]:
    """Everyone whom these rows name by number."""
    named: set[int] = set()
    for row in rows:
        if row.kind == RowKind.ASKED:
            named |= set(row.facts["people"])
        elif row.kind == RowKind.REASSIGNED:
            named.add(row.facts["person"])
    return named
