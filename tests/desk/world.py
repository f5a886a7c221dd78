"""Who walks through the site in its tests: the sample province's people, one signed in for each role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from io import StringIO
from tempfile import TemporaryDirectory

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.management import call_command
from django.test import Client
from django.test.testcases import LiveServerThread
from django.test.utils import modify_settings, override_settings
from django.urls import reverse
from django.utils import timezone

import law
from cases import adoptions, exceptions, papers_at_once, services
from cases.models import Attachment, Case, FileRow, LawProposal, Reorganisation
from cases.reorganisation import in_background
from documents.books import Keeping
from documents.models import NumberBook, Original, Paper
from documents.originals import Scan, keep_original
from jobs.models import Job
from jobs.models import State as JobState
from law.adoption import Adoption
from permissions.exceptions import PersonalGrant
from permissions.vault import services as vault
from permissions.vault.chain import Said
from permissions.vault.cipher import Identity
from permissions.vault.deeds import Deed
from permissions.vault.models import Envelope
from registry import clock, offices
from registry.acting import AssignArea, Delegate
from registry.member_models import MemberRow, WaitingList
from registry.members.taking_in import TakeIn
from registry.models import (
    AreaAssignment,
    Delegation,
    Exit,
    Membership,
    Person,
    Post,
    UnitTransfer,
)
from registry.provinces import Province, find
from registry.reorganisation.plan import Line, LineKind, Target
from tests import databases
from tests.registry.members.conftest import excel, rows_of
from workflows.rows import RowKind

#: Role → the short name, in the sample province, of the person who holds it.
ROLES = {
    "officer": "canbo",
    "chair": "chunhiem",
    "clerk": "vanthu",
    "leader": "phochunhiem",
    "auditor": "giamsat",
    "stranger": "bithu",
    "secretary": "bithu2",
    "concerned": "dangvien",
    "keeper": "bithuxa",
}


#: What a page says, as against how it is built; and what is new in each request.
_WORDS = re.compile(
    r'(?<=>)[^<]*[^<\s][^<]*(?=<)|\b(?:value|href|title|datetime|aria-label|action)="[^"]+"'
    r'|<input type="hidden"[^>]*>|<details class="me".*?</details>|<(\w+)[^>]* data-once[^>]*>([^<]*</\1>)?',
    re.DOTALL,
)


@dataclass
class World:
    """The sample province, whose people can sign in, and where the site answers."""

    province: Province
    address: str
    clients: dict[str, Client] = field(default_factory=dict)

    def client(self, role: str) -> Client:
        """A test client in which `role` signed in through the page, once, and confirmed it."""
        if role not in self.clients:
            self.clients[role] = client = Client()
            said = {"login": ROLES[role], "password": settings.DEMO_PASSWORD}
            assert client.post(reverse("account_login"), said).status_code == 302
            assert client.post(reverse("account_reauthenticate"), said).status_code == 302
        return self.clients[role]

    def cookies(self, role: str, language: str) -> list[dict[str, str]]:
        """What a browser must hold to be `role`, reading `language`; nobody for an empty role."""
        held = {settings.LANGUAGE_COOKIE_NAME: language}
        if role:
            held[settings.SESSION_COOKIE_NAME] = self.client(role).session.session_key
        return [{"name": name, "value": value, "url": self.address} for name, value in held.items()]

    def case(self, place: str) -> Case:
        """The sample matter about an organisation of the province, by its short name."""
        return Case.objects.get(subjects__organisation=self.province.organisations[place])

    def matter(self, procedure: str) -> Case:
        """The sample matter of a procedure that has only one."""
        return Case.objects.get(procedure=procedure)

    def level_by_level(self) -> Case:
        """Discipline just taken up about a member, whose cell proposes and whose committee decides."""
        if found := Case.objects.filter(procedure="P5.DV").first():
            return found
        today, bodies, people = clock.today(), self.province.bodies, self.province.people
        said = {
            "route": "tu_phat_hien", "theme": "việc kê khai đất đai", "violation": "Kê khai không đúng.",
            "proposing": [bodies["chi_bo_thon2"].pk], "deciding": bodies["btv"].pk,
        }  # fmt: skip
        return services.open_case(
            "P5.DV", body=bodies["ubkt"], subjects=[people["thon2b"]],
            actor=people[ROLES["officer"]], acted_on=today, inputs=said, today=today,
        )  # fmt: skip

    def left(self) -> Exit:
        """Somebody of the village's cell who was struck off last year, by a decision entered from paper."""
        cell = self.province.organisations["thon2"]
        if found := Exit.objects.filter(membership__cell=cell).first():
            return found
        person = Person.objects.create(full_name="Hoàng Văn Mẫu Vắng")
        day = date(2025, 12, 31)
        membership = Membership.objects.create(
            person=person, cell=cell, status="chinh_thuc", first_day=date(2018, 3, 1), last_day=day,
        )  # fmt: skip
        return Exit.objects.create(
            person=person, membership=membership, kind="xoa_ten", decision="Quyết định số 3-QĐ/ĐU (mẫu)",
            decided_on=day, last_day=day, entered_on=day,
        )  # fmt: skip

    def waiting_list(self) -> WaitingList:
        """The same list again, one row of it changed, which the secretary looks over."""
        self.member_list()
        rows = rows_of(3, [self.province.organisations["thon1"].code])
        rows[0]["chuc_vu"] = "Tổ trưởng tổ đảng"
        waiting, _ = WaitingList.objects.get_or_create(
            body=self.province.bodies["btv"],
            by=self.province.people["bithuxa"],
            defaults={
                "file_name": "danh-sach.xlsx",
                "content": excel(rows),
                "source": "Cơ sở dữ liệu đảng viên (mẫu)",
                "synced_on": clock.today(),
            },
        )
        return waiting

    def member_list(self) -> int:
        """A list of three members taken in by the commune's secretary, one row of it wrong; return one's number."""
        if not MemberRow.objects.exists():
            rows = rows_of(4, [self.province.organisations["thon1"].code])
            rows[3]["ma_dinh_danh"] = "123"
            deed = TakeIn(
                document="Cơ sở dữ liệu đảng viên (mẫu)",
                in_body=self.province.bodies["btv"],
                taken_by=self.province.people["bithuxa"],
                content=excel(rows),
                file_name="danh-sach.xlsx",
                synced_on=clock.today(),
            )
            offices.record(deed, by=deed.taken_by)
        return MemberRow.objects.earliest("pk").person_id

    def plan(
        self, number: str = "01-QĐ/ĐU", unit: str = "truong", into: str = "tram"
    ) -> Reorganisation:
        """A plan of the standing committee, which merges one cell into another."""
        units, today = self.province.organisations, clock.today()
        line = Line(LineKind.MERGE, (units[unit].code,), (Target(units[into].code),))
        row, _ = Reorganisation.objects.get_or_create(
            body=self.province.bodies["btv"], number=number,
            defaults={
                "dated": today, "effective": today, "lines": [line.as_json()],
                "made_by": self.province.people["bithuxa"],
            },
        )  # fmt: skip
        return row

    def done_plan(self) -> Reorganisation:
        """The plan of the sample data, which is done: one cell is merged, one has ended."""
        return Reorganisation.objects.get(acts__kind="thuc_hien")

    def unmoved(self) -> Membership:
        """A member of the cell that ended, who is still to be moved."""
        (act,) = self.done_plan().acts.all()
        return Membership.objects.get(pk=act.content["unmoved"][0])

    def job(self) -> Job:
        """The job that did it."""
        return Job.objects.get(about=in_background.about(self.done_plan()))

    def waiting_job(self) -> Job:
        """One that no worker has begun."""
        plan = self.plan(number="02-QĐ/ĐU")
        return in_background.ask_to_do(plan, by=plan.made_by.account, digest="-")

    def papers_printed_at_once(self) -> Job:
        """The clerk's job, at its end, of printing what the committee issued."""
        clerk, today = self.province.people[ROLES["clerk"]], clock.today()
        issued = papers_at_once.choosable(clerk, today).filter(paper__print__isnull=False)
        papers = list(issued.order_by("paper").values_list("paper", flat=True)[:2])
        row, _ = Job.objects.get_or_create(
            kind=papers_at_once.CODE, about="van-ban:mau",
            defaults={
                "by": clerk.account, "state": JobState.DONE, "ended_at": timezone.now(),
                "given": {"papers": papers, "on": today.isoformat(), "purpose": "gửi (mẫu)"},
                "result": {"lines": [["M", "đã in"]], "figures": [["Văn bản đã in", "2 trên 2"]]},
            },
        )  # fmt: skip
        return row

    def transfer(self) -> UnitTransfer:
        """A unit of the committee that another commune's gives to the standing committee here."""
        row, _ = UnitTransfer.objects.get_or_create(
            organisation=self.province.organisations["hop"], giver=self.province.bodies["ubkt"],
            receiver=self.province.bodies["btv"], first_day=clock.today(), document="QĐ 5 (mẫu)",
        )  # fmt: skip
        return row

    def handed_in(self) -> int:
        """The number of a statement with a file, handed in by the member the inspection is about."""
        case, person = self.matter("P3.DV"), self.province.people[ROLES["concerned"]]
        if found := FileRow.objects.filter(case=case, kind=RowKind.STATEMENT).first():
            return found.number
        scan, _ = Attachment.objects.get_or_create(
            sha256="ef" * 32,
            defaults={"name": "to.pdf", "kind": "application/pdf", "size": 4, "content": b"%PDF"},
        )
        said = {
            "title": "Giấy tờ về đất", "statement": "Tôi nộp bản chính giấy tờ của thửa đất.",
            "scan": {"sha256": scan.pk, "name": scan.name, "size": 4},
        }  # fmt: skip
        today = clock.today()
        services.take_step(
            case, "hand_in_statement", actor=person, acted_on=today, inputs=said, today=today
        )
        return FileRow.objects.get(case=case, kind=RowKind.STATEMENT).number

    def meeting(self) -> Case:
        """A meeting of the committee, called for today, with a sample matter on its agenda."""
        ubkt = self.province.bodies["ubkt"]
        if found := Case.objects.filter(procedure="HN", body=ubkt).first():
            return found
        today, officer = clock.today(), self.province.people[ROLES["officer"]]
        said = {
            "held_on": today.isoformat(), "starts": "08 giờ 00", "place": "Trụ sở Đảng ủy xã",
            "chair": "Vũ Thị Mẫu Chủ, Chủ nhiệm", "recorder": "Trần Thị Thử Soạn, Kiểm tra viên",
        }  # fmt: skip
        meeting = services.open_case(
            "HN", body=ubkt, subjects=[], actor=officer, acted_on=today,
            inputs=said, today=today,
        )  # fmt: skip
        item = {"case": self.case("thon2").reference, "purpose": "ket_luan"}
        services.take_step(
            meeting, "add_item", actor=officer, acted_on=today, inputs=item, today=today
        )
        return meeting

    def letter(self) -> Case:
        """A letter in the incoming book of the committee, whose sender nobody knows."""
        if found := Case.objects.filter(procedure="P0.TN").first():
            return found
        today = clock.today()
        said = {
            "source": "phan_anh", "arrived_on": today.isoformat(), "sender_kind": "khong_ro",
            "summary": "Việc sử dụng nhà văn hóa thôn.",
        }  # fmt: skip
        return services.open_case(
            "P0.TN", body=self.province.bodies["ubkt"], subjects=[],
            actor=self.province.people[ROLES["clerk"]], acted_on=today, inputs=said, today=today,
        )  # fmt: skip

    def post(self, name: str) -> Post:
        """The post of a person of the province, by the short name."""
        return Post.objects.get(person=self.province.people[name])

    def lent(self) -> Delegation:
        """The post of the cell's secretary, lent to the deputy."""
        if found := Delegation.objects.first():
            return found
        people, today = self.province.people, clock.today()
        lending = Delegate(
            post=self.post("bithu2"), to=people["phobithu2"], document="Giấy ủy quyền (mẫu)",
            first_day=today, last_day=today,
        )  # fmt: skip
        return offices.record(lending, by=people["bithu2"])

    def followed(self) -> AreaAssignment:
        """An area without any matter, which a member of the committee follows."""
        if found := AreaAssignment.objects.first():
            return found
        people, unit = self.province.people, self.province.organisations["truong"]
        following = AssignArea(
            person=people["uyvien3"], in_body=self.province.bodies["ubkt"], unit=unit,
            first_day=clock.today(), document="Quyết định phân công (mẫu)",
        )  # fmt: skip
        return offices.record(following, by=people["chunhiem"])

    def grant(self) -> PersonalGrant:
        """An exception for the sample supervision that begins tomorrow: today it opens nothing."""
        if found := PersonalGrant.objects.first():
            return found
        people, tomorrow = self.province.people, clock.today() + timedelta(days=1)
        return exceptions.give(
            self.case("thon2"), by=people[ROLES["chair"]], to=people[ROLES["stranger"]],
            reason="Đối chiếu với sổ của chi bộ.", first_day=tomorrow, last_day=tomorrow,
        )  # fmt: skip

    def law_proposal(self) -> LawProposal:
        """A row of law that the chair proposes and nobody has answered."""
        if found := LawProposal.objects.filter(rule="complaint.window").first():
            return found
        scan = Attachment.objects.create(
            sha256="ab" * 32, name="toan-van.pdf", kind="application/pdf", size=4, content=b"%PDF"
        )
        text = law.book().instruments.get("21-QĐ/TW")
        row = Adoption(
            "complaint.window", text.start, None, "known", 30, "day", text.id,
            law.Document(text.number, text.signed, "Điều 26", scan.sha256),
        )  # fmt: skip
        mark = adoptions.seen(row, adoptions.simulated(row, clock.today()))
        return adoptions.propose(row, by=self.province.people[ROLES["chair"]], mark=mark)

    def original(self, paper: int) -> Original:
        """The scan of a paper that was signed by hand, kept in a cupboard."""
        if found := Original.objects.filter(paper=paper).first():
            return found
        held = Paper.objects.select_related("body", "print").get(pk=paper)
        chair = self.province.people[ROLES["chair"]]
        scan = Scan(b"%PDF", "ban-goc.pdf", "application/pdf")
        deed = Keeping(chair, clock.today(), clock.today())
        return keep_original(held, scan, deed, place="Tủ số hai", holder=chair)

    def number_book(self) -> NumberBook:
        """The book of the committee's decisions."""
        return NumberBook.objects.get(body=self.province.bodies["ubkt"], symbol="QĐ", series="")

    def envelope(self) -> Envelope:
        """A sealed envelope whose identity the chair asks to see; the vault was on for a while."""
        if found := Envelope.objects.first():
            return found
        people, ubkt, today = self.province.people, self.province.bodies["ubkt"], clock.today()
        clerk, chair = people[ROLES["clerk"]], people[ROLES["chair"]]
        place = {"place": "Tủ sắt số hai, phòng văn thư"}
        why = {
            "reason": "Đơn thiếu địa điểm, phải hỏi lại người gửi.", "purpose": "Thẩm tra, xác minh",
            "document": "Kế hoạch số 12-KH/UBKT (mẫu)",
        }  # fmt: skip
        with TemporaryDirectory() as keys, switched_on(keys):
            envelope = vault.receive(
                Said(Deed.RECEIVE, clerk, today, "nhan", place, custodian=clerk),
                body=ubkt, number="PB-01/2026", source="hom_thu",
                identity=Identity("Chu Thị Mẫu Ẩn", "Thôn Thử Bảy"),
            )  # fmt: skip
            vault.ask(envelope, Said(Deed.ASK, chair, today, "xin", why))
        return envelope

    def different_views(self, url: str, roles: Iterable[str]) -> list[str]:
        """One role for each build of the page: pages that differ only in their words count once."""
        seen: dict[str, str] = {}
        for role in sorted(roles):
            client = self.client(role) if role else Client()
            seen.setdefault(_WORDS.sub("", client.get(url).content.decode()), role)
        return list(seen.values())


