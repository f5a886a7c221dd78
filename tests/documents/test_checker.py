"""The checker finds nothing on our papers, and names each fault planted in them."""

import io
from datetime import date

import pikepdf
import pytest
from weasyprint import HTML

from documents.checker import OF_ANY_FILE, OF_OUR_OWN, check
from documents.drafting import draft
from documents.kinds import SUPERVISION_PLAN
from documents.pages import Issue, page_of
from documents.press import press
from documents.proofs import Proof, Source
from documents.samples import sample_body, sample_values

ON = date(2026, 9, 8)


@pytest.fixture(scope="module")
def source():
    drafted = draft(
        SUPERVISION_PLAN, sample_values(SUPERVISION_PLAN, ON), body=sample_body(), on=ON
    )
    issue = Issue(ON, number=3)
    page = page_of(drafted.kind, drafted.layout, drafted.values, issue)
    return Source(drafted.kind, drafted.layout, issue, page)


def faults_of(source, change):
    """The names of the checks that find fault after (old, new) is planted in the page."""
    assert change[0] in source.page
    proof = Proof(press(source.page.replace(*change)), source)
    return {fault.check for fault in check("bản thử", proof)[1]}


def test_a_paper_as_it_should_be_has_no_fault(source):
    made, faults = check("KH-01", Proof(press(source.page), source))

    assert made == len(OF_ANY_FILE) + len(OF_OUR_OWN)
    assert faults == []


STYLE = "</head>"
PLANTED = {
    "paper_is_a4": (STYLE, "<style>@page { size: 216mm 279mm }</style></head>"),
    "text_stays_within_margins": (STYLE, "<style>#o-6 { margin-left: -4mm }</style></head>"),
    "title_rule_is_as_long_as_the_title": (
        STYLE,
        "<style>#o-1 span { padding-right: 4mm }</style></head>",
    ),
    "sizes_and_faces_are_official": (STYLE, "<style>#o-1 { font-size: 13pt }</style></head>"),
    "page_numbers_start_on_the_second_page": (
        STYLE,
        "<style>@page :first { @top-center { content: counter(page) !important } }</style></head>",
    ),
    "nothing_is_left_unfilled": ("I- MỤC ĐÍCH", "I- MỤC … ĐÍCH"),
    "text_is_composed": ("MỤC ĐÍCH", "MU\u0323C ĐÍCH"),
    "number_has_its_form": ('<span id="o-3-gap">03</span>', '<span id="o-3-gap">3</span>'),
    "date_has_its_zeros": ("tháng 9 năm", "tháng 09 năm"),
    "recipients_stand_on_the_left": (
        STYLE,
        "<style>.foot .left { padding-left: 50mm }</style></head>",
    ),
    "paper_carries_no_hash": ("I- MỤC ĐÍCH", f"I- {'a1' * 32} MỤC ĐÍCH"),
    "every_word_is_there": ("Nhà văn hóa", "Nhà văn  hoá"),
    "numbers_stay_on_one_line": (
        STYLE,
        "<style>.kept { white-space: normal; display: inline-block; width: 8mm }</style></head>",
    ),
    "lines_of_recipients_are_parted_by_the_regime": ("(để báo cáo);", "(để báo cáo),"),
    "signature_is_not_alone": (
        STYLE,
        "<style>.foot { break-before: page !important }</style></head>",
    ),
}


@pytest.mark.parametrize("named", PLANTED)
def test_a_planted_fault_is_named(source, named):
    assert named in faults_of(source, PLANTED[named])


def test_a_font_of_the_machine_is_named():
    proof = Proof(HTML(string="<p>Văn bản in bằng phông khác.</p>").write_pdf())

    assert "only_the_paper_font" in {fault.check for fault in check("x.pdf", proof)[1]}


def test_a_missing_block_is_named(source):
    without = source.page.replace('data-block="muc-dich-yeu-cau"', "")
    proof = Proof(press(source.page), Source(source.kind, source.layout, source.issue, without))

    assert "required_blocks_are_there" in {fault.check for fault in check("bản thử", proof)[1]}


def test_an_untagged_file_is_named(source, tmp_path):
    with pikepdf.open(io.BytesIO(press(source.page))) as opened:
        del opened.Root.StructTreeRoot
        opened.save(tmp_path / "x.pdf")

    proof = Proof((tmp_path / "x.pdf").read_bytes())

    assert {fault.check for fault in check("x.pdf", proof)[1]} == {"file_is_tagged_and_archivable"}


def test_changed_bytes_are_named(source):
    proof = Proof(press(source.page) + b"\n", source)

    assert {fault.check for fault in check("bản thử", proof)[1]} == {
        "same_bytes_when_pressed_again"
    }
