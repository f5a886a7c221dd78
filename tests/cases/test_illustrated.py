"""The illustrated page of a family of matters, made from its records: whole, in order, in words."""

import re
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from PIL import Image

from cases.models import Case, FileRow, RecordPaper, StepRecord
from cases.stories import a_inspection, a_supervision, illustrated
from cases.stories.illustrated.clocks import facts_of
from cases.stories.illustrated.filed import Filed
from cases.stories.illustrated.votes import votes_of
from cases.stories.teller import Teller
from cases.verification import verify
from desk.chromium import NARROW, OFFICE, chromium
from documents.pictures import WIDTH, pictures
from documents.states import State
from law import book
from permissions.roles import Relation, Role
from registry.models import Body, BodyKind, OrganisationKind, Position
from registry.provinces import load
from tests import databases
from tests.cases.test_asking import EXTENSION, SOURCE
from tests.desk.browser import visit
from workflows import catalogue
from workflows.facts import Facts, Finding, PaperFact, Row, Subject, Taken
from workflows.rows import RowKind
from workflows.stages import Phase

TITLE = "Một chuyến đi không báo cáo"


class Reading(HTMLParser):
    """What one reads on a page, what it loads, where it leads, and the places one can jump to."""

    def __init__(self, html: str):
        super().__init__()
        self.said: list[str] = []
        self.loads: list[str] = []
        self.leads: list[str] = []
        self.places: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.loads += [said["src"]] if "src" in said else []
        self.loads += [said["href"]] if tag == "link" else []
        self.leads += [said["href"]] if tag == "a" else []
        self.places += [said["id"]] if "id" in said else []
        self.said += [said["alt"]] if "alt" in said else []

    def handle_data(self, data):
        self.said.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.said).split())


@dataclass
class Told:
    """A family whose page lies in a folder."""

    cases: list[Case]
    page: Path
    reading: Reading = field(init=False)

    def __post_init__(self):
        self.reading = Reading(self.page.read_text(encoding="utf-8"))

    @property
    def records(self):
        return StepRecord.objects.filter(case__in=self.cases).order_by("case_id", "sequence")

    @property
    def papers(self):
        return RecordPaper.objects.filter(case__in=self.cases).select_related("paper__print")

    def beside(self, address: str) -> Path:
        return self.page.parent / unquote(address)


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker, tmp_path_factory):
    """A supervision and the inspection that followed, told once; the page is made from the records."""
    quiet = tmp_path_factory.mktemp("ke")
    with django_db_blocker.unblock():
        province = load("mau_giang", code="co-hinh")
        teller = Teller(lambda _line: None, quiet)
        a_supervision.tell(teller, province)
        a_inspection.tell(Teller(lambda _line: None, quiet), province, origin=teller.case)
        family = illustrated.family_of(Case.objects.get(pk=teller.case.pk))
        folder = tmp_path_factory.mktemp("trang")
        yield Told(family, illustrated.write(family, folder, "a", title=TITLE, sample=True))
        databases.renew_copy()


def _page_of(supervision, folder: Path, **said) -> Reading:
    page = illustrated.write([supervision.case], folder, "mot", **said)
    return Reading(page.read_text(encoding="utf-8"))


def test_every_step_stands_on_the_page_once_and_in_order(told):
    steps = [
        f"{record.case.reference}-{record.sequence}"
        for record in told.records.select_related("case")
    ]

    marked = [place for place in told.reading.places if re.fullmatch(r"[A-Z]+-\d+-\d+-\d+", place)]

    assert marked == steps
    assert told.page.read_text(encoding="utf-8").count('<li class="story-step') == len(steps)


def test_every_step_says_what_was_done_by_whom_and_when(told):
    for record in told.records.select_related("actor", "case"):
        step = catalogue.get(record.case.procedure).step(record.step)
        deed = f"{record.acted_on:%d/%m/%Y} {step.label} {record.actor.full_name} ,"

        assert deed in told.reading.text
        assert step.sentence in told.reading.text


def test_the_official_phases_follow_one_another_in_each_matter(told):
    phases = re.findall(r"Bước (chuẩn bị|tiến hành|kết thúc) , (\S+)", told.reading.text)

    assert [phase for phase, _ in phases] == [label.lower() for label in Phase.labels] * 2


