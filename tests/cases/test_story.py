"""The told matters, compared with their table: dates, numbers, outcomes, papers."""

import json
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

import pypdfium2
import pytest
from django.core.management import call_command

import law
from cases.models import Case, FileRow, RecordPaper, StepRecord
from config import accounts
from documents.models import Paper
from documents.wording import figures
from registry.models import Organisation
from reports.counted_models import Counted, What
from reports.counting import keeping
from reports.form import get
from reports.periods import Kind, within_year
from reports.scopes import scope
from reports.tables import fill
from tests import campaign, databases
from tests.config.test_accounts import beside_its_seeds

#: Story (a), part A: the day of each deed and the numbers it gave.
A = [
    ("propose", date(2017, 6, 12), []),
    ("consider_proposal", date(2017, 6, 15), []),
    ("decide", date(2017, 6, 15), ["03-QĐ/UBKTĐU", "04-KH/UBKTĐU"]),
    ("prepare", date(2017, 6, 15), []),
    ("open", date(2017, 6, 20), []),
    ("receive_report", date(2017, 6, 30), []),
    ("verify", date(2017, 7, 7), []),
    ("draft", date(2017, 7, 14), []),
    ("confer", date(2017, 7, 21), []),
    ("finalise", date(2017, 7, 25), ["01-BC/ĐGS"]),
    ("consider_result", date(2017, 7, 28), []),
    ("find_shortcoming", date(2017, 7, 28), []),
    ("find_signs", date(2017, 7, 28), []),
    ("decide_to_inspect", date(2017, 7, 28), []),
    ("conclude", date(2017, 7, 28), ["06-TB/UBKTĐU"]),
    ("announce", date(2017, 8, 1), []),
    ("receive_remedy", date(2017, 9, 29), []),
    ("check_remedy", date(2017, 9, 29), []),
    ("follow_up", date(2017, 9, 29), []),
    ("close", date(2017, 9, 29), []),
]


#: Story (a), part B: the inspection of the sign that part A found.
B = [
    ("follow_up_sign", date(2017, 8, 8), []),
    ("decide", date(2017, 8, 8), ["04-QĐ/UBKTĐU", "05-KH/UBKTĐU"]),
    ("prepare", date(2017, 8, 8), []),
    ("open", date(2017, 8, 11), []),
    ("receive_explanation", date(2017, 8, 25), []),
    ("verify", date(2017, 9, 8), []),
    ("verify_further", date(2017, 9, 8), []),
    ("exchange", date(2017, 9, 15), []),
    ("confer", date(2017, 9, 22), []),
    ("finalise", date(2017, 9, 26), ["01-BC/ĐKT"]),
    ("consider_result", date(2017, 9, 28), []),
    ("ask_lower_body", date(2017, 9, 28), []),
    ("conclude", date(2017, 9, 29), ["07-TB/UBKTĐU"]),
    ("announce", date(2017, 10, 3), []),
]


#: Story (a), part C: the cell reprimands its member.
C = [
    ("take_up", date(2017, 10, 5), []),
    ("plan", date(2017, 10, 5), ["04-KH/CB"]),
    ("receive_self_criticism", date(2017, 10, 10), []),
    ("hear", date(2017, 10, 12), []),
    ("vote_to_decide", date(2017, 10, 18), []),
    ("compare_limitation", date(2017, 10, 18), []),
    ("decide", date(2017, 10, 20), ["01-QĐ/CB"]),
    ("hand_over", date(2017, 10, 23), []),
    ("report_up", date(2017, 10, 24), ["04-BC/CB"]),
    ("close_window", date(2017, 12, 5), []),
    ("record_lapse", date(2018, 10, 24), []),
]

#: Story (b), part A: a false degree is inspected on signs of violation.
D = [
    ("propose", date(2026, 1, 5), []),
    ("decide", date(2026, 1, 7), ["09-KH/UBKTĐU", "12-QĐ/UBKTĐU"]),
    ("open", date(2026, 1, 9), []),
    ("receive_explanation", date(2026, 1, 19), []),
    ("verify", date(2026, 1, 23), []),
    ("ask_to_verify", date(2026, 1, 23), ["07-CV/UBKTĐU"]),
    ("add_evidence", date(2026, 1, 30), []),
    ("exchange", date(2026, 2, 9), []),
    ("confer", date(2026, 2, 12), []),
    ("finalise", date(2026, 2, 25), ["01-BC/ĐKT"]),
    ("consider_result", date(2026, 2, 27), []),
    ("propose_up", date(2026, 2, 27), []),
    ("conclude", date(2026, 3, 2), ["10-TB/UBKTĐU"]),
    ("announce", date(2026, 3, 4), []),
    ("record_discipline", date(2026, 4, 3), []),
    ("close", date(2026, 4, 3), []),
]