def switched_on(keys: str) -> override_settings:
    """The identity vault, on while entered, with its keys in that folder."""
    return override_settings(IDENTITY_VAULT=True, IDENTITY_VAULT_KEYS=keys)


@contextmanager
def open_world() -> Iterator[World]:
    """Lay the sample data, sign everyone in, and serve the site until left."""
    province = sample_province()
    with served() as address:
        world = World(province, address)
        begin_two_step(world)
        yield world


def sample_province() -> Province:
    """The sample data as they were laid, in the worker's own database; every role has an account."""
    databases.begin_with(lay_sample_data)
    province = find("mau", "thu_ha")
    for role in ("stranger", "concerned"):
        person = province.people[ROLES[role]]
        person.account = get_user_model().objects.create_user(
            ROLES[role], password=settings.DEMO_PASSWORD
        )
        person.save()
    return province


def lay_sample_data() -> None:
    """What the demo shows: matters in every state, with printed papers."""
    call_command("demo_data", stdout=StringIO())


def begin_two_step(world: World) -> None:
    """The auditor, once signed in, turns on two-step sign-in; the others do without."""
    world.client("auditor")
    account = world.province.people[ROLES["auditor"]].account
    TOTP.activate(account, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(account)
    world.client("auditor").get(reverse("mfa_view_recovery_codes"))  # the first look is noted


@contextmanager
def served() -> Iterator[str]:
    """Serve the site from a thread of this process; where it answers."""
    server = LiveServerThread("127.0.0.1", StaticFilesHandler)
    server.daemon = True
    with modify_settings(ALLOWED_HOSTS={"append": ["127.0.0.1", "testserver"]}):
        server.start()
        server.is_ready.wait()
        if server.error:
            raise server.error
        yield f"http://{server.host}:{server.port}"
        server.terminate()