def test_every_paper_is_shown_by_its_pages_and_leads_to_its_pdf(told):
    pictures = [address for address in told.reading.loads if address.endswith(".png")]
    pdfs = {address for address in told.reading.leads if address.endswith(".pdf")}

    assert len(set(pictures)) == sum(held.paper.print.pages for held in told.papers)
    for address in set(pictures):
        with Image.open(told.beside(address)) as picture:
            assert (picture.format, picture.width) == ("PNG", WIDTH)
            assert picture.convert("L").getextrema()[1] == 255
    assert len(pdfs) == told.papers.count()
    assert all(told.beside(address).read_bytes().startswith(b"%PDF") for address in pdfs)
    for held in told.papers:
        assert f"{held.paper.number_text} {held.paper.title}".strip() in told.reading.text


def test_the_page_needs_nothing_but_its_own_folder(told):
    assert told.reading.loads
    for address in told.reading.loads:
        assert told.beside(address).is_file(), address
    for address in told.reading.leads:
        assert address[1:] in told.reading.places or told.beside(address).is_file(), address


def test_every_verdict_shows_its_article_and_how_sure_we_are(told):
    for hit in (hit for record in told.records for hit in record.hits):
        sure = {"confirmed": "đã xác nhận", "one_text": "một văn bản"}[hit["confidence"]]

        assert re.search(
            rf"{re.escape(hit['label'])}\b[^·]*· {re.escape(hit['citation'])} {sure}",
            told.reading.text,
        ), hit


def test_votes_are_arithmetic(told):
    assert "Tổng số 5 , dự 5 5 tán thành 0 không tán thành 2·5 = 10 > 5" in told.reading.text


def test_a_secret_ballot_is_told_by_its_options_in_words():
    totals = {"phat_ra": 11, "thu_vao": 11, "hop_le": 11, "khong_hop_le": 0}
    facts = {
        "base": 11,
        "present": 11,
        "totals": totals,
        "votes": {"canh_cao": 8, "khong": 1, "khien_trach": 2},
        "form": "canh_cao",
        "arithmetic": ["cảnh cáo: 8; 2·8 = 16 > 11"],
    }

    [vote] = votes_of([FileRow(kind=RowKind.BALLOT, facts=facts)], None, date(2017, 10, 20))

    assert [name for name, _ in vote.counts] == ["không kỷ luật", "khiển trách", "cảnh cáo"]
    assert vote.arithmetic == ["cảnh cáo: 8; 2·8 = 16 > 11", "Kết quả: cảnh cáo"]
    assert vote.slips == "phát ra 11, thu vào 11, hợp lệ 11, không hợp lệ 0"
    assert vote.passes


def test_deadlines_explain_themselves_and_how_they_were_kept(told):
    text = told.reading.text

    assert (
        "Kết thúc làm việc theo kế hoạch: chậm nhất ngày 30/07/2017"
        " (tính từ 15/06/2017, ngày này không tính; thời gian 45 ngày; theo kế hoạch)" in text
    )
    assert "Báo cáo kết quả khắc phục: hạn 30/09/2017, xong trước hạn 1 ngày" in text


def test_the_end_tells_the_chains_and_the_law_that_is_not_confirmed(told):
    end = told.reading.text.partition("Mỗi bước để lại một bản ghi")[2]

    assert "nguyên vẹn" in end
    for case in told.cases:
        assert (
            f"{case.reference}: {case.records} bản ghi Mã băm của bản ghi cuối: {case.head}" in end
        )
    assert "1 quy định dùng trong câu chuyện này đã xác nhận" in end
    assert "Căn cứ của giám sát chuyên đề · 86-QĐ/TW; 30-QĐ/TW Điều 30, 32 một văn bản" in end
    assert not verify(Case.objects.filter(pk__in=[case.pk for case in told.cases])).faults


def test_no_stored_code_is_read_anywhere(told):
    enums = [Role, Relation, RowKind, Phase, State, BodyKind, OrganisationKind, Position]
    for code in ("P1.CD", "P3.DV"):
        procedure = catalogue.get(code)
        enums += [procedure.stage.enum, procedure.findings.stage.enum]
    codes = {value for enum in enums for value in enum.values if value} - {"xa", "ban"}  # words too
    codes |= {"one_text", "confirmed", "uncertain", "working_day", "P1.CD", "P3.DV"}
    codes |= {record.step for record in told.records if "_" in record.step} | set(book().rule_ids)

    words = set(re.findall(r"[\w.]+", told.reading.text))

    assert words & codes == set()
    assert not [word for word in words if "_" in word]


