"""The checker finds nothing on our papers, and names each fault planted in them: that one and no other."""

import io
from datetime import date
from functools import cache

import pikepdf
import pytest
from weasyprint import HTML

from documents import checker, press
from documents.checker import OF_ANY_FILE, OF_OUR_OWN, check
from documents.checks import date_has_its_zeros
from documents.drafting import draft
from documents.kinds import find
from documents.pages import Issue, page_of
from documents.proofs import Proof, Source
from documents.samples import sample_body, sample_values

ON = date(2026, 9, 8)
IN_2018 = date(2019, 2, 5)
pressed = cache(press.press)


@pytest.fixture(scope="module", autouse=True)
def _press_a_page_once():
    """The press is asked twice for the same bytes in test_press; here once will do."""
    patch = pytest.MonkeyPatch()
    patch.setattr(checker, "press", pressed)
    yield
    patch.undo()


@cache
def source(code="KH-01", on=ON, **issue):
    """A sample paper of a kind, as its source."""
    kind = find(code)
    drafted = draft(kind, sample_values(kind, on), body=sample_body(kind), on=on)
    issue = Issue(on, **({"number": 3 if kind.numbered else None} | issue))
    return Source(kind, drafted.layout, issue, page_of(kind, drafted.layout, drafted.values, issue))


def changed(paper, old, new):
    """The same paper with words of its page exchanged, where they are found first."""
    assert old in paper.page
    return Source(paper.kind, paper.layout, paper.issue, paper.page.replace(old, new, 1))


def styled(paper, rule):
    """The same paper with one more rule of style."""
    return changed(paper, "</head>", f"<style>{rule}</style></head>")


def faults_of(paper, pdf=None):
    return {fault.check for fault in check("bản thử", Proof(pdf or pressed(paper.page), paper))[1]}


def faults_of_file(pdf):
    """What is found in a file of which nothing is known."""
    return {fault.check for fault in check("x.pdf", Proof(pdf))[1]}


@pytest.mark.parametrize(
    ("code", "on", "issue"),
    [
        ("KH-01", ON, {}),
        ("KH-01", IN_2018, {"two_sided": True}),
        ("QD-01", ON, {"number": None, "day_known": False, "draft_round": 2}),
        ("BC-02", ON, {"two_sided": True}),
        ("TT-02", IN_2018, {}),
        ("KH-01.CB", ON, {}),
    ],
)
def test_a_paper_as_it_should_be_has_no_fault(code, on, issue):
    paper = source(code, on, **issue)

    made, faults = check(code, Proof(pressed(paper.page), paper))

    assert made == len(OF_ANY_FILE) + len(OF_OUR_OWN)
    assert faults == []


