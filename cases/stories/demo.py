"""Matters to try the product on: supervisions left at different points, dated back from today."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

from cases.models import Case, Subject
from cases.stories.teller import Teller
from registry.models import Body, Organisation, Person
from registry.provinces import Province

Deed = Callable[[], object]


@dataclass(frozen=True)
class Committee:
    """An inspection committee at work: who prepares, signs and numbers, and who goes out as its team."""

    body: Body
    officer: Person
    chair: Person
    clerk: Person
    lead: Person
    secretary: Person
    member: Person
    present: tuple[Person, ...]

    @classmethod
    def of(cls, province: Province) -> Committee:
        """The committee of the sample province."""
        names = ("canbo", "chunhiem", "vanthu", "phochunhiem", "uyvien", "uyvien2")
        people = [province.people[name] for name in names]
        present = (people[1], *people[3:], province.people["uyvien3"])
        return cls(province.bodies["ubkt"], *people, present)


@dataclass
class Matter:
    """One supervision of the demo: which organisation, about what, begun how many days ago.

    `found` is what the team finds, `faults` what the conclusion is drafted to say.
    """

    subject: str
    theme: str
    begun: int
    until: str
    found: str = "còn thiếu sót trong ghi chép, theo dõi"
    faults: str = "Ghi chép, theo dõi còn thiếu sót."


MATTERS = (
    Matter("thon1", "việc quản lý đảng viên đi làm ăn xa", 60, "announce"),
    Matter("truong", "việc thực hiện quy chế dân chủ trong trường học", 44, "consider_result"),
    Matter("tram", "việc thu, nộp, quản lý đảng phí", 41, "open"),
    Matter("thon2", "việc chấp hành chế độ sinh hoạt chi bộ", 30, "verify"),
    Matter("hop", "việc lãnh đạo thực hiện nhiệm vụ chính trị", 6, "decide"),
    Matter("thon3", "việc thực hiện nghị quyết về xây dựng nông thôn", 4, "draft_decide"),
    Matter("hop", "việc ra nghị quyết và sinh hoạt chi bộ", 120, "close"),
)


def tell(province: Province, today: date) -> None:
    """Take every matter as far as its `until`, no day after `today`."""
    committee, folder = Committee.of(province), Path(mkdtemp(prefix="kiem-tra-demo-"))
    for matter in MATTERS:
        teller = Teller(lambda _line: None, folder)
        supervise(teller, committee, province.organisations[matter.subject], matter, today)


def supervise(
    teller: Teller, committee: Committee, place: Organisation, matter: Matter, today: date
) -> None:
    """Take one supervision of `place` as far as its `until`, no day after `today`."""
    for deed in deeds(teller, committee, place, matter, today):
        deed()


def deeds(
    teller: Teller, us: Committee, place: Organisation, matter: Matter, today: date
) -> Iterator[Deed]:
    """Yield the deeds of a supervision in their order, up to its `until`; each is done when called."""
    start = today - timedelta(days=matter.begun)
    officer, chair, clerk, lead = us.officer, us.chair, us.clerk, us.lead
    secretary, member = us.secretary, us.member
    period = {
        "period_from": f"{start.year - 1}-01-01",
        "period_to": f"{start - timedelta(days=30)}",
    }

    def day(after: int) -> date:
        return min(start + timedelta(days=after), today)

    session = {
        "place": f"Trụ sở {place.name}",
        "chair": f"{lead.full_name}, Trưởng đoàn",
        "attendance": f"{lead.full_name}, Trưởng đoàn\n{secretary.full_name}, Thư ký đoàn",
        "subject_side": f"Nguyễn Văn Thử, Bí thư {place.name}",
    }
    path: dict[str, Deed] = {
        "propose": lambda: teller.opens(
            "P1.CD", body=us.body, subjects=[place], by=officer, on=start,
            source="chuong_trinh_nam", theme=matter.theme, **period,
            reasons="Đơn vị có trong chương trình kiểm tra, giám sát năm.",
        ),
        "draft_decide": lambda: teller.takes(
            "draft_decide", by=officer, on=day(2), theme=matter.theme, **period, days=45, unit="day",
            team=[
                {"person": lead.pk, "role": "truong_doan"},
                {"person": secretary.pk, "role": "thu_ky_doan"},
                {"person": member.pk, "role": "thanh_vien_doan"},
            ],
        ),
        "decide": lambda: teller.takes("decide", by=chair, on=day(2)),
        "number": lambda: number(teller, clerk, day(2)),
        "prepare": lambda: teller.takes(
            "prepare", by=lead, on=day(3), outline="Tình hình chung.\nƯu điểm, hạn chế, nguyên nhân.",
            schedule="Tuần 1: triển khai\nTuần 2: nhận báo cáo\nTuần 3: làm việc",
            tasks=f"{lead.full_name}: chỉ đạo chung\n{secretary.full_name}: ghi biên bản, tổng hợp",
        ),
        "open": lambda: teller.takes(
            "open", by=lead, on=day(6), **session,
            proceedings="Công bố quyết định, kế hoạch; phổ biến đề cương; thông báo các quyền.",
        ),
        "receive_report": lambda: teller.takes(
            "receive_report", by=secretary, on=day(16), subject=1, number="05-BC/CB",
            summary="Báo cáo theo đề cương, kèm sổ sách.",
        ),
        "verify": lambda: teller.takes(
            "verify", by=secretary, on=day(20), **session, proceedings="Đối chiếu sổ sách với báo cáo.",
            opinions="Nguyễn Văn Thử: đã cung cấp đủ tài liệu.",
        ),
        "record_finding": lambda: teller.takes(
            "record_finding", by=lead, on=day(24), subject=1,
            content=f"Kết quả xem xét {matter.theme}: {matter.found}.",
        ),
        "draft": lambda: teller.takes("draft", by=lead, on=day(26), draft="Dự thảo báo cáo kết quả."),
        "confer": lambda: teller.takes(
            "confer", by=secretary, on=day(30), **session, opinions="Nguyễn Văn Thử: nhất trí với dự thảo.",
            conclusion="Hội nghị nhất trí với dự thảo báo cáo.",
        ),
        "finalise": lambda: teller.takes(
            "finalise", by=lead, on=day(34), strengths="Duy trì sinh hoạt nền nếp.",
            faults="Ghi chép, theo dõi còn thiếu sót.", causes="Phân công chưa rõ.",
            proposals="Nhắc nhở, yêu cầu khắc phục.",
        ),
        "consider_result": lambda: teller.takes(
            "consider_result", by=officer, on=day(38), present=len(us.present), yes=len(us.present),
            no=0, place="Trụ sở Đảng ủy xã",
            chair=f"{chair.full_name}, Chủ nhiệm", opinions="Các ủy viên: nhất trí.",
            attendance="\n".join(one.full_name for one in us.present),
            conclusion="Nhắc nhở, yêu cầu khắc phục.",
        ),
        "find_shortcoming": lambda: teller.takes(
            "find_shortcoming", by=chair, on=day(38), finding=1, grounds="Thiếu sót trong theo dõi.",
            demand="Bổ sung sổ theo dõi, báo cáo kết quả.", due=f"{day(38) + timedelta(days=20)}",
        ),
        "draft_conclude": lambda: teller.takes(
            "draft_conclude", by=officer, on=day(38), strengths="Duy trì sinh hoạt nền nếp.",
            faults=matter.faults, demands="Bổ sung sổ theo dõi.",
        ),
        "conclude": lambda: teller.takes("conclude", by=chair, on=day(39)),
        "number_notice": lambda: number(teller, clerk, day(39)),
        "announce": lambda: teller.takes(
            "announce", by=lead, on=day(42), **session, proceedings="Đơn vị tiếp thu thông báo kết quả."
        ),
        "receive_remedy": lambda: teller.takes(
            "receive_remedy", by=officer, on=day(55), demand=_demand(teller), number="07-BC/CB",
            summary="Chi bộ đã bổ sung sổ theo dõi.",
        ),
        "check_remedy": lambda: teller.takes(
            "check_remedy", by=officer, on=day(56), demand=_demand(teller), result="dat",
            note="Xem sổ theo dõi: đã bổ sung đủ.",
        ),
        "follow_up": lambda: teller.takes("follow_up", by=officer, on=day(56)),
        "close": lambda: teller.takes("close", by=secretary, on=day(58), archive="HS-GS-01"),
    }  # fmt: skip
    for name, deed in path.items():
        yield deed
        if name == matter.until:
            return


def supervision(province: Province, place: str) -> Case:
    """The supervision of that place which the sample committee opened first, whatever else is about it."""
    about = Subject.objects.filter(
        organisation=province.organisations[place], superseded_by=None,
        case__procedure="P1.CD", case__body=province.bodies["ubkt"],
    )  # fmt: skip
    return about.select_related("case").earliest("case_id").case


def _demand(teller: Teller) -> int:
    assert teller.case is not None
    return teller.case.filerows.get(kind="yeu_cau", superseded_by=None).number


def number(teller: Teller, clerk: Person, day: date) -> None:
    """The clerk gives every signed paper of the file its number."""
    assert teller.case is not None
    for held in teller.case.papers.filter(paper__state="da_ky").order_by("paper_id"):
        teller.takes("number_paper", by=clerk, on=day, paper=held.paper_id)