def test_any_files_can_be_told_open_ones_too_with_every_word_escaped(supervision, tmp_path):
    supervision.goes_to("open")
    Body.objects.filter(pk=supervision.case.body_id).update(name="Ủy ban <b>Kiểm tra</b> & Co")
    supervision.take(
        "reserve_opinion", by="canbo", subject=1, opinion="<script>alert(1)</script> tôi bảo lưu"
    )

    reading = _page_of(supervision, tmp_path)

    assert "<script>alert(1)</script> tôi bảo lưu" in reading.text
    assert "Ủy ban <b>Kiểm tra</b> & Co" in reading.text
    assert "Đã triển khai" in reading.text
    assert "Chưa in." in reading.text
    assert "mẫu" not in reading.text


def test_a_file_that_may_not_be_read_is_not_even_named(told):
    supervision, inspection = told.cases

    family = illustrated.family_of(inspection, among=Case.objects.filter(pk=inspection.pk))
    story = illustrated.story_of(family, lambda *_asked: ("", ()))

    assert illustrated.family_of(inspection) == illustrated.family_of(supervision) == told.cases
    assert [matter.reference for matter in story.matters] == [inspection.reference]
    assert story.matters[0].came_from == ""
    assert f"tiếp theo hồ sơ {supervision.reference}" in told.reading.text


def test_a_broken_chain_is_said_where_it_breaks(told):
    story = illustrated.story_of(told.cases, lambda *_asked: ("", ()))
    assert story.intact

    history = list(told.records)
    filed = Filed(told.cases[0], catalogue.get("P1.CD"), history[1:3], {}, {}, {}, [], [], {}, {})

    assert "sai thứ tự" in filed.fault()


def test_an_answer_to_the_law_names_its_document_and_a_sample_says_so(supervision, tmp_path):
    supervision.goes_to("open")
    supervision.take(
        "answer_rule", by="chunhiem", rule="inspection.extension", value="1/3", source=SOURCE
    )
    supervision.take("draft_extend", by="canbo", **EXTENSION)
    supervision.take("extend", by="chunhiem")
    named = "Văn bản số 12-QC/ĐU, ngày 15/01/2026, Điều 4"

    reading = _page_of(supervision, tmp_path, sample=True)

    assert reading.text.count(f"{named} (văn bản mẫu, đặt ra để minh họa)") >= 2
    assert "đã hỏi, có trả lời" in reading.text
    assert "trong đó gia hạn 10 ngày" in reading.text
    assert "inspection.extension" not in reading.text


def test_what_a_record_kept_of_its_facts_reads_back_as_the_same_facts():
    day = date(2026, 9, 1)
    finding = Finding(1, 1, "xem_xet")
    facts = Facts(
        "P1.CD", "da_de_xuat", day, day, day, day, "ubkt", "xa", 5,
        (Subject(1, False, 7),), (finding,), {"propose": Taken(day, day, 1)},
        (Row(1, "nguon", 1, 3, day, "propose", {"theme": "việc"}),),
        (PaperFact(1, "QD-01", "da_ky", "decide", None),), finding,
    )  # fmt: skip

    assert facts_of(facts.as_json()) == facts


@pytest.mark.browser
@pytest.mark.parametrize("screen", [OFFICE, NARROW], ids=["office", "narrow"])
def test_it_is_read_without_barriers_and_without_scrolling_sideways(told, screen):
    with (
        chromium() as browser,
        visit(browser, told.page.as_uri(), cookies=[], screen=screen) as seen,
    ):
        assert not seen.faults
        assert not seen.barriers()
        assert not seen.overflows(screen)


def test_a_picture_is_the_same_each_time(told):
    pdf = bytes(told.papers.first().paper.print.pdf)

    first, again = list(pictures(pdf)), list(pictures(pdf))

    assert first == again
    assert all(one.startswith(b"\x89PNG") for one in first)