#: Faults of a page: the check that must name each, the paper it is planted in, and what is changed.
PLANTED = [
    # Where things stand
    (
        "paper_is_a4",
        styled(source(), "@page { size: 210mm 300mm; margin-bottom: 23mm }"),
    ),
    ("text_stays_within_margins", styled(source(), "#o-6 { margin-left: -4mm }")),
    ("text_stays_within_margins", styled(source(), "#o-6 p { margin-right: -0.5mm }")),
    (
        "text_stays_within_margins",
        styled(
            source("BC-02", two_sided=True),
            "@page two-sided:left { margin: 20mm 15mm 20mm 30mm; @top-center { padding-right: 30mm } }",
        ),
    ),
    ("title_rule_is_as_long_as_the_title", styled(source(), "#o-1 span { padding-right: 0.4mm }")),
    ("title_rule_is_as_long_as_the_title", styled(source(), "#o-1 span { border: none }")),
    (
        "page_numbers_start_on_the_second_page",
        styled(source(), "@page :first { @top-center { content: counter(page) !important } }"),
    ),
    (
        "page_numbers_start_on_the_second_page",
        styled(source(), "@page { @top-center { padding-top: 13mm } }"),
    ),
    (
        "page_numbers_start_on_the_second_page",
        styled(source(), "@page { @top-center { padding-left: 20mm } }"),
    ),
    ("recipients_stand_on_the_left", styled(source(), ".foot .left { padding-left: 50mm }")),
    ("signature_is_not_alone", styled(source(), ".foot { break-before: page !important }")),
    ("lines_are_led_as_the_regime_says", styled(source(), "#o-6 p { line-height: 23pt }")),
    (
        "lines_are_led_as_the_regime_says",
        styled(source(on=IN_2018), "#o-6 p { line-height: 17pt }"),
    ),
    # How things are set
    ("components_have_their_type", styled(source(), "#o-2b { font-weight: normal }")),
    ("components_have_their_type", styled(source(), "#o-2a { font-size: 13pt }")),
    ("components_have_their_type", styled(source(), "#o-5a-abstract { font-size: 13pt }")),
    ("components_have_their_type", styled(source(), "#o-7b { font-style: italic }")),
    ("components_have_their_type", styled(source("CV-01"), "#o-5b { font-size: 14pt }")),
    ("text_has_its_size", styled(source(), "#o-6 p { font-size: 11pt }")),
    ("position_is_upright", styled(source(), "#o-7a-post { font-weight: bold }")),
    (
        "recipients_heading_is_underlined",
        styled(source(), ".foot h4 { text-decoration: none !important }"),
    ),
    (
        "numbers_stay_on_one_line",
        styled(source("TB-01"), ".kept { white-space: normal } #o-6 p { margin-right: 39mm }"),
    ),
    # What is said
    ("nothing_is_left_unfilled", changed(source(), "I- MỤC ĐÍCH", "I- MỤC … ĐÍCH")),
    ("nothing_is_left_unfilled", changed(source(), "I- MỤC ĐÍCH", "I- {{ purpose }}")),
    ("nothing_is_left_unfilled", changed(source(), "I- MỤC ĐÍCH", "I- MỤC [ ] ĐÍCH")),
    ("text_is_composed", changed(source(), "MỤC ĐÍCH", "MU\u0323C ĐÍCH")),
    ("nothing_is_hyphenated", changed(source(), "MỤC ĐÍCH", "MỤC\u2011ĐÍCH")),
    ("number_has_its_form", changed(source(), "-KH/UBKTĐU", "/KH-UBKTĐU")),
    ("number_has_its_form", changed(source(number=None), ">Số <", ">Số: <")),
    ("number_and_day_are_those_given", changed(source(), 'gap">03<', 'gap">04<')),
    ("number_and_day_are_those_given", changed(source(), 'gap">08<', 'gap">09<')),
    ("number_and_day_are_those_given", changed(source(), 'gap">03<', 'gap"><')),
    ("date_has_its_zeros", changed(source(), "tháng 9 năm", "tháng 09 năm")),
    ("date_has_its_zeros", changed(source(), "tháng 9 năm", "tháng 13 năm")),
    ("dates_in_the_text_have_their_zeros", changed(source(), "MỤC ĐÍCH", "ĐÍCH 5/9/2026")),
    ("dates_in_the_text_have_their_zeros", changed(source(), "MỤC ĐÍCH", "ĐÍCH 05/09/2026")),
    ("paper_carries_no_hash", changed(source(), "I- MỤC ĐÍCH", f"{'a1' * 20} MỤC ĐÍCH")),
    ("paper_bears_no_secrecy_mark", changed(source(), "MỤC ĐÍCH", "TỐI MẬT")),
    ("every_word_is_there", styled(source(), "#o-7b { text-transform: uppercase }")),
    ("every_word_is_there", styled(source(), "#o-6 h2 { display: none }")),
    (
        "required_blocks_are_there",
        changed(source(), 'data-block="muc-dich-yeu-cau"', ""),
    ),
    (
        "lines_of_recipients_are_parted_by_the_regime",
        changed(source(), "(để báo cáo);", "(để báo cáo),"),
    ),
    (
        "lines_of_recipients_are_parted_by_the_regime",
        changed(source(on=IN_2018), "(để báo cáo),", "(để báo cáo);"),
    ),
    (
        "lines_of_recipients_are_parted_by_the_regime",
        changed(source(), "(để báo cáo);", "(để báo cáo)"),
    ),
    (
        "grounds_end_as_the_regime_says",
        changed(source("QD-01"), "Cộng sản Việt Nam;", "Cộng sản Việt Nam,"),
    ),
    (
        "grounds_end_as_the_regime_says",
        changed(
            source("QD-01"), "của Ủy ban Kiểm tra Đảng ủy xã Mẫu Thượng,</p>", "của Ủy ban,;</p>"
        ),
    ),
    (
        "grounds_name_only_instruments",
        changed(source("QD-01"), "Căn cứ Điều lệ", "Căn cứ phiên bản Điều lệ"),
    ),
    (
        "petition_is_addressed_as_the_regime_says",
        changed(source("TT-02"), "Kính trình:", "Kính gửi:"),
    ),
    (
        "petition_is_addressed_as_the_regime_says",
        changed(source("TT-02", IN_2018), "Kính gửi:", "Kính trình:"),
    ),
    ("abstract_is_followed_by_five_hyphens", changed(source(), "-----", "---")),
    ("kind_is_one_its_issuer_may_issue", changed(source("KH-01.CB"), "-KH/CB", "-HD/CB")),
    # Who signs
    ("position_names_no_organ", changed(source(), ">CHỦ NHIỆM<", ">CHỦ NHIỆM ỦY BAN KIỂM TRA<")),
    ("position_names_no_organ", changed(source("QD-04"), ">BÍ THƯ<", ">BÍ THƯ ĐẢNG ỦY<")),
    (
        "nobody_signs_for_all_and_in_anothers_stead",
        changed(
            source(),
            '<p id="o-7a-post">',
            '<p class="authority">K/T CHỦ NHIỆM</p><p id="o-7a-post">',
        ),
    ),
    # What the file may do
    (
        "file_reaches_nothing_outside",
        changed(source(), "MỤC ĐÍCH", '<a href="https://example.org/">MỤC ĐÍCH</a>'),
    ),
]


