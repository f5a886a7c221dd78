"""Who decides, proposes, appraises: the matrix of authority on both sides of each change."""

from datetime import date

import pytest

import law
from law import authority as authorities
from law.authority import authority, competent, route
from law.faults import Impossible

Y2017, Y2022, Y2025, Y2026 = date(2017, 6, 1), date(2022, 6, 1), date(2025, 8, 1), date(2026, 5, 1)
LIGHT, HEAVY = ("khien_trach", "canh_cao"), ("cach_chuc", "khai_tru")


def verdict(book, on, body, subject, form, scope="thuong", **more):
    return authority(
        book, on=on, body=body, subject=subject, form=form, scope=scope, **more
    ).verdict


@pytest.mark.parametrize(
    ("on", "body", "subject", "form", "scope", "expected"),
    [
        # the cell
        (Y2017, "chi_bo", "dang_vien", "canh_cao", "thuong", "decides"),
        (Y2022, "chi_bo", "can_bo_cap_tren_quan_ly", "khien_trach", "thuong", "decides"),
        (Y2026, "chi_bo", "du_bi", "canh_cao", "thuong", "decides"),
        (Y2022, "chi_bo", "dang_vien", "khai_tru", "thuong", "proposes"),
        (Y2026, "chi_bo", "chi_uy_vien", "cach_chuc", "thuong", "proposes"),
        (Y2017, "chi_bo", "dang_vien", "khai_tru", "thuong", "ask"),
        (Y2022, "chi_bo", "cap_uy_vien", "khien_trach", "superior_task", "proposes"),
        (Y2026, "chi_bo", "cap_uy_vien", "khien_trach", "superior_task", "ask"),
        (Y2022, "chi_bo", "dang_vien", "khien_trach", "superior_task", "ask"),
        # no power, appraisal only
        (Y2025, "chi_uy", "dang_vien", "khien_trach", "thuong", "none"),
        (Y2026, "chi_uy", "dang_vien", "khien_trach", "thuong", "ask"),
        (Y2025, "dang_uy_bo_phan", "dang_vien", "khai_tru", "thuong", "appraises"),
        (date(2026, 7, 25), "dang_uy_bo_phan", "dang_vien", "khai_tru", "thuong", "appraises"),
        (date(2026, 7, 26), "dang_uy_bo_phan", "dang_vien", "khai_tru", "thuong", "ask"),
        (date(2015, 1, 1), "dang_uy_bo_phan", "dang_vien", "canh_cao", "thuong", "none"),
        # base inspection committee and standing committee
        (date(2021, 7, 27), "ubkt_dang_uy_co_so", "dang_vien", "canh_cao", "thuong", "none"),
        (date(2021, 7, 28), "ubkt_dang_uy_co_so", "dang_vien", "canh_cao", "thuong", "decides"),
        (Y2022, "ubkt_dang_uy_co_so", "cap_uy_vien", "canh_cao", "thuong", "none"),
        (Y2022, "ubkt_dang_uy_co_so", "dang_vien", "khai_tru", "thuong", "ask"),
        (Y2025, "ubkt_dang_uy_co_so", "dang_vien", "canh_cao", "thuong", "ask"),
        (date(2021, 7, 27), "btv_dang_uy_co_so", "dang_vien", "canh_cao", "thuong", "none"),
        (date(2021, 7, 28), "btv_dang_uy_co_so", "dang_vien", "canh_cao", "thuong", "decides"),
        (Y2022, "btv_dang_uy_co_so", "can_bo_cap_tren_quan_ly", "canh_cao", "thuong", "none"),
        # delegated and given powers, the level above the base
        (Y2025, "dang_uy_co_so_uy_quyen", "dang_vien", "khai_tru", "thuong", "decides"),
        (Y2026, "dang_uy_co_so_uy_quyen", "dang_vien", "khai_tru", "thuong", "ask"),
        (Y2025, "btv_giao_quyen_tren_co_so", "dang_vien", "khai_tru", "thuong", "decides"),
        (date(2025, 6, 30), "above_base_btv", "chi_uy_vien", "khai_tru", "thuong", "decides"),
        (date(2025, 7, 1), "above_base_btv", "chi_uy_vien", "khai_tru", "thuong", "ask"),
        (Y2022, "ubkt_tinh", "dang_vien", "khai_tru", "thuong", "ask"),
        (Y2022, "bo_chinh_tri", "uy_vien_trung_uong", "canh_cao", "thuong", "decides"),
        (Y2022, "bch_trung_uong", "uy_vien_trung_uong", "khai_tru", "thuong", "decides"),
        # organisations
        (Y2022, "ubkt_dang_uy_co_so", "to_chuc_dang", "canh_cao", "thuong", "decides"),
        (Y2022, "btv_tinh", "to_chuc_dang", "khien_trach", "thuong", "decides"),
        (Y2025, "above_base_btv", "to_chuc_dang", "khien_trach", "thuong", "decides"),
        (Y2026, "above_base_btv", "to_chuc_dang", "khien_trach", "thuong", "ask"),
        (Y2026, "cap_uy_cap_tren_truc_tiep", "to_chuc_dang", "giai_tan", "thuong", "proposes"),
        (Y2026, "cap_uy_cap_tren_cach_mot_cap", "to_chuc_dang", "giai_tan", "thuong", "decides"),
        # forms that do not exist for the subject
        (Y2022, "chi_bo", "du_bi", "khai_tru", "thuong", "none"),
        (Y2022, "chi_bo", "dang_vien", "giai_tan", "thuong", "none"),
        (Y2022, "btv_tinh", "to_chuc_dang", "khai_tru", "thuong", "none"),
    ],
)
def test_the_matrix(book, on, body, subject, form, scope, expected):
    assert verdict(book, on, body, subject, form, scope) == expected


