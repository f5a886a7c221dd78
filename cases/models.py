"""Case files: rows laid by step records, superseded but never edited, and the rows derived from them."""

from datetime import date

from django.db import models
from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from cases.adoption_models import Adoption, LawProposal  # noqa: F401 -- Django looks here
from cases.checkpoint_models import CheckRun, ToldHead  # noqa: F401 -- likewise
from cases.classified_models import ClassifiedStub  # noqa: F401 -- likewise
from cases.conformance_models import Conformance  # noqa: F401 -- likewise
from cases.incoming_models import IncomingEntry  # noqa: F401 -- likewise
from cases.list_taken_models import ListTaken  # noqa: F401 -- Django looks here
from cases.look_models import DraftLook  # noqa: F401 -- likewise
from cases.obstacle_models import ForeignRead, ObstacleQuery  # noqa: F401 -- likewise
from cases.proposal_models import ProposalTaken  # noqa: F401 -- likewise
from cases.read_models import ReadEntry  # noqa: F401 -- likewise
from cases.reorganisation_models import (  # noqa: F401 -- likewise
    Reorganisation,
    ReorganisationAct,
)
from cases.room_models import CountSheet  # noqa: F401 -- likewise
from cases.route_models import ApprovalRoute  # noqa: F401 -- likewise
from cases.search_models import FileWords, PaperWords  # noqa: F401 -- likewise
from cases.taken_models import StepTaken  # noqa: F401 -- likewise
from documents.models import Paper
from proof.entries import Entry
from proof.walls import (
    Erased,
    HandledWherePassed,
    StageIsLastMove,
    append_only,
    superseded_once,
)
from registry.erasure_models import of_file, ordered
from registry.models import Body, Organisation, Person, Post

_STANDS = {"cases": "cases_case", "records": "cases_steprecord"}
_PASSED = {**_STANDS, "passing": "pass_on_file"}


class Edition(models.Model):
    """A procedure and its law as they stood on a day, kept for ever under their SHA-256."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    procedure = models.CharField("quy trình", max_length=20)
    content = models.TextField("nội dung")

    class Meta:
        verbose_name = "ấn bản quy trình"
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.procedure} {self.sha256[:12]}"


class Judged(models.Model):
    """Canonical facts or standing that a step judged, kept once under their SHA-256."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    content = models.TextField("nội dung")

    class Meta:
        verbose_name = "dữ kiện đã xét"
        triggers = append_only()

    def __str__(self) -> str:
        return self.sha256[:12]


