"""What a rule says on a day: four states, how hard it binds, and what people may add to it."""

from datetime import date

import pytest

import law
from law.mutations import mutations
from law.plain import thawed


@pytest.mark.parametrize(
    ("rule", "on", "state", "value"),
    [
        ("complaint.window", date(2025, 6, 1), "known", 30),
        ("complaint.window", date(2026, 4, 11), "unknown", None),
        ("population.child_rule", date(2025, 3, 20), "no_rule", None),
        ("vote.discipline.ballot", date(2010, 1, 1), "unknown", None),
    ],
)
def test_a_rule_answers_with_its_state_and_value(rule, on, state, value):
    hit = law.rule(rule, on=on)

    assert (hit.state, hit.value) == (state, value)


def test_a_day_without_any_row_is_unknown_and_shows_its_neighbours_as_proposals():
    hit = law.rule("decision.chi_bo.written", on=date(2023, 1, 1))

    assert (hit.state, hit.key, hit.value, hit.citation) == ("unknown", None, None, None)
    assert [(p.kind, p.value, p.unit) for p in hit.proposals] == [
        ("earlier", 10, "day"),
        ("later", 10, "day"),
    ]


def test_an_unknown_row_proposes_what_the_sources_make_likely_before_its_neighbours():
    hit = law.rule("complaint.window", on=date(2026, 5, 1))

    assert [(p.kind, p.value, p.unit) for p in hit.proposals] == [
        ("suggested", 30, "day"),
        ("other_reading", 30, "working_day"),
        ("earlier", 30, "day"),
    ]


def test_a_hit_names_article_confidence_and_row():
    hit = law.rule("complaint.window", on=date(2025, 6, 1))

    assert hit.citation == law.cite("296-QĐ/TW", "Điều 25.1")
    assert (hit.confidence, hit.key) == ("one_text", "complaint.window@2025-05-30")
    assert (hit.label_vi, hit.selector) == ("Thời hạn khiếu nại kỷ luật", "received_on")


def test_a_hit_says_where_it_was_read():
    (source,) = law.rule("complaint.window", on=date(2025, 6, 1)).sources

    assert source.startswith("Bộ câu hỏi trắc nghiệm tìm hiểu các Quy định 296")
    assert source.endswith("câu 31")


def test_how_open_matters_pass_to_a_new_text_is_unknown_with_a_visible_default():
    for rule, day in (("transition.procedure", 2026), ("transition.penalty", 2026)):
        hit = law.rule(rule, on=date(day, 9, 1))

        assert (hit.force, hit.proposals[0].value) == ("ask", hit.selector)


def test_only_the_instruments_in_force_that_day_are_cited():
    before = law.rule("form.member.official", on=date(2018, 1, 1))
    after = law.rule("form.member.official", on=date(2026, 1, 1))

    assert before.cited == "Điều lệ Đảng Điều 35.2; 30-QĐ/TW Điều 35"
    assert after.cited == "Điều lệ Đảng Điều 35.2; 69-QĐ/TW Điều 7; 296-QĐ/TW Điều 9"


def test_a_hit_leaves_as_plain_values_with_iso_dates():
    answer = law.rule("authority.chi_bo.decide", on=date(2022, 1, 1)).as_json()

    assert answer["value"]["forms"] == ["khien_trach", "canh_cao"]
    assert answer["citation"] == "22-QĐ/TW Điều 11"
    proposal = law.rule("complaint.window", on=date(2026, 5, 1)).as_json()["proposals"][2]
    assert (proposal["from"], proposal["to"]) == ("2025-05-30", "2026-04-10")


def test_an_unknown_id_names_the_nearest_ones():
    with pytest.raises(law.UnknownRule, match=r"complaint\.window"):
        law.rule("complaint.windw", on=date(2025, 6, 1))


def test_the_same_question_is_answered_from_memory():
    first = law.rule("complaint.window", on=date(2025, 6, 1))

    assert law.rule("complaint.window", on=date(2025, 6, 1)) is first