def test_a_verdict_names_the_rows_it_rests_on(book):
    found = authority(
        book, on=Y2022, body="chi_bo", subject="cap_uy_vien", form="canh_cao", scope="superior_task"
    )

    assert found.as_json()["rows"] == [
        {
            "key": "authority.chi_bo.propose.superior_task@2021-07-28",
            "rule": "authority.chi_bo.propose.superior_task",
            "state": "known",
            "confidence": "confirmed",
            "citation": "22-QĐ/TW Điều 11",
        }
    ]
    assert "cấp có thẩm quyền" in found.remedy


def test_an_ask_shows_what_the_law_said_before(book):
    found = authority(
        book, on=Y2025, body="ubkt_dang_uy_co_so", subject="dang_vien", form="canh_cao"
    )

    assert found.proposals[0].value["mode"] == "decide"


def test_recalled_law_never_decides(book):
    for body in ("dang_uy_co_so", "above_base_cap_uy", "btv_tinh", "ubkttw"):
        for on in (Y2017, Y2022, Y2025, Y2026):
            assert verdict(book, on, body, "dang_vien", "canh_cao") == "ask"


def test_an_answered_authority_decides_this_case(book, document):
    day, rule = date(2026, 3, 27), "authority.cap_uy_tren_co_so"
    value = {"mode": "decide", "forms": ["khai_tru"]}
    answered = book.rule(rule, day, asked=law.Answer(value, None, document, by="Chủ nhiệm"))
    question = {"on": day, "body": "above_base_btv", "subject": "dang_vien", "form": "khai_tru"}

    assert authority(book, **question).verdict == "ask"
    assert authority(book, **question, settled={rule: answered}).verdict == "decides"


@pytest.mark.parametrize(
    ("on", "expected"), [(date(2025, 12, 31), "decides"), (date(2026, 1, 1), "none")]
)
def test_a_delegation_holds_to_its_last_day(book, on, expected):
    delegation = (date(2025, 8, 1), date(2025, 12, 31))

    found = verdict(
        book, on, "dang_uy_co_so_uy_quyen", "dang_vien", "khai_tru", delegation=delegation
    )

    assert found == expected


def test_every_question_the_words_allow_is_answered(book):
    words = book.authority_table.words

    for on in (Y2017, Y2022, Y2025, Y2026):
        for body in words["body"]:
            for subject in words["subject"]:
                for form in words["form"]:
                    for scope in words["scope"]:
                        assert verdict(book, on, body, subject, form, scope) in authorities.VERDICTS


def test_the_competent_bodies_of_a_matter(book):
    found = competent(book, on=Y2022, subject="dang_vien", form="canh_cao")

    assert [answer.body for answer in found] == [
        "chi_bo",
        "btv_dang_uy_co_so",
        "ubkt_dang_uy_co_so",
    ]


LINE = ("chi_bo", "ubkt_dang_uy_co_so", "above_base_btv")


def test_a_body_with_the_power_keeps_the_matter(book):
    found = route(
        book, on=Y2022, acting="ubkt_dang_uy_co_so", line=LINE, subject="dang_vien", form="canh_cao"
    )

    assert (found.way, found.to) == ("here", "ubkt_dang_uy_co_so")


def test_a_matter_the_lower_body_may_decide_goes_down(book):
    found = route(
        book,
        on=date(2017, 9, 28),
        acting="ubkt_dang_uy_co_so",
        line=LINE,
        subject="dang_vien",
        form="khien_trach",
    )

    assert (found.way, found.to) == ("down", "chi_bo")
    assert found.deciding.hits[0].confidence == "confirmed"


def test_a_matter_beyond_the_body_goes_up(book):
    found = route(
        book, on=Y2022, acting="chi_bo", line=LINE, subject="chi_uy_vien", form="khai_tru"
    )

    assert (found.way, found.to) == ("up", "above_base_btv")


def test_a_matter_nobody_is_known_to_decide_is_asked_about(book):
    found = route(book, on=Y2026, acting="chi_bo", line=LINE, subject="dang_vien", form="khai_tru")

    assert (found.way, found.to, found.acting.verdict) == ("ask", None, "proposes")


def test_the_superior_may_take_over_where_the_law_says_so(book):
    assert authorities.takeover(book, Y2017).gives_verdict
    assert not authorities.takeover(book, Y2022).gives_verdict


def test_unknown_words_name_the_accepted_ones(book):
    with pytest.raises(Impossible, match="chi_bo"):
        authority(book, on=Y2022, body="cong_doan", subject="dang_vien", form="canh_cao")
    with pytest.raises(Impossible, match="cong_doan"):
        route(book, on=Y2022, acting="cong_doan", line=LINE, subject="dang_vien", form="canh_cao")
