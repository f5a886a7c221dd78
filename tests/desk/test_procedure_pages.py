"""The procedures on the screen: the catalogue, the picture, and the steps under the law of the day asked."""

import re

import pytest
from django.urls import reverse

from tests.campaign import WHOLE
from workflows.catalogue import DECLARED, PROCEDURES
from workflows.variants import differences


def words_of(answer):
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def page(world, code, **asked):
    return world.client("officer").get(reverse("procedure", args=[code]), asked)


def test_the_catalogue_leads_to_every_procedure_and_stands_in_the_navigation(world):
    answer = world.client("officer").get(reverse("procedures"))

    html = answer.content.decode()
    for procedure in DECLARED:
        assert reverse("procedure", args=[procedure.code]) in html
        assert procedure.label in html
    assert re.search(r'<a[^>]*href="/quy-trinh/"[^>]*aria-current="page"', html)


@pytest.mark.parametrize("code", list(PROCEDURES)[:: 1 if WHOLE else 4])
def test_a_procedure_shows_its_picture_and_every_step(world, code):
    answer = page(world, code)

    html, words = answer.content.decode(), words_of(answer)
    assert f'role="img" aria-label="Sơ đồ quy trình {code} – ' in html
    for step in PROCEDURES[code].all_steps():
        assert step.label in words
    assert "Theo quy định ngày" in words


def test_the_steps_cite_the_law_of_the_day_asked(world):
    before, after = (words_of(page(world, "P1.CD", ngay=d)) for d in ("2017-07-01", "2026-09-01"))

    assert "30-QĐ/TW Điều 30, 32 (một văn bản)" in before
    assert "30-QĐ/TW Điều 30, 32" not in after
    assert "Ấn bản của ngày 01/07/2017" in before


def test_a_day_that_is_none_is_read_as_today(world):
    today, wrong = (words_of(page(world, "P1.CD", **asked)) for asked in ({}, {"ngay": "hôm nào"}))

    cited = re.compile(r"Ấn bản của ngày \d\d/\d\d/\d{4} từ \d\d/\d\d/\d{4} \w{12}")
    assert cited.findall(today) == cited.findall(wrong) != []


def test_each_step_leads_to_the_rule_it_rests_on(world):
    html = page(world, "P5.CB").content.decode()

    for step in PROCEDURES["P5.CB"].all_steps():
        assert f'href="{reverse("law-rule", args=[step.basis])}"' in html


def test_a_procedure_that_is_not_there_is_not_found(world):
    assert page(world, "P9.XX").status_code == 404


def test_a_server_without_graphviz_still_tells_every_step(world, monkeypatch):
    not_drawn_yet = type("Meeting", (PROCEDURES["HN"],), {})
    monkeypatch.setitem(PROCEDURES, "HN", not_drawn_yet)
    monkeypatch.setenv("PATH", "/nowhere")

    words = words_of(page(world, "HN"))

    assert "Máy chủ chưa vẽ được sơ đồ; bảng bên dưới nói đủ các bước." in words
    assert "Khai mạc, điểm danh" in words


def test_a_day_that_is_none_is_said_to_be_so_and_the_law_of_today_shown(world):
    words = words_of(page(world, "P1.CD", ngay="31/02/2026"))

    assert "Có chỗ cần sửa" in words
    assert "Nhập một ngày hợp lệ." in words
    assert "Ấn bản của ngày 20/11/2026" in words


def test_a_variant_stands_after_what_it_varies_with_its_difference_in_words(world):
    words = words_of(world.client("officer").get(reverse("procedures")))
    own = words_of(page(world, "P1.CB"))

    for one in DECLARED:
        for sentence in differences(one):
            assert sentence in words
    assert words.index("P1.CD") < words.index("P1.CB")
    assert "Khác với Giám sát chuyên đề" in own
    assert all(sentence in own for sentence in differences(PROCEDURES["P1.CB"]))
    assert "Khác với" not in words_of(page(world, "P1.CD"))


# The way of one file


def test_a_file_shows_its_own_way_in_the_picture_and_the_day_of_each_step(world):
    case = world.case("thon2")
    answer = world.client("officer").get(reverse("case-map", args=[case.reference]))

    html, words = answer.content.decode(), words_of(answer)
    moves = [one for one in case.history.order_by("sequence") if one.moves]
    drawn = re.findall(r'<path fill="none" stroke="#8c1d18" stroke-width="2.4"', html)
    assert len(drawn) == len({(one.from_stage, one.step) for one in moves})
    assert "Nét đỏ đậm: đường hồ sơ này đã đi" in words
    for record in moves:
        assert f"{record.acted_on:%d/%m/%Y}" in words
    assert html.count('fill="#f7e3e0"') == 1


def test_the_picture_of_a_procedure_is_nobodys_way(world):
    html = page(world, "P1.CD").content.decode()

    assert "stroke-width" not in html
    assert "Nét đỏ đậm" not in html


def test_the_case_page_leads_to_its_way(world):
    case = world.case("thon2")
    html = world.client("officer").get(reverse("case", args=[case.reference])).content.decode()

    assert f'href="{reverse("case-map", args=[case.reference])}"' in html


def test_the_member_concerned_and_a_stranger_do_not_read_the_way_of_a_file(world):
    own = world.matter("P3.DV").reference

    assert world.client("concerned").get(reverse("case-map", args=[own])).status_code == 404
    assert world.client("stranger").get(reverse("case-map", args=[own])).status_code == 404