class Case(models.Model):
    """Hồ sơ: one matter. It moves only through `cases.services.take_step`."""

    reference = models.CharField("số hồ sơ", max_length=24, unique=True)
    procedure = models.CharField("quy trình", max_length=20)
    title = models.CharField("tên hồ sơ", max_length=300)
    body = models.ForeignKey(Body, models.PROTECT, related_name="cases")
    stage = models.CharField("giai đoạn", max_length=24)
    opened_on = models.DateField("ngày lập")
    moved_on = models.DateField("ngày chuyển bước gần nhất")
    closed_on = models.DateField("ngày kết thúc", null=True)
    #: Derived: set at the first step whose paper reports the matter, and never taken back.
    reported = models.BooleanField("đã báo cáo cấp ủy", default=False)
    records = models.PositiveIntegerField("số bản ghi", default=0)
    head = models.CharField("mã băm cuối", max_length=64, default="0" * 64)
    origin = models.ForeignKey("self", models.PROTECT, null=True, related_name="followed_by")

    class Meta:
        verbose_name = "hồ sơ"
        verbose_name_plural = "hồ sơ"
        permissions = [("open_case", "Được xem một hồ sơ")]
        triggers = [
            StageIsLastMove(name="stands_where_moved", case="id", **_STANDS),
            HandledWherePassed(name="lies_where_passed", case="id", **_PASSED),
        ]
        indexes = [
            models.Index(fields=["body", "-id"]),
            models.Index(
                fields=["body", "stage"], condition=Q(closed_on__isnull=True), name="open_cases"
            ),
            models.Index(
                fields=["body", "-id"], condition=Q(procedure__in=["HN"]), name="meetings_of_body"
            ),
            models.Index(
                fields=["body", "-id"], condition=Q(reported=True), name="reported_of_body"
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Counter(models.Model):
    """The last reference number given in a series ("GS-2026")."""

    series = models.CharField(primary_key=True, max_length=16)
    last = models.PositiveIntegerField()

    class Meta:
        verbose_name = "bộ đếm số hồ sơ"

    def __str__(self) -> str:
        return f"{self.series}: {self.last}"


class StepRecord(Entry):
    """One step, taken once, by someone, on some basis. Never edited, never deleted."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="history")
    step = models.CharField("bước", max_length=40)
    finding = models.PositiveSmallIntegerField("nội dung số", null=True)
    from_stage = models.CharField("từ giai đoạn", max_length=24)
    to_stage = models.CharField("đến giai đoạn", max_length=24)
    moves = models.BooleanField("chuyển giai đoạn")
    actor = models.ForeignKey(Person, models.PROTECT, related_name="deeds")
    post = models.ForeignKey(Post, models.PROTECT, null=True, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    on_behalf_of = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    acted_on = models.DateField("ngày thực hiện")
    inputs = models.JSONField("nội dung nhập")
    salts = models.JSONField("muối")
    hits = models.JSONField("quy định đã áp dụng")
    facts = models.ForeignKey(Judged, models.PROTECT, related_name="+")
    standing = models.ForeignKey(Judged, models.PROTECT, related_name="+")
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="+")
    key = models.CharField("khóa yêu cầu", max_length=64)
    request = models.CharField("mã băm yêu cầu", max_length=64)

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "bản ghi bước"
        triggers = [
            *append_only(of_file("inputs", "salts", "request")),
            StageIsLastMove(name="stage_follows", case="case_id", **_STANDS),
            HandledWherePassed(name="body_follows", case="case_id", **_PASSED),
        ]
        ordering = ["case", "sequence"]
        constraints = [
            models.UniqueConstraint(fields=["case", "sequence"], name="one_record_per_place"),
            models.UniqueConstraint(fields=["actor", "key"], name="one_record_per_key"),
        ]
        indexes = [
            models.Index(fields=["case", "step"]),
            models.Index(fields=["-recorded_at", "-id"], name="records_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.case} #{self.sequence} {self.step}"

    def claims(self) -> dict[str, object]:
        return {
            "chain": f"case:{self.case_id}",
            "sequence": self.sequence,
            "step": self.step,
            "finding": self.finding,
            "from": self.from_stage,
            "to": self.to_stage,
            "actor": self.actor_id,
            "post": self.post_id,
            "body": self.body_id,
            "on_behalf_of": self.on_behalf_of_id,
            "acted_on": self.acted_on.isoformat(),
            "recorded_at": self.recorded_at.isoformat(),
            "facts": self.facts_id,
            "standing": self.standing_id,
            "edition": self.edition_id,
        }


class Laid(models.Model):
    """A row that a record laid and a later record may supersede. Never edited otherwise."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="%(class)ss")
    number = models.PositiveSmallIntegerField("số trong hồ sơ")
    laid_by = models.ForeignKey(StepRecord, models.PROTECT, related_name="laid_%(class)ss")
    superseded_by = models.ForeignKey(
        StepRecord, models.PROTECT, null=True, related_name="superseded_%(class)ss"
    )

    class Meta:
        abstract = True
        triggers = superseded_once()
        constraints = [
            models.UniqueConstraint(
                fields=["case", "number", "laid_by"], name="one_%(class)s_per_number"
            )
        ]


class Subject(Laid):
    """Đối tượng kiểm tra, giám sát: a person or an organisation, never called a violator.

    Of a person it keeps who managed them on the day they came into the file (`managed_on`; without that
    day nobody looked), so that a change on the way is noticed when the matter is decided.
    """

    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="matters")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="matters"
    )
    managed_by = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    managed_on = models.DateField("ngày xét diện quản lý", null=True)

    class Meta(Laid.Meta):
        verbose_name = "đối tượng"
        constraints = [
            *Laid.Meta.constraints,
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(organisation__isnull=True),
                name="a_person_or_an_organisation",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person or self.organisation)


class Finding(Laid):
    """Nội dung được xem xét, kết luận for one subject, at one stage of its own machine.

    A finding that moves is laid again under its number, and the row before is superseded.
    """

    subject = models.ForeignKey(Subject, models.PROTECT, related_name="findings")
    content = models.TextField("nội dung")
    stage = models.CharField("kết quả", max_length=24)

    class Meta(Laid.Meta):
        verbose_name = "nội dung kết luận"
        triggers = superseded_once(erased=of_file("content"))

    def __str__(self) -> str:
        return f"{self.case} – nội dung {self.number}"