def test_another_law_may_be_asked_within_a_block(book):
    without = next(mutations(book, "complaint.window@2025-05-30")).book

    with law.using(without):
        assert law.rule("complaint.window", on=date(2025, 6, 1)).state == "unknown"

    assert law.rule("complaint.window", on=date(2025, 6, 1)).state == "known"


def test_a_value_read_from_a_file_cannot_be_changed():
    hit = law.rule("authority.chi_bo.decide", on=date(2022, 1, 1))

    with pytest.raises(TypeError):
        hit.value["mode"] = "none"
    assert thawed(hit.value)["mode"] == "decide"


# Confidence is a switch


@pytest.mark.parametrize(
    ("rule", "on", "force"),
    [
        ("right.heard.before_meeting", date(2025, 6, 1), "hard"),
        ("complaint.window", date(2025, 6, 1), "releasable"),
        ("complaint.window", date(2026, 5, 1), "ask"),
        ("authority.ubkttw", date(2025, 6, 1), "ask"),
    ],
)
def test_confidence_decides_how_hard_a_rule_binds(rule, on, force):
    assert law.rule(rule, on=on).force == force


def test_a_guard_read_in_one_text_may_be_released_with_a_document(document):
    release = law.Release(document, by="Chủ nhiệm")

    hit = law.rule("authority.chi_bo.propose.heavy", on=date(2025, 6, 1), release=release)

    assert hit.force == "released"
    assert hit.as_json()["settled_by"]["document"]["clause"] == "Điều 9 khoản 4"


def test_a_confirmed_rule_is_never_released(document):
    with pytest.raises(law.NotAllowed, match="không thuộc loại được phép"):
        law.rule("form.organisation", on=date(2025, 6, 1), release=law.Release(document, by="x"))


def test_an_answer_fills_an_unknown_value_for_one_case_only(document):
    answer = law.Answer(30, "working_day", document, by="Cán bộ kiểm tra")

    hit = law.rule("complaint.window", on=date(2026, 5, 1), asked=answer)

    assert (hit.state, hit.value, hit.unit, hit.force) == ("known", 30, "working_day", "answered")
    assert law.rule("complaint.window", on=date(2026, 5, 1)).state == "unknown"


def test_what_the_law_already_says_is_not_asked_again(document):
    with pytest.raises(law.NotAllowed, match="đã có quy định"):
        law.rule(
            "complaint.window",
            on=date(2025, 6, 1),
            asked=law.Answer(5, "day", document, by="x"),
        )


def test_nothing_releases_the_secret_ballot(document):
    with pytest.raises(law.NotAllowed, match="bảo đảm tối thiểu"):
        law.rule(
            "vote.discipline.ballot", on=date(2025, 6, 1), release=law.Release(document, by="x")
        )


def test_no_answer_takes_away_a_guarantee_of_the_floor(document):
    with pytest.raises(law.NotAllowed, match="bảo đảm tối thiểu"):
        law.rule(
            "right.heard.member",
            on=date(2026, 5, 1),
            asked=law.Answer(False, None, document, by="x"),
        )


def test_only_a_row_of_the_law_makes_an_exception_to_the_floor(book):
    assert book.floor_exceptions["phieu_kin"] == ("criminal.direct_expulsion",)
    assert "proceed_without_accused" in book.floor_exceptions["tu_kiem_diem"]


def test_the_floor_names_the_six_promises(book):
    assert set(book.floor) == {
        "thong_bao",
        "tu_kiem_diem",
        "trinh_bay_y_kien",
        "phieu_kin",
        "nhan_quyet_dinh",
        "khieu_nai",
    }


# Localities


def test_a_local_rule_holds_only_in_its_locality():
    everywhere = law.rule("inspection.duration.chi_bo", on=date(2026, 1, 1))
    there = law.rule("inspection.duration.chi_bo", on=date(2026, 1, 1), layer="lao_cai")

    assert (everywhere.state, everywhere.proposals[0].layer) == ("unknown", "lao_cai")
    assert (there.value, there.layer) == (30, "lao_cai")
    assert there.key == "inspection.duration.chi_bo@2025-08-26@lao_cai"


def test_a_locality_without_its_own_rule_follows_the_country():
    assert law.rule("complaint.window", on=date(2025, 6, 1), layer="lao_cai").value == 30
