"""Files made to be looked for: each kind of thing in them carries a word that stands nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from tempfile import mkdtemp

from django.contrib.auth import get_user_model
from django.test import override_settings
from django.utils import timezone

from cases import exceptions, services
from cases.checking import Found
from cases.conformance.books import engine
from cases.emergency import open_in_emergency
from cases.models import (
    Attachment,
    Case,
    CheckRun,
    Conformance,
    ProposalTaken,
    Reorganisation,
    Subject,
)
from cases.obstacle_models import ForeignRead
from cases.stories.demo import Committee, Matter, supervise
from cases.stories.demo_discipline import ABSENCE, LAND, Cell, Inspection, discipline
from cases.stories.teller import Teller
from documents.models import Original
from documents.printing import print_pending
from permissions.exceptions import Purpose
from permissions.vault import services as vault
from permissions.vault.chain import Said
from permissions.vault.cipher import Identity
from permissions.vault.deeds import Deed
from permissions.vault.models import Envelope
from registry import offices
from registry.acting import AssignArea, Delegate
from registry.guidance.directives import EnterDirective
from registry.guidance.programme import PlanItem
from registry.guidance_models import ProgrammeItem
from registry.journeys.declaring import Declare
from registry.members.taking_in import TakeIn
from registry.models import FlagDecision, Person, Post
from registry.provinces import Province, load
from registry.reorganisation.plan import Line, LineKind, Target
from registry.statuses import home_of
from workflows.everyday.guided import FOLLOW

CODE, NAME = "soi", "soi_son"

#: The files, by short name: what each is, and at which level.
FILES = {
    "giam_sat_xa": "giám sát của cấp xã, dự thảo thông báo kết quả chờ ký, có trong kỳ họp đã mời",
    "giam_sat_tinh": "giám sát của cấp tỉnh, dự thảo thông báo kết quả chờ ký",
    "thong_bao_xa": "giám sát của cấp xã, đã thông báo kết quả",
    "kiem_tra_xa": "kiểm tra đảng viên của cấp xã, đã công bố, đang thẩm tra",
    "kiem_tra_moi": "kiểm tra đảng viên của cấp xã, quyết định còn chờ ký, chưa công bố",
    "ky_luat_chi_bo": "kỷ luật ở chi bộ, đã mời họp để biểu quyết",
}


#: Whose row of the member list is looked for by whoever stands before a file: its subject, or one of its unit.
MEMBERS = {
    "giam_sat_xa": "lang1",
    "giam_sat_tinh": "lang1",
    "thong_bao_xa": "ban4",
    "kiem_tra_xa": "lang1",
    "kiem_tra_moi": "lang2",
    "ky_luat_chi_bo": "ban4",
}

#: Kinds of thing that lie in some of the files only.
PLANTED = {
    "chung_cu": ("giam_sat_xa", "giam_sat_tinh", "thong_bao_xa", "kiem_tra_xa"),
    "trinh_bay": ("kiem_tra_xa",),
    "du_thao": ("giam_sat_xa", "giam_sat_tinh"),
    "to_cao": ("giam_sat_xa",),
    "don_thu": ("giam_sat_xa",),
    "ngoai_nuoc": ("kiem_tra_xa", "kiem_tra_moi", "ky_luat_chi_bo"),
    "doc_ke_khai": ("kiem_tra_xa", "kiem_tra_moi", "ky_luat_chi_bo"),
}
#: What the committee of the commune keeps beside its files.
KEPT_APART = ("to_cao", "danh_tinh", "don_thu")


def word(file: str, data: str) -> str:
    """The word planted in `file` for one kind of thing: no other text of the site holds it."""
    file = "phong_bi" if data in KEPT_APART else file
    return f"SOI.{file.upper()}.{data.upper()}"


@dataclass
class Laid:
    """The sample site of the check: its province, and its files by short name."""

    province: Province
    today: date
    files: dict[str, Case] = field(default_factory=dict)
    meeting: Case | None = None
    envelope: Envelope | None = None
    letter: Case | None = None
    plan: Reorganisation | None = None
    decision: FlagDecision | None = None
    item: ProgrammeItem | None = None


def lay(today: date) -> Laid:
    """Lay province, files, seats, loans and exceptions, as they stand on `today`; print what was issued."""
    laid = Laid(load(NAME, code=CODE), today)
    _accounts(laid.province)
    _members(laid)
    _supervisions(laid)
    _inspections(laid)
    _discipline(laid)
    _meeting(laid)
    _lent_and_followed(laid)
    _exceptions(laid)
    _envelope(laid)
    _letter(laid)
    _plan(laid)
    _declared(laid)
    _proposal(laid)
    _guided(laid)
    print_pending()
    _originals(laid)
    _looked_over(laid)
    return laid


def _looked_over(laid: Laid) -> None:
    """The nightly checkers have something to say of every file, and every file was decided again."""
    found = [
        vars(Found("ket", case.reference, "để soi", case.pk, case.body_id))
        for case in laid.files.values()
    ]
    CheckRun.objects.create(at=timezone.now(), found=found)
    Conformance.objects.bulk_create(
        Conformance(
            case_id=case.pk, engine=engine(), head=case.head, records=case.records, kept=0, count=0, deviations=[],
            decided=False,
        )
        for case in Case.objects.filter(pk__in=[one.pk for one in laid.files.values()])
    )  # fmt: skip


def _originals(laid: Laid) -> None:
    """Of the first numbered paper of each file the signed original lies in a cupboard, and its scan here."""
    for file, case in laid.files.items():
        held = case.papers.filter(paper__print__isnull=False, paper__number__isnull=False)
        first = held.select_related("paper__print", "paper__body").order_by("paper_id").first()
        if first is not None:
            keeper = laid.province.people["chu"]
            Original.objects.create(
                paper=first.paper, scan=b"%PDF", name=f"{word(file, 'van_ban')}.pdf", kind="application/pdf",
                sha256="ab" * 32, print_sha256=first.paper.print.sha256, compared_by=keeper,
                compared_on=laid.today, recorded_at=timezone.now(),
            )  # fmt: skip


def _guided(laid: Laid) -> None:
    """One supervision of the commune follows an item of its programme, which carries out a guiding document."""
    us, day = of_the_commune(laid), laid.today
    entering = EnterDirective(
        in_body=us.body, document="Chỉ thị số 02 (mẫu)", type="chi_thi", number="02 (mẫu)", issuer=us.body.name,
        dated=day, theme="Nền nếp sinh hoạt", first_day=day,
    )  # fmt: skip
    directive = offices.record(entering, by=us.chair, today=day)
    planning = PlanItem(
        in_body=us.body, document="01-CTr/UBKTĐU (mẫu)", year=day.year, type="giam_sat", theme="Nền nếp",
        first_month=1, last_month=12, responsible=us.officer, units=[laid.province.organisations["lang"]],
        directive=directive,
    )  # fmt: skip
    laid.item = offices.record(planning, by=us.chair, today=day)
    services.take_step(
        laid.files["giam_sat_xa"], FOLLOW, actor=us.officer, acted_on=day, inputs={"item": laid.item.pk},
        today=day,
    )  # fmt: skip


def _accounts(province: Province) -> None:
    """Everyone has an account, and nobody a password: they are signed in without the page."""
    for name, person in province.people.items():
        person.account = get_user_model().objects.create_user(f"{CODE}-{name}")
        person.save()


def holder_of(laid: Laid, file: str) -> Person | None:
    """The member a file is about; None for a file about an organisation."""
    about = Subject.objects.filter(case=laid.files[file], superseded_by=None)
    first = about.select_related("person").first()
    return first.person if first else None


def _declared(laid: Laid) -> None:
    """Each member of a file has declared a relation abroad, and somebody has read it."""
    for file in PLANTED["ngoai_nuoc"]:
        holder = holder_of(laid, file)
        assert holder is not None
        body = home_of(holder, laid.today)
        assert body is not None
        declaring = Declare(
            in_body=body, person=holder, relation="quan_he", said=word(file, "ngoai_nuoc"),
            declared_on=laid.today, paper="Bản kê khai (mẫu)",
        )  # fmt: skip
        offices.record(declaring, by=holder, today=laid.today)
        ForeignRead.objects.create(
            by=holder, about=holder, unit=body.organisation, way=ForeignRead.Way.OWN,
            reason=word(file, "doc_ke_khai"), at=timezone.now(),
        )  # fmt: skip


def _members(laid: Laid) -> None:
    """The secretary of the commune took in a list; each row of it carries the words of the files it belongs to."""
    people, units = laid.province.people, laid.province.organisations
    lines = [
        "ma_dinh_danh,ho_ten,ngay_sinh,ma_chi_bo,loai,ngay_ket_nap,ngay_chinh_thuc,so_the,chuc_vu"
    ]
    for number, short in enumerate(sorted(set(MEMBERS.values()))):
        cell = units["ban" if short.startswith("ban") else "lang"].code
        words = " ".join(word(file, "danh_ba") for file, whose in MEMBERS.items() if whose == short)
        lines.append(
            f"99020000000{number},{people[short].full_name},05/9/1980,{cell},chinh_thuc,03/02/2010,03/02/2011,,{words}"
        )
    deed = TakeIn(
        document="Cơ sở dữ liệu đảng viên (mẫu)", in_body=laid.province.bodies["btv_dong"],
        taken_by=people["bi_thu"], content="\n".join(lines).encode(), file_name="danh-sach.csv",
        synced_on=laid.today,
    )  # fmt: skip
    offices.record(deed, by=people["bi_thu"], today=laid.today)


def _plan(laid: Laid) -> None:
    """The standing committee of the commune has drafted that the cell of a file is merged into another."""
    units = laid.province.organisations
    line = Line(LineKind.MERGE, (units["ban"].code,), (Target(units["lang"].code),))
    laid.plan = Reorganisation.objects.create(
        body=laid.province.bodies["btv_dong"], number="Mẫu 01", dated=laid.today,
        effective=laid.today, lines=[line.as_json()], made_by=laid.province.people["bi_thu"],
    )  # fmt: skip


def _proposal(laid: Laid) -> None:
    """A flag about a member was proposed to the commune's committee, which took it into one of its files."""
    people, bodies = laid.province.people, laid.province.bodies
    laid.decision = FlagDecision.objects.create(
        source="mau:1", kind="xep_loai", person=people["lang2"], unit=laid.province.organisations["lang"],
        since=laid.today, flagged="Dấu hiệu mẫu.", outcome=FlagDecision.Outcome.PROPOSED, reason="Đề nghị xem xét.",
        body=bodies["btv_dong"], to=bodies["ubkt_dong"], by=people["bi_thu"], decided_on=laid.today,
    )  # fmt: skip
    case = laid.files["giam_sat_xa"]
    ProposalTaken.objects.create(decision=laid.decision, case=case, by=people["chu"])