#: Story (b), part B: three bodies propose, the standing committee expels.
E = [
    ("go_on", date(2026, 3, 4), []),
    ("present", date(2026, 3, 4), []),
    ("receive_self_criticism", date(2026, 3, 9), []),
    ("appraise", date(2026, 3, 18), []),
    ("hear", date(2026, 3, 20), []),
    ("vote_to_submit", date(2026, 3, 24), []),
    ("submit", date(2026, 3, 24), ["06-TTr/UBKTĐU", "08-BC/UBKTĐU"]),
    ("vote_to_decide", date(2026, 3, 27), []),
    ("compare_limitation", date(2026, 3, 27), []),
    ("decide", date(2026, 3, 30), ["31-QĐ/ĐU"]),
    ("hand_over", date(2026, 3, 30), []),
    ("notify", date(2026, 3, 31), ["15-CV/ĐU"]),
    ("deposit", date(2026, 4, 3), []),
]

#: Every secret ballot of the stories: day, base, present, the votes, what came of it, its arithmetic.
BALLOTS = [
    (date(2017, 10, 18), 16, 15, {"khong": 3, "khien_trach": 11, "canh_cao": 1}, "khien_trach",
     "2·11 = 22 > 16"),
    (date(2026, 3, 12), 12, 12, {"khai_tru": 9, "canh_cao": 2}, "khai_tru", "3·9 = 27 ≥ 24 = 2·12"),
    (date(2026, 3, 17), 9, 8, {"khai_tru": 7, "canh_cao": 1}, "khai_tru", "3·7 = 21 ≥ 18 = 2·9"),
    (date(2026, 3, 24), 5, 5, {"khai_tru": 4, "canh_cao": 1}, "khai_tru", "3·4 = 12 ≥ 10 = 2·5"),
    (date(2026, 3, 27), 9, 8, {"khai_tru": 7, "canh_cao": 1}, "khai_tru", "2·7 = 14 > 9"),
]  # fmt: skip

#: What the engine asked, and who answered: nothing else is asked in any story.
ASKED = {
    "vote.threshold.member.light": "Hà Thị Kiểm",
    "vote.base.members_meeting": "Hà Thị Kiểm",
    "limitation.member.reprimand": "Hà Thị Kiểm",
    "authority.cap_uy_tren_co_so": "Lý Thị Chủ",
}


@dataclass
class Told:
    """What one telling printed, and the folder it left its papers in."""

    text: str
    folder: Path


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker, tmp_path_factory):
    """The stories told once for all tests of this file."""
    folder, out = tmp_path_factory.mktemp("story"), StringIO()
    with django_db_blocker.unblock():
        call_command("story", to=folder, stdout=out)
        yield Told(out.getvalue(), folder)
        databases.renew_copy()


def told_as(table, case):
    """Whether each step of the table was taken once, on its day, and gave its numbers."""
    for step, day, numbers in table:
        record = StepRecord.objects.get(case=case, step=step)
        held = RecordPaper.objects.filter(record=record).order_by("paper__number_text")
        given = [p.paper.number_text for p in held if p.paper.number_text]
        assert (record.acted_on, given) == (day, numbers), step
    return True


