"""Continuous supervision: assigned, observed, reported, reminded; nobody is notified case by case."""

from cases import services
from cases.models import RecordPaper
from cases.queries import visible_to
from documents.printing import print_pending
from tests.cases.supervision import TODAY, ago, lay_province, refused


def test_a_year_of_watching_one_cell(db):
    province = lay_province()
    officer, chair, clerk = (province.people[name] for name in ("canbo", "chunhiem", "vanthu"))
    period = {"area": "Chi bộ thôn Thử Hai", "period_from": "2026-01-01", "period_to": "2026-12-31"}

    def take(step, by, on=TODAY, **said):
        return services.take_step(case, step, actor=by, acted_on=on, inputs=said, today=TODAY)

    case = services.open_case(
        "P1.TX", body=province.bodies["ubkt"], subjects=[province.organisations["thon2"]],
        actor=officer, acted_on=ago(50), inputs=period, today=TODAY,
    )  # fmt: skip
    take("draft_assign", officer, ago(49), **period, assigned=officer.pk)
    take("assign", chair, ago(48))
    (assignment,) = RecordPaper.objects.filter(case=case)
    take("number_paper", clerk, ago(48), paper=assignment.paper_id)
    take("observe", officer, ago(20), way="truc_tiep", proceedings="Dự sinh hoạt chi bộ tháng 10.")
    take(
        "report",
        officer,
        ago(5),
        strengths="Nền nếp.",
        faults="Ghi biên bản sơ sài.",
        proposals="Nhắc nhở.",
    )
    take("draft_remind", officer, ago(4), faults="Ghi biên bản sơ sài.", demands="Ghi đủ ý kiến.")
    take("remind", chair, ago(3))
    letter = RecordPaper.objects.get(case=case, paper__kind="CV-01.NN")
    take("number_paper", clerk, ago(3), paper=letter.paper_id)
    take("resume", officer, ago(2))
    take(
        "report",
        officer,
        ago(1),
        strengths="Đã ghi đủ.",
        faults="Không.",
        proposals="Kết thúc theo dõi.",
    )
    with refused("chưa lấy số hoặc chưa in"):
        take("close", officer, archive="TX-03/2026")
    print_pending()
    take("close", officer, TODAY, archive="TX-03/2026")

    case.refresh_from_db()
    letter.paper.refresh_from_db()
    assert case.stage == "ket_thuc"
    assert letter.paper.number_text == "01-CV/UBKTĐU"
    assert not visible_to(province.people["bithu"], TODAY).exists()