def committee(laid: Laid, body: str, *names: str) -> Committee:
    """The committee `body`: who prepares, signs, numbers; who leads its team, writes for it, goes along."""
    people = [laid.province.people[name] for name in names]
    return Committee(laid.province.bodies[body], *people[:6], present=tuple(people[6:]))


def of_the_commune(laid: Laid) -> Committee:
    """The inspection committee of the commune Soi Đông."""
    present = ("chu", "pho", "vien", "vien2", "vien3")
    names = ("soan", "chu", "thu", "pho", "vien", "uy_vien_btv")  # the last from another body
    return committee(laid, "ubkt_dong", *names, *present)


def _teller() -> Teller:
    return Teller(lambda _line: None, Path(mkdtemp(prefix="kiem-tra-soi-")))


def _supervisions(laid: Laid) -> None:
    xa = of_the_commune(laid)
    present = ("chu_tinh", "pho_tinh", "vien_tinh", "vien2_tinh", "vien3_tinh")
    names = ("soan_tinh", "chu_tinh", "thu_tinh", "pho_tinh", "vien_tinh", "vien2_tinh")
    tinh = committee(laid, "ubkt_tinh", *names, *present)
    _supervise(laid, "giam_sat_xa", xa, "lang", "draft_conclude")
    _supervise(laid, "giam_sat_tinh", tinh, "dong", "draft_conclude")
    _supervise(laid, "thong_bao_xa", xa, "ban", "announce")


