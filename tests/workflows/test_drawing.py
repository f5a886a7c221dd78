"""The picture of a procedure says what is declared: every stage, every move, what is aside and what ends."""

import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from workflows.catalogue import DECLARED, PROCEDURES
from workflows.drawing import NoDrawing, Walked, svg_of

SVG = "{http://www.w3.org/2000/svg}"


def words_of(svg):
    """All its text in one line, however it was broken."""
    return " ".join(
        " ".join(unescape(one) for one in re.findall(r"<text[^>]*>([^<]*)", svg)).split()
    )


@pytest.mark.parametrize("procedure", DECLARED, ids=lambda one: one.code)
def test_every_stage_and_every_own_step_is_in_the_picture(procedure):
    words = words_of(svg_of(procedure))

    for machine in procedure.machines():
        assert all(stage.label in words for stage in machine.stage.enum)
    for step in procedure.all_steps():
        if not step.everyday and not step.prepares:
            assert step.label in words, step.code


@pytest.mark.parametrize("procedure", DECLARED, ids=lambda one: one.code)
def test_there_is_an_arrow_for_each_move_and_a_dashed_one_for_each_way_aside(procedure):
    svg = svg_of(procedure)

    moves = [
        (s, one) for s in procedure.all_steps() if s.moves and not s.door_only for one in s.source
    ]
    assert svg.count("<path") >= len(moves)
    assert svg.count("stroke-dasharray") >= sum(step.aside for step, _one in moves)
    assert ("stroke-dasharray" in svg) == any(step.aside for step, _one in moves)


def test_the_phases_frame_the_stages():
    words = words_of(svg_of(PROCEDURES["P5.CB"]))

    assert words.index("I. Chuẩn bị") < words.index("II. Tiến hành") < words.index("III. Kết thúc")


@pytest.mark.parametrize("procedure", DECLARED, ids=lambda one: one.code)
def test_a_page_under_a_strict_policy_may_show_it(procedure):
    svg = svg_of(procedure)

    parts = list(ET.fromstring(svg).iter())
    allowed = {"svg", "title", "g", "polygon", "path", "ellipse", "polyline", "text"}
    assert {part.tag.removeprefix(SVG) for part in parts} <= allowed
    assert not any({"style", "id", "onclick", "href"} & set(part.attrib) for part in parts)


def test_it_is_one_picture_with_a_name_to_read_out():
    root = ET.fromstring(svg_of(PROCEDURES["P3.DV"]))

    assert root.attrib["role"] == "img"
    assert root.attrib["aria-label"] == "Sơ đồ quy trình P3.DV – Kiểm tra khi có dấu hiệu vi phạm"
    assert root.find(f"{SVG}title").text == root.attrib["aria-label"]
    assert len(root.findall(f"{SVG}svg")) == 2, (
        "the file's machine, and below it that of its findings"
    )


def test_a_reader_is_led_to_where_the_file_stands_or_to_where_the_procedure_begins():
    inspection = PROCEDURES["P3.DV"]
    stage = inspection.stage.enum("da_trien_khai")

    begins, stands = svg_of(inspection), svg_of(inspection, Walked(here=frozenset({stage.value})))

    assert "text" not in {one.tag.removeprefix(SVG) for one in marked(begins)[0].iter()}
    (place,) = marked(stands)
    assert stage.label in words_of(ET.tostring(place, encoding="unicode").replace("ns0:", ""))


def marked(svg):
    """What the page brings into view first."""
    return [one for one in ET.fromstring(svg).iter() if "data-open-at" in one.attrib]


def test_without_graphviz_it_says_what_to_install(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    not_drawn_yet = type("Meeting", (PROCEDURES["HN"],), {})

    with pytest.raises(NoDrawing, match="cài gói graphviz"):
        svg_of(not_drawn_yet)