def test_the_stories_are_told_as_they_are_written(told):
    lines = told.text.strip().splitlines()
    papers = list(told.folder.glob("*.pdf"))

    assert (
        lines[-1]
        == f"story: 6 matters, {StepRecord.objects.count()} steps, {len(papers)} papers, history verified"
    )
    assert len(papers) == Paper.objects.count()
    assert not any(" " in path.name for path in papers)
    assert all(path.read_bytes().startswith(b"%PDF") for path in papers)

    a = Case.objects.get(procedure="P1.CD", opened_on__year=2017)
    assert told_as(A, a)
    assert a.stage == "da_luu"
    assert [f.stage for f in a.findings.filter(superseded_by=None).order_by("number")] == [
        "c1",
        "dh",
    ]

    b = Case.objects.get(procedure="P3.DV", opened_on__year=2017)
    assert b.origin == a
    assert told_as(B, b)
    assert [f.stage for f in b.findings.filter(superseded_by=None)] == ["da_ky_luat"]
    discipline = Case.objects.get(procedure="P5.CB")
    assert discipline.origin == b
    assert told_as(C, discipline)
    assert discipline.stage == "het_hieu_luc"

    c = Case.objects.get(procedure="P1.CD", opened_on__year=2026)
    assert (c.opened_on, c.closed_on) == (date(2026, 9, 8), date(2026, 10, 30))
    assert [f.stage for f in c.findings.filter(superseded_by=None)] == ["c0"]
    layouts = {p.paper.layout for p in RecordPaper.objects.filter(case=c)}
    assert layouts == {"2026"}
    assert {p.paper.layout for p in RecordPaper.objects.filter(case=a)} == {"2018-gan-dung"}


def test_the_second_story_goes_from_signs_of_violation_to_expulsion(told):
    inspection = Case.objects.get(procedure="P3.DV", opened_on__year=2026)
    discipline = Case.objects.get(procedure="P5.DV")

    assert told_as(D, inspection)
    assert [f.stage for f in inspection.findings.filter(superseded_by=None)] == ["da_ky_luat"]
    assert discipline.origin == inspection
    assert told_as(E, discipline)
    assert discipline.stage == "da_cong_bo"
    proposals = StepRecord.objects.filter(case=discipline, step="send_proposal").order_by(
        "sequence"
    )
    numbers = [
        (record.acted_on, record.papers.get(paper__number__isnull=False).paper.number_text)
        for record in proposals
    ]
    assert numbers == [(date(2026, 3, 13), "03-BC/CB"), (date(2026, 3, 17), "04-TTr/ĐU")]
    assert {(s.person_id, s.role) for s in discipline.team.all()} == {
        (s.person_id, s.role) for s in inspection.team.all()
    }


def test_every_secret_ballot_is_counted_as_it_is_written(told):
    rows = FileRow.objects.filter(kind="bo_phieu").order_by("laid_by__acted_on")

    counted = [
        (row.laid_by.acted_on, row.facts["base"], row.facts["present"],
         {form: n for form, n in row.facts["votes"].items() if n}, row.facts["form"])
        for row in rows
    ]  # fmt: skip

    assert counted == [tuple(ballot[:5]) for ballot in BALLOTS]
    for row, (*_, arithmetic) in zip(rows, BALLOTS, strict=True):
        assert row.facts["arithmetic"][-1].endswith(arithmetic)
        assert not row.facts["differs"]


@pytest.mark.parametrize(
    ("procedure", "first", "last", "other"),
    [
        ("P5.CB", date(2017, 10, 24), date(2017, 12, 4), None),
        ("P5.DV", date(2026, 3, 31), date(2026, 4, 29), date(2026, 5, 14)),
    ],
)
def test_the_minutes_of_service_print_the_last_day_of_the_window(
    told, procedure, first, last, other
):
    case = Case.objects.get(procedure=procedure)
    minutes = RecordPaper.objects.get(case=case, paper__kind="BB-08").paper
    page = pypdfium2.PdfDocument(bytes(minutes.print.pdf))
    text = " ".join(page[n].get_textpage().get_text_range() for n in range(len(page)))

    assert minutes.values["complaint_starts"] == first.isoformat()
    assert minutes.values["complaint_ends"] == last.isoformat()
    assert figures(last) in " ".join(text.split())
    if other:
        clock = case.deadlines.get(name="khieu_nai")
        assert (clock.last_day, clock.explained["other_reading"]) == (last, other.isoformat())


def test_only_what_the_law_leaves_open_was_asked_and_the_line_says_who_answered(told):
    answers = StepRecord.objects.filter(step="answer_rule")

    assert {r.inputs["rule"]: r.actor.full_name for r in answers} == ASKED
    assert told.text.count("Hệ thống hỏi") == len(ASKED)
    assert "đã trả lời theo Quy chế làm việc 01-QC/ĐU" in told.text
    for rule in ASKED:
        assert law.rule(rule, on=date(2017, 10, 18)).confidence != "confirmed", rule