def _supervise(laid: Laid, file: str, us: Committee, subject: str, until: str) -> None:
    matter = Matter(
        subject, "việc chấp hành chế độ sinh hoạt", 44, until,
        found=f"còn thiếu sót {word(file, 'chung_cu')}",
        faults=f"Ghi chép còn thiếu sót {word(file, 'du_thao')}.",
    )  # fmt: skip
    teller = _teller()
    supervise(teller, us, laid.province.organisations[subject], matter, laid.today)
    laid.files[file] = teller.told


def _inspections(laid: Laid) -> None:
    people, us = laid.province.people, of_the_commune(laid)
    for file, member in (("kiem_tra_xa", "lang1"), ("kiem_tra_moi", "lang2")):
        teller = _teller()
        inspection = Inspection(us, people[member], LAND)
        inspection.draft(teller, laid.today)
        if file == "kiem_tra_xa":
            inspection.go_out(teller, laid.today)
            _verify(teller, us, laid.today)
            _hand_in(laid, teller.told, member)
        laid.files[file] = teller.told


def _verify(teller: Teller, us: Committee, today: date) -> None:
    teller.takes(
        "verify", by=us.secretary, on=today - timedelta(days=9), place="Trụ sở Đảng ủy xã",
        chair=f"{us.lead.full_name}, Trưởng đoàn", met="Đảng viên được kiểm tra",
        matters="Giấy tờ về đất.", verified=f"Đối chiếu sổ {word('kiem_tra_xa', 'chung_cu')}.",
    )  # fmt: skip
    teller.takes(
        "record_finding", by=us.lead, on=today - timedelta(days=8), subject=1,
        content=f"Sử dụng đất chưa đúng {word('kiem_tra_xa', 'chung_cu')}.",
    )  # fmt: skip