class FileRow(Laid):
    """Anything else that lies in the file: what guards may read (`facts`), what people wrote (`words`)."""

    kind = models.CharField("loại", max_length=16)
    facts = models.JSONField("dữ kiện")
    words = models.JSONField("lời văn")

    class Meta(Laid.Meta):
        verbose_name = "mục hồ sơ"
        triggers = superseded_once(erased=of_file("words"))

    def __str__(self) -> str:
        return f"{self.case} – {self.kind} {self.number}"


class Attachment(models.Model):
    """A file handed in, kept once under its SHA-256."""

    sha256 = models.CharField(primary_key=True, max_length=64)
    name = models.CharField("tên tệp", max_length=200)
    kind = models.CharField("loại", max_length=80)
    size = models.PositiveIntegerField("kích thước")
    content = models.BinaryField("nội dung")

    class Meta:
        verbose_name = "tệp đính kèm"
        triggers = append_only(
            Erased(("name", "content"), ordered("e.covers -> 'files' @> to_jsonb(OLD.sha256)"))
        )

    def __str__(self) -> str:
        return self.name


class RecordPaper(models.Model):
    """A paper that a step issued or wrote. The record holds its papers; a paper knows no case."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="papers")
    record = models.ForeignKey(StepRecord, models.PROTECT, related_name="papers")
    paper = models.OneToOneField(Paper, models.PROTECT, related_name="record_paper")

    class Meta:
        verbose_name = "văn bản của hồ sơ"
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.record}: {self.paper}"


#: Work without a deadline comes after all other.
_WHEN_DUE = Coalesce("due", Value(date.max), output_field=models.DateField())


class WorkRow(models.Model):
    """One thing to do next and whose turn it is: derived from the file, replaced at every step."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="work")
    step = models.CharField("bước", max_length=40)
    role = models.CharField("vai trò", max_length=24)
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="work")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="work")
    since = models.DateField("từ ngày")
    due = models.DateField("hạn", null=True)

    class Meta:
        verbose_name = "việc cần làm"
        indexes = [  # in the order of cases.worklist: a page reads them from its place on
            models.Index(
                "body", "role", _WHEN_DUE, "case",
                include=["due", "step"], condition=Q(body__isnull=False), name="work_of_role",
            ),
            models.Index(
                "body", "role", "step", _WHEN_DUE, "case",
                include=["due"], condition=Q(body__isnull=False), name="work_of_role_step",
            ),
            models.Index(
                "person", _WHEN_DUE, "case",
                include=["due", "step"], condition=Q(person__isnull=False), name="work_of_person",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.case}: {self.step}"


class DeadlineRow(models.Model):
    """An open deadline of a case: derived, always recomputed from its first date."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="deadlines")
    name = models.CharField("thời hạn", max_length=40)
    last_day = models.DateField("ngày cuối")
    explained = models.JSONField("cách tính")

    class Meta:
        verbose_name = "thời hạn đang chạy"
        indexes = [models.Index(fields=["last_day"])]

    def __str__(self) -> str:
        return f"{self.case}: {self.name} {self.last_day:%d/%m/%Y}"


class TeamSeat(models.Model):
    """Who sits on the team now and as what: derived from the plan and its changes."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="team")
    person = models.ForeignKey(Person, models.PROTECT, related_name="team_seats")
    role = models.CharField("vai trò", max_length=24)

    class Meta:
        verbose_name = "thành viên đoàn"
        constraints = [models.UniqueConstraint(fields=["case", "person"], name="one_seat_a_person")]
        indexes = [models.Index(fields=["person", "case"], name="cases_of_member")]

    def __str__(self) -> str:
        return f"{self.person} – {self.role}"


class Participant(models.Model):
    """A body that proposes or decides in a case beside the handling one: derived from its levels."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="participants")
    body = models.ForeignKey(Body, models.PROTECT, related_name="taking_part")

    class Meta:
        verbose_name = "cơ quan tham gia xem xét"
        constraints = [
            models.UniqueConstraint(fields=["case", "body"], name="one_participation_a_body")
        ]
        indexes = [models.Index(fields=["body", "case"], name="cases_of_participant")]

    def __str__(self) -> str:
        return f"{self.case}: {self.body}"


class AgendaEntry(models.Model):
    """A case on the agenda of a meeting: derived from the rows of the meeting's file."""

    meeting = models.ForeignKey(Case, models.CASCADE, related_name="agenda")
    number = models.PositiveSmallIntegerField("số trong hồ sơ họp")
    case = models.ForeignKey(Case, models.PROTECT, related_name="on_agendas")
    purpose = models.CharField("việc xem xét", max_length=12)

    class Meta:
        verbose_name = "nội dung họp"
        ordering = ["meeting", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="one_agenda_entry_per_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.case}"
