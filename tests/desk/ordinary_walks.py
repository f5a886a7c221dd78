"""What an ordinary walk of a procedure takes: where the body stands, about whom, and what its forms are told."""

from datetime import date
from uuid import uuid4

from cases import services
from permissions.vault import services as vault
from permissions.vault.chain import Said
from permissions.vault.deeds import Deed
from registry import offices
from registry.models import Body, Exit, Membership, Organisation, Person, Post, VotingStatus
from reports.filing import FileReport
from reports.periods import Kind, within_year
from tests.desk.every_body import FIRST, EveryBody
from tests.desk.form_walker import FormWalker
from tests.desk.hands import Hand
from workflows.catalogue import PROCEDURES

#: At which level a procedure is walked, the first of these whose bodies run it.
LEVELS = ("xa", "co_so", "tinh", "tw")
#: A day whose law was read more fully than that of later days; the four results of a denunciation are of later.
BEGUN, RESULTS_KNOWN = date(2026, 3, 2), date(2026, 5, 4)
#: A responsible person needs a discipline of their own, or the decision that none is considered.
INSTEAD = {"record_person_result": "leave_person"}


def bodies_of(procedure):
    """The kinds of bodies that run it, an inspection committee first."""
    return sorted(procedure.bodies, key=lambda kind: (kind != "ubkt", kind))


def set_out(procedure, kind: str, world: EveryBody, settings, hand: Hand) -> FormWalker:
    """Open a file of `procedure` by a body of that kind; what must be there before is done first, by `hand` too."""
    if begin := BEGUN_OTHERWISE.get(procedure.code):
        return begin(world, settings, hand)
    day = begun(procedure)
    walker = FormWalker(settings, day, answers_for(procedure, world), INSTEAD, hand=hand)
    subject, body = (
        subject_of(procedure, kind, world),
        world.bodies[kind, place_of(procedure, kind)],
    )
    if procedure.reviews:  # there must be something to complain of
        before = FormWalker(settings, day, {}, INSTEAD, hand=hand)
        walker.prefers |= disciplined(subject, world, before)
    walker.open(procedure, body, subject, origin_of(procedure, body, day))
    return walker


def with_an_inspection(world: EveryBody, settings, hand: Hand) -> FormWalker:
    """A discipline that runs together with the inspection of the same member, both up to the decision of the first."""
    kind, merged = PROCEDURES["P3.DV"], PROCEDURES["P5.KH"]
    inspection = set_out(kind, "ubkt", world, settings, hand)
    inspection.walk("receive_explanation")
    member = Person.objects.get(pk=inspection.file().facts.subjects[0].register)
    both = FormWalker(settings, inspection.day, {}, INSTEAD, hand=hand)
    both.open(merged, inspection.body, member, inspection.case)
    both.walk("receive_self_criticism")
    inspection.walk("finalise")
    both.walk("hear")
    inspection.reach(kind.steps["consider_result"])
    both.reach(merged.steps["vote_to_decide"])
    inspection.settle("authority.ubkt_tren_co_so")
    inspection.instead = {"find_no_violation": "refer_to_own_discipline"}
    inspection.walk("conclude")
    return both


def at_a_meeting(world: EveryBody, settings, hand: Hand) -> FormWalker:
    """A meeting called and opened by its forms, at which a cell has voted on a discipline."""
    walker = set_out(PROCEDURES["P5.CB"], "chi_bo", world, settings, hand)
    walker.meets_by_forms = True
    walker.walk("vote_to_decide")
    return walker.meetings[-1]


#: What is begun in another way than by its first form: beside an inspection, and around another file.
BEGUN_OTHERWISE = {"P5.KH": with_an_inspection, "HN": at_a_meeting}


def begun(procedure):
    """The day on which a walk of this procedure begins."""
    return RESULTS_KNOWN if procedure.settles else BEGUN


def place_of(procedure, kind):
    """Where such a body stands in the tree: a cell, or the first level at which it runs the procedure."""
    if kind == "chi_bo":
        return "thon"
    level = next(one for one in LEVELS if procedure.is_of_level(one))
    return "tw" if kind == "ban_bi_thu" else level


def answers_for(procedure, world):
    """What a walk must say where the first choice of a form is no ordinary one."""
    if procedure.dissolves:  # the committee directly above proposes, the one above that decides
        bodies = (world.bodies["cap_uy", "xa"], world.bodies["cap_uy", "tinh"])
        return {
            "proposing__1": str(bodies[0].pk),
            "deciding": str(bodies[1].pk),
            "form": "giai_tan",
        }
    if procedure.is_intake:  # an organ sends what it found; nobody's identity is in question
        return {
            "source": "chuyen_den", "sender_kind": "to_chuc", "sender": "Cơ quan mẫu", "envelope": "",
            "nature": "chuyen_den", "standing": "khong_phai_don", "theme": "việc mẫu", "subject": "việc mẫu",
            "content": "việc mẫu", "route": "lam_thong_tin",
        }  # fmt: skip
    if procedure.question:
        return _of_a_removal(procedure, world)
    if not procedure.subjects:
        above = {"to": str(world.bodies["ubkt", "tinh"].pk)}
        return {**above, **filed(world.bodies["ubkt", place_of(procedure, "ubkt")])}
    if "tw" in procedure.levels and procedure.disciplines:
        return {"deciding": str(world.bodies["btv", "tw"].pk)}
    return {}