def _hand_in(laid: Laid, case: Case, member: str) -> None:
    """The member hands in a statement, with a file in which the word stands."""
    content = f"%PDF-1.7 {word('kiem_tra_xa', 'trinh_bay')}".encode()
    scan = Attachment.objects.create(
        sha256="5e" * 32,
        name="to-khai.pdf",
        kind="application/pdf",
        size=len(content),
        content=content,
    )
    said = {
        "title": f"Tờ khai {word('kiem_tra_xa', 'trinh_bay')}", "statement": "Tôi nộp tờ khai về đất.",
        "scan": {"sha256": scan.pk, "name": scan.name, "size": scan.size},
    }  # fmt: skip
    services.take_step(
        case, "hand_in_statement", actor=laid.province.people[member], acted_on=laid.today,
        inputs=said, today=laid.today,
    )  # fmt: skip


def _discipline(laid: Laid) -> None:
    people = laid.province.people
    cell = Cell(
        laid.province.bodies["chi_bo_ban"], people["bi_thu_ban"], people["pho_ban"],
        recorder=people["ban1"], member=people["ban4"],
    )  # fmt: skip
    teller, file = _teller(), "ky_luat_chi_bo"
    discipline(teller, cell, ABSENCE, laid.today)
    laid.files[file] = teller.told


def _meeting(laid: Laid) -> None:
    """The commune's committee is called for tomorrow, the supervision on its agenda."""
    people, ubkt, today = laid.province.people, laid.province.bodies["ubkt_dong"], laid.today
    teller = _teller()
    teller.opens(
        "HN", body=ubkt, subjects=[], by=people["soan"], on=today, starts="08 giờ 00",
        held_on=f"{today + timedelta(days=3)}", place="Trụ sở Đảng ủy xã",
        chair=f"{people['chu'].full_name}, Chủ nhiệm", recorder=f"{people['soan'].full_name}, Kiểm tra viên",
    )  # fmt: skip
    item = laid.files["giam_sat_xa"].reference
    teller.takes("add_item", by=people["soan"], on=today, case=item, purpose="ket_luan")
    laid.meeting = teller.told


def _lent_and_followed(laid: Laid) -> None:
    """The chair's post is lent for some days; a member of the standing committee follows one cell."""
    people, today = laid.province.people, laid.today
    offices.record(
        Delegate(
            post=Post.objects.get(person=people["chu"]), to=people["vien3"],
            document="Giấy ủy quyền (mẫu)", first_day=today, last_day=today + timedelta(days=3),
        ),
        by=people["chu"],
    )  # fmt: skip
    offices.record(
        AssignArea(
            person=people["theo_doi"], in_body=laid.province.bodies["btv_dong"],
            unit=laid.province.organisations["ban"], first_day=today,
            document="Quyết định phân công (mẫu)",
        ),
        by=people["bi_thu"],
    )  # fmt: skip


def _exceptions(laid: Laid) -> None:
    """One reader by exception today, one whose days are over, one in an emergency."""
    people, today, case = laid.province.people, laid.today, laid.files["giam_sat_xa"]
    for name, back in (("xom1", 0), ("soan_tay", 20)):
        first = today - timedelta(days=back)
        exceptions.give(
            case, by=people["chu"], to=people[name], reason="Đối chiếu số liệu.", first_day=first,
            last_day=first + timedelta(days=5), today=first,
        )  # fmt: skip
    open_in_emergency(
        case.reference, by=people["pho_tinh"], purpose=Purpose.OVERSIGHT,
        reason="Kiểm tra việc giải quyết của cấp dưới.", today=today,
    )  # fmt: skip


def _envelope(laid: Laid) -> None:
    """A sealed envelope whose place is written down, its identity encrypted as well."""
    clerk = laid.province.people["thu"]
    place = {"place": f"Tủ sắt {word('phong_bi', 'to_cao')}"}
    keys = mkdtemp(prefix="kiem-tra-soi-")
    with override_settings(IDENTITY_VAULT=True, IDENTITY_VAULT_KEYS=Path(keys) / "vault"):
        laid.envelope = vault.receive(
            Said(Deed.RECEIVE, clerk, laid.today, "nhan", place, custodian=clerk),
            body=laid.province.bodies["ubkt_dong"], number="PB-01", source="buu_dien",
            identity=Identity(word("phong_bi", "danh_tinh")),
        )  # fmt: skip


def _letter(laid: Laid) -> None:
    """A letter of an office in the incoming book of the commune's committee, about nobody yet."""
    said = {
        "source": "chuyen_den", "arrived_on": laid.today.isoformat(), "sender_kind": "to_chuc",
        "sender": word("phong_bi", "don_thu"), "summary": "Tài liệu chuyển đến.",
    }  # fmt: skip
    laid.letter = services.open_case(
        "P0.TN", body=laid.province.bodies["ubkt_dong"], subjects=[],
        actor=laid.province.people["thu"], acted_on=laid.today, inputs=said, today=laid.today,
    )  # fmt: skip
