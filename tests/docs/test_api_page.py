"""The page about the API names every route, and its answers are such as the API gives."""

import json
import re

import pytest
from pydantic import TypeAdapter

from desk.api import api
from desk.api import schemas as s
from tests.docs.regions import ROOT

PAGE = (ROOT / "docs/api.md").read_text(encoding="utf-8")
ANSWERS = {
    "GET /api/me": s.PersonOut,
    "GET /api/register": list[s.FoundOut],
    "POST /api/cases": s.CaseOut,
    "GET /api/cases/{ref}": s.CaseOut,
    "GET /api/cases/{ref}/actions": list[s.ActionOut],
    "GET /api/cases/{ref}/way": s.WayOut,
    "POST /api/cases/{ref}/steps/{step}": s.RecordOut,
    "GET /api/cases/{ref}/history": s.HistoryOut,
    "GET /api/meetings": list[s.MeetingOut],
    "GET /api/papers/{paper}": s.PaperOut,
}


def sections():
    """The answers shown under each route, in order."""
    parts = re.split(r"^## ((?:GET|POST) \S+)$", PAGE, flags=re.MULTILINE)
    blocks = (re.findall(r"```json\n(.*?)```", part, re.DOTALL) for part in parts[2::2])
    return dict(zip(parts[1::2], blocks, strict=True))


def test_every_route_has_its_section():
    described = api.get_openapi_schema(path_prefix="/api")["paths"]

    routes = {f"{verb.upper()} {path}" for path, verbs in described.items() for verb in verbs}

    assert sections().keys() == {route.replace("{int:", "{") for route in routes} == ANSWERS.keys()


@pytest.mark.parametrize("route", ANSWERS)
def test_every_answer_shown_is_one_of_its_form(route):
    shown = [json.loads(block) for block in sections()[route]]

    assert shown
    for answer in shown:
        refused = isinstance(answer, dict) and "reasons" in answer
        form = s.RefusedOut if refused else ANSWERS[route]
        written = TypeAdapter(form).dump_python(
            TypeAdapter(form).validate_python(answer), mode="json"
        )
        assert written == answer
