"""The periodic report on paper: figures as they were filed, free words around them, and the nil report."""

from datetime import date
from subprocess import run

import pytest

from cases import services
from cases.models import RecordPaper
from cases.queries import papers_for
from cases.refused import StepRefused
from documents.printing import print_pending
from registry import offices
from registry.models import Person, Post
from reports.counted_models import Counted, What
from reports.filing import FileReport
from reports.periodic import standing
from reports.periods import month
from tests.desk.every_body import EveryBody
from workflows.outcomes import Violation

SEPTEMBER, OCTOBER, TODAY = month(2026, 9), month(2026, 10), date(2026, 11, 20)
WORDS = {
    "background": "Đã phân công ủy viên theo dõi từng chi bộ.", "strengths": "Đúng tiến độ.",
    "faults": "Một hồ sơ lập chậm.", "ahead": "Kiểm tra hai chi bộ còn lại.",
}  # fmt: skip


class Reporting:
    """A commune's inspection committee, with a chair, an officer and a clerk, under that of a province."""

    def __init__(self):
        self.world = EveryBody.lay()
        self.body = self.world.bodies["ubkt", "xa"]
        self.unit = self.body.organisation
        self.case = None

    def who(self, position, place="xa"):
        held = Post.objects.filter(body=self.world.bodies["ubkt", place], position=position)
        return held.order_by("pk").first().person

    def counts(self, what, number, **more):
        """So many members of October are counted so."""
        for n in range(number):
            person = Person.objects.create(full_name=f"Người Mẫu {what.name} {n}")
            day = date(2026, 10, 5)
            Counted.objects.create(
                what=what, person=person, day=day, since=day, unit=self.unit, level=self.unit.kind,
                body_kind="ubkt", **more,
            )  # fmt: skip

    def files(self, period, **said):
        chair = self.who("chu_nhiem")
        deed = FileReport(
            unit=self.unit, in_body=self.body, period=period, filed_by=chair, on=TODAY,
            document="Công văn số 2", **said,
        )  # fmt: skip
        return offices.record(deed, by=chair, today=TODAY)

    def begins(self, period):
        self.case = services.open_case(
            "BC", body=self.body, subjects=[], actor=self.who("kiem_tra_vien"), acted_on=TODAY, today=TODAY,
            inputs={"first_day": period.first, "last_day": period.last, "to": self.world.bodies["ubkt", "tinh"].pk},
        )  # fmt: skip

    def takes(self, step, position, **said):
        return services.take_step(
            self.case, step, actor=self.who(position), acted_on=TODAY, today=TODAY, inputs=said
        )

    def issues(self):
        """Written by the officer, signed by the chair and so numbered, printed."""
        self.takes("draft_report", "kiem_tra_vien", **WORDS)
        self.takes("report", "chu_nhiem")
        print_pending()
        return RecordPaper.objects.get(case=self.case).paper


@pytest.fixture
def reporting(db):
    return Reporting()


def figure(paper, part, what):
    """What the paper says there; raises StopIteration where it says nothing."""
    rows = paper.values["figures"]
    return next(
        row["figure"] for row in rows if (row["part"][: len(part)], row["what"]) == (part, what)
    )


def printed(paper):
    told = run(
        ["pdftotext", "-layout", "-", "-"],
        input=bytes(paper.print.pdf),
        capture_output=True,
        check=True,
    )
    return " ".join(told.stdout.decode().split())


def test_a_report_bears_the_figures_that_were_filed_and_goes_to_the_body_above(reporting):
    reporting.counts(What.INSPECTED, 5, marks=["vi_pham"], outcome=Violation.BELOW.value)
    reporting.counts(What.INSPECTED, 7)
    reporting.counts(What.SUPERVISED, 3)
    reporting.begins(OCTOBER)
    with pytest.raises(StepRefused, match="01/10/2026 đến ngày 31/10/2026 chưa chốt"):
        reporting.takes("draft_report", "kiem_tra_vien", **WORDS)
    filed = reporting.files(OCTOBER)
    reporting.counts(What.SUPERVISED, 40)  # what is put right later changes no filed figure

    paper = reporting.issues()

    main = "Số liệu chính"
    assert figure(paper, main, "Kiểm tra: Lượt đảng viên được kiểm tra") == "12"
    assert figure(paper, main, "Kiểm tra: Có vi phạm") == "5"
    assert figure(paper, main, "Kiểm tra: Tỷ lệ có vi phạm") == "41,67%"
    assert figure(paper, main, "Giám sát: Lượt đảng viên được giám sát") == "3"
    assert figure(paper, "Tiếp nhận", "Tổng số") == "0"
    borne = [row["figure"] for row in paper.values["figures"]]
    kept = {table["code"]: table for table in filed.figures["tables"]}
    assert borne == [
        text for code in ("so-lieu-chinh", "don-thu", "ho-so")
        for _row, _head, texts in kept[code]["rows"] for text in texts
    ]  # fmt: skip
    assert paper.number_text == "01-BC/UBM"
    said = printed(paper)
    assert "thi hành kỷ luật đảng tháng 10 năm 2026" in said
    assert "Đã phân công ủy viên theo dõi từng chi bộ." in said
    assert "ubkt tinh mẫu" in said
    reporting.takes("close", "kiem_tra_vien", archive="BC-10/2026", retention="vinh_vien")
    above, stranger = (
        reporting.who("kiem_tra_vien", "tinh"),
        reporting.who("kiem_tra_vien", "co_so"),
    )
    assert papers_for(above, TODAY).filter(paper=paper).exists()
    assert not papers_for(stranger, TODAY).filter(paper=paper).exists()


def test_where_nothing_arose_the_report_says_so(reporting):
    reporting.files(SEPTEMBER, nothing=True)
    reporting.begins(SEPTEMBER)

    paper = reporting.issues()

    assert "figures" not in paper.values
    assert "tháng 9 năm 2026 không phát sinh cuộc kiểm tra, giám sát" in printed(paper)
    assert standing(reporting.unit.pk, OCTOBER.first, OCTOBER.last) is None