def filed(body):
    """The days of a quarter in which nothing arose, filed by the chair: what a periodic report rests on."""
    chair = Post.objects.filter(body=body, position="chu_nhiem").first().person
    period = within_year(Kind.QUARTER, BEGUN.year)
    deed = FileReport(
        unit=body.organisation, in_body=body, period=period, filed_by=chair, on=BEGUN, nothing=True,
        explained="Cấp trên yêu cầu số liệu sớm.", document="Công văn mẫu",
    )  # fmt: skip
    offices.record(deed, by=chair, today=BEGUN)
    return {"first_day": period.first, "last_day": period.last}


def _of_a_removal(procedure, world):
    """The months that prove the ground, a transfer long overdue, and a committee that settles complaints."""
    said = {"absent": "05/2025\n06/2025\n12/2025", "unpaid": "", "left_on": "01/10/2025"}
    if "ban" in procedure.bodies:
        said["deciding"] = str(world.bodies["btv", "xa"].pk)
    return said


def _of_a_removal_about(procedure, world):
    """A member on probation, one whose papers never arrived, one who has left; any member else."""
    cell = world.places["thon"]
    if procedure.of_newcomers:
        cell = Organisation.objects.create(
            code="moi-noi-khac", kind="chi_bo", name="Chi bộ Mẫu nơi khác", place="Mẫu", first_day=FIRST
        )  # fmt: skip
        Body.objects.create(
            organisation=cell, kind="chi_bo", name="Chi bộ nơi khác", symbol="CB", superior_line="ĐẢNG BỘ",
            issuing_line="CHI BỘ NƠI KHÁC", first_day=FIRST,
        )  # fmt: skip
    on_probation = procedure.code == "P8.DB"
    person = Person.objects.create(full_name="Đảng viên Mẫu Xét")
    membership = Membership.objects.create(
        person=person, cell=cell, status="du_bi" if on_probation else "chinh_thuc", first_day=FIRST
    )  # fmt: skip
    if procedure.of_former:
        Membership.objects.filter(pk=membership.pk).update(last_day=date(2026, 1, 30))
        Exit.objects.create(
            person=person, membership=membership, kind="xoa_ten", decision="Quyết định số 1-QĐ/ĐU",
            decided_on=date(2026, 1, 28), last_day=date(2026, 1, 30), entered_on=date(2026, 1, 30),
        )  # fmt: skip
    return person


def origin_of(procedure, body: Body, day):
    """The file out of which alone a procedure is opened: a sealed letter that waits to be settled; else none."""
    if procedure.opens not in procedure.also_opens:
        return None
    first = {one.position: one.person for one in Post.objects.filter(body=body).order_by("-pk")}
    signs = first.get("chu_nhiem") or first["bi_thu"]
    words = {"place": "Tủ mẫu"}
    deed = Said(Deed.RECEIVE, first["van_thu"], day, uuid4().hex, words, None, first["van_thu"])
    envelope = vault.receive(deed, body=body, number="PB-1", source="buu_dien", identity=None)
    letter = services.open_case(
        "P0.TN", body=body, subjects=[], actor=first["van_thu"], acted_on=day, today=day,
        inputs={
            "source": "to_cao", "arrived_on": day, "sender_kind": "niem_phong", "envelope": envelope.alias,
            "summary": "Việc mẫu.",
        },
    )  # fmt: skip
    route = {"route": "giai_quyet_to_cao"}
    sorted_ = {"nature": "to_cao", "standing": "ro_rang", "concrete": "co", "settled": "chua"}
    for step, who, said in (
        (
            "classify",
            first["kiem_tra_vien"],
            {**sorted_, **route, "competent": "Cơ quan mẫu", "reason": "Rõ."},
        ),
        ("decide_route", first["uy_vien"], {**route, "opinion": "Đồng ý."}),
        ("accept_denunciation", signs, {"content": "Việc mẫu."}),
    ):
        services.take_step(letter, step, actor=who, acted_on=day, inputs=said, today=day)
    letter.refresh_from_db()
    return letter


def subject_of(procedure, kind, world):
    """A member of the cell, or the cell; for a host cell a member who is with it for a time."""
    if not procedure.subjects:
        return None
    if procedure.of_guests:
        guest = world.members["xuong"][-1]
        VotingStatus.objects.create(
            person=guest, status=VotingStatus.Status.AWAY, document="Giấy giới thiệu (mẫu)", first_day=FIRST
        )  # fmt: skip
        return guest
    if procedure.question:
        return _of_a_removal_about(procedure, world)
    at_the_base = place_of(procedure, kind) == "co_so" or (
        procedure.reviews and "organisation" in procedure.subjects
    )
    cell = "xuong" if at_the_base else "thon"
    return world.members[cell][-1] if "person" in procedure.subjects else world.places[cell]


def disciplined(subject, world, walker):
    """Discipline the subject through the forms, up to the decision in hand; what a complaint of it must say.

    A member is disciplined by his cell, a cell by the base above it: whoever reviews that stands one higher.
    """
    if isinstance(subject, Person):
        cell = next(short for short, held in world.members.items() if subject in held)
        procedure, body = PROCEDURES["P5.CB"], world.bodies["chi_bo", cell]
    else:
        procedure, body = PROCEDURES["P5.TC"], world.bodies["ubkt", "co_so"]
    walker.open(procedure, body, subject)
    walker.walk("hand_over")
    return {
        "discipline": walker.case.reference, "filer": "chinh_minh", "about_hinh_thuc": "co", "about": "hinh_thuc",
        "form": "canh_cao",
    }  # fmt: skip