def test_the_decision_cites_what_held_that_day_and_nothing_later(told):
    decision = RecordPaper.objects.get(paper__number_text="31-QĐ/ĐU").paper
    grounds = " ".join(decision.values["grounds"])

    for cited in ("296-QĐ/TW", "69-QĐ/TW", "264-QĐ/TW", "01-QC/ĐU", "06-TTr/UBKTĐU", "27/3/2026"):
        assert cited in grounds
    for later in ("21-QĐ/TW", "208-QĐ/TW", "212-QĐ/TW", "05-HD/VPTW"):
        assert later not in json.dumps(decision.values, ensure_ascii=False)


def test_no_paper_of_2017_names_a_law_that_did_not_exist(told):
    words = json.dumps(
        [p.paper.values for p in RecordPaper.objects.filter(case__opened_on__year=2017)],
        ensure_ascii=False,
    )

    for later in ("684-QĐ", "102-QĐ", "02-HD/UBKTTW", "294-QĐ", " 22-QĐ/TW", "296-QĐ"):
        assert later not in words
    assert "86-QĐ/TW" in words


def test_every_line_of_a_step_names_day_office_rule_and_confidence(told):
    steps = [line for line in told.text.splitlines() if "[" in line]

    assert len(steps) == StepRecord.objects.count()
    known = ("one_text]", "confirmed]", "[đã trả lời theo")
    assert all(any(word in line for word in known) for line in steps)


def counted():
    """Every counted row without its number, in an order of its own."""
    columns = [f.attname for f in Counted._meta.concrete_fields if f.name != "id"]
    return sorted(map(str, Counted.objects.values_list(*columns)))


def test_the_statistics_count_what_the_stories_tell(told):
    keeping.refresh()

    units = Counted.objects.filter(what=What.DISCIPLINED)
    forms = dict(units.values_list("case__reference", "form"))
    assert set(forms.values()) == {"khien_trach", "khai_tru"}
    sign = Counted.objects.get(what=What.SUPERVISED, day=date(2017, 7, 28), until=None)
    assert {"dau_hieu", "chuyen_kiem_tra", "da_kiem_tra", "khuyet_diem"} <= set(sign.marks)
    inspected = Counted.objects.filter(what=What.SIGNS_INSPECTED, day__year=2017).order_by("since")
    assert [one.outcome for one in inspected] == ["dang_xem_xet", "da_ky_luat"]
    assert inspected[0].until == inspected[1].since
    left = Counted.objects.get(what=What.LEFT)
    assert (left.form, left.body.kind) == ("khai_tru", "btv")


def test_a_reprimand_for_an_unreported_journey_is_one_cell_of_form_by_content(told):
    keeping.refresh()
    of = scope(Organisation.objects.get(kind="tinh", code__startswith="ke-").pk, date(2026, 11, 20))
    year = within_year(Kind.YEAR, 2017)

    table = fill(get("hinh-thuc-noi-dung", year), year, of)

    assert table.figures["nd_khong_duoc", "khien_trach"] == table.figures["tong", "tong"] == 1


def test_the_counted_rows_are_made_again_from_nothing_but_the_records(told):
    keeping.refresh()
    before = counted()

    keeping.rebuild()

    assert counted() == before
    assert len(before) > 10


def test_a_file_is_counted_afresh_only_when_it_has_grown(told):
    keeping.refresh()
    untouched = set(Counted.objects.values_list("pk", flat=True))

    assert keeping.refresh()

    assert set(Counted.objects.values_list("pk", flat=True)) == untouched


def test_no_row_of_the_told_matters_is_without_its_entry(told):
    assert beside_its_seeds(accounts.unaccounted(), "mau_giang") == {}


@campaign.only
def test_told_twice_the_numbers_begin_again_in_a_province_of_its_own(told):
    call_command("story", to=told.folder / "lan-hai", stdout=StringIO())

    numbers = Paper.objects.filter(number_text="03-QĐ/UBKTĐU")
    assert numbers.count() == 2
    assert len({paper.body_id for paper in numbers}) == 2


def test_each_family_is_told_under_its_letter_and_has_a_page_with_pictures(told):
    lines = told.text.splitlines()

    for letter, first in (("a", "GS-2017-0001"), ("c", "GS-2026-0001")):
        at = next(n for n, line in enumerate(lines) if line.startswith(f"Vụ việc ({letter}): "))
        assert lines[at + 2].startswith(first)
        page = told.folder / f"{letter}.html"
        assert f"  ({letter}) {page}" in lines
        assert first in page.read_text(encoding="utf-8")
    assert list((told.folder / "anh").glob("*.png"))