@pytest.mark.parametrize(
    ("named", "paper"), PLANTED, ids=[f"{name}-{at}" for at, (name, _) in enumerate(PLANTED)]
)
def test_a_planted_fault_is_named_and_nothing_else(named, paper):
    assert faults_of(paper) == {named}


def of_opened(change, **saved):
    """The bytes of a good paper after `change` of its objects."""
    with pikepdf.open(io.BytesIO(pressed(source().page))) as opened:
        change(opened)
        opened.save(out := io.BytesIO(), **saved)
    return out.getvalue()


def _attach(pdf):
    pdf.attachments["du-lieu.txt"] = b"mot tep kem theo"


def _run(pdf):
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _without_its_font(pdf):
    for font in pdf.pages[0].resources.Font.values():
        del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def _with_a_picture(pdf):
    raw = pikepdf.Stream(pdf, b"\x00" * 12, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    raw.update(
        {"/Width": 2, "/Height": 2, "/ColorSpace": pikepdf.Name.DeviceRGB, "/BitsPerComponent": 8}
    )
    pdf.pages[0].resources.XObject = pikepdf.Dictionary(QR=pdf.make_indirect(raw))
    pdf.pages[0].contents_add(b"q 40 0 0 40 300 60 cm /QR Do Q")


def _tags_of_nothing(pdf):
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/P":
            one.S = pikepdf.Name.Span


#: Faults of a file: the check that must name each, and what is done to the file of a good paper.
PLANTED_IN_FILES = [
    ("file_is_tagged_and_archivable", lambda pdf: pdf.Root.__delitem__("/StructTreeRoot")),
    ("file_is_tagged_and_archivable", lambda pdf: pdf.Root.__delitem__("/Lang")),
    ("file_is_tagged_and_archivable", lambda pdf: pdf.Root.__delitem__("/MarkInfo")),
    ("file_is_tagged_and_archivable", lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    ("structure_says_what_is_what", _tags_of_nothing),
    (
        "metadata_dates_are_equal",
        lambda pdf: pdf.docinfo.__setitem__("/ModDate", "D:20260908000001+07'00"),
    ),
    ("metadata_dates_are_equal", lambda pdf: pdf.docinfo.__delitem__("/CreationDate")),
    ("fonts_are_embedded_and_searchable", _without_its_font),
    ("file_reaches_nothing_outside", _attach),
    ("file_reaches_nothing_outside", _run),
    ("paper_carries_no_picture", _with_a_picture),
]


@pytest.mark.parametrize(
    ("named", "change"),
    PLANTED_IN_FILES,
    ids=[f"{name}-{at}" for at, (name, _) in enumerate(PLANTED_IN_FILES)],
)
def test_a_fault_planted_in_a_file_is_named_and_nothing_else(named, change):
    assert faults_of_file(of_opened(change)) == {named}


def test_a_locked_file_is_named():
    locked = of_opened(lambda _pdf: None, encryption=pikepdf.Encryption(owner="mot", user=""))

    assert faults_of_file(locked) == {"file_is_tagged_and_archivable"}


def test_an_official_part_in_another_size_is_named_in_a_file_of_unknown_origin():
    assert faults_of_file(pressed(styled(source(), "#o-1 { font-size: 13pt }").page)) == {
        "sizes_and_faces_are_official"
    }


def test_a_font_that_is_not_that_of_papers_is_named():
    paper = changed(source(), "MỤC ĐÍCH", "<b><i>MỤC ĐÍCH</i></b>")
    with pikepdf.open(io.BytesIO(pressed(paper.page))) as opened:
        for font in opened.pages[0].resources.Font.values():
            if str(font.BaseFont).endswith("Bold-Italic"):
                inner = font.DescendantFonts[0]
                other = pikepdf.Name("/ABCDEF+Times-New-Roman-Bold-Italic")
                font.BaseFont = inner.BaseFont = inner.FontDescriptor.FontName = other
        opened.save(out := io.BytesIO())

    assert faults_of_file(out.getvalue()) == {"only_the_paper_font"}


def test_a_font_of_the_machine_is_named():
    machine = HTML(string="<p>Văn bản in bằng phông khác.</p>").write_pdf()

    assert "only_the_paper_font" in faults_of_file(machine)


def test_changed_bytes_are_named():
    paper = source()

    assert faults_of(paper, pressed(paper.page) + b"\n") == {"same_bytes_when_pressed_again"}


def test_every_check_has_a_fault_planted_against_it():
    by_hand = {
        "sizes_and_faces_are_official", "only_the_paper_font", "same_bytes_when_pressed_again",
    }  # fmt: skip
    planted = {name for name, _ in [*PLANTED, *PLANTED_IN_FILES]} | by_hand

    assert planted == {one.__name__ for one in (*OF_ANY_FILE, *OF_OUR_OWN)}


def test_a_title_rule_within_its_tolerance_is_right():
    assert faults_of(styled(source(), "#o-1 span { padding-right: 0.2mm }")) == set()


def test_the_front_is_no_secret():
    assert faults_of(changed(source(), "MỤC ĐÍCH", "MẶT TRẬN, BẢO MẬT")) == set()


@pytest.mark.parametrize("on", [date(2026, 10, day) for day in range(1, 10)])
def test_days_below_ten_have_their_zero(on):
    assert f'gap">0{on.day}<' in source("KH-01", on).page


@pytest.mark.parametrize("month", range(1, 13))
def test_only_the_first_two_months_have_a_zero(month):
    paper = source("KH-01", date(2027, month, 9))
    written = f"{month:02d}" if month < 3 else f"{month}"
    other = f"{month}" if month < 3 or month > 9 else f"{month:02d}"

    right = Proof(pressed(paper.page))
    wrong = Proof(pressed(changed(paper, f"tháng {written} năm", f"tháng {other} năm").page))

    assert f"ngày 09 tháng {written} năm 2027" in " ".join(line.text for line in right.lines)
    assert list(date_has_its_zeros(right)) == []
    assert bool(list(date_has_its_zeros(wrong))) is (written != other)
