"""Papers, the books that number them, what was printed, signed, served. A paper knows no case."""

from django.db import models
from django.db.models import Q

from documents import walls
from documents.catalogue import Kind, find
from documents.copy_models import Copy  # noqa: F401 -- Django looks here
from documents.original_models import Custody, Original
from documents.pages import number_text
from documents.site_wording_models import SiteWording  # noqa: F401 -- Django looks here
from documents.states import OPEN, WAYS, State
from proof.entries import Entry
from proof.walls import CountsUpByOne, append_only, never_removed
from registry.erasure_models import of_paper
from registry.models import Body, Person, Post, Term

__all__ = [
    "OPEN", "BookEntry", "Custody", "Journal", "NumberBook", "Original", "Paper", "Print", "Service", "SignOff",
    "State",
]  # fmt: skip


class NumberBook(models.Model):
    """Sổ số: one series of numbers, of one kind symbol, in one term of a body (or of one team)."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="number_books")
    term = models.ForeignKey(Term, models.PROTECT, related_name="number_books")
    symbol = models.CharField("ký hiệu loại", max_length=8)
    series = models.CharField("dãy riêng của đoàn", max_length=40, blank=True)
    next_number = models.PositiveIntegerField("số kế tiếp", default=1)

    class Meta:
        verbose_name = "sổ số văn bản"
        constraints = [
            models.UniqueConstraint(
                fields=["body", "term", "symbol", "series"], name="one_book_per_series"
            ),
            models.CheckConstraint(condition=Q(next_number__gte=1), name="book_starts_at_one"),
        ]
        triggers = [
            CountsUpByOne(name="counts_up_by_one", counter="next_number"),
            *never_removed(),
        ]

    def __str__(self) -> str:
        return f"{self.symbol}/{self.body.symbol} {self.term.name}"


class Paper(models.Model):
    """One paper: frozen values from its signature on, a number once, printed once."""

    kind = models.CharField("loại văn bản", max_length=12)
    title = models.CharField("tên văn bản", max_length=1000)
    body = models.ForeignKey(Body, models.PROTECT, related_name="papers")
    term = models.ForeignKey(Term, models.PROTECT, related_name="papers", null=True)
    symbol = models.CharField("ký hiệu loại", max_length=8, blank=True)
    series = models.CharField("dãy riêng của đoàn", max_length=40, blank=True)
    number = models.PositiveIntegerField("số", null=True)
    number_text = models.CharField("số và ký hiệu", max_length=60, blank=True)
    dated = models.DateField("ngày ban hành", null=True)
    state = models.CharField("trạng thái", max_length=12, choices=State.choices)
    values = models.JSONField("nội dung")
    values_sha256 = models.CharField("mã băm nội dung", max_length=64)
    sources = models.JSONField("nguồn của nội dung", default=dict)
    layout = models.CharField("thể thức", max_length=16)
    wording = models.CharField("mã băm mẫu văn bản", max_length=64, blank=True)
    source = models.TextField("mẫu riêng của nơi dùng", blank=True)
    signed_on = models.DateField("ngày ký", null=True)
    signed_by = models.ForeignKey(Person, models.PROTECT, related_name="papers_signed", null=True)
    cancelled_why = models.TextField("lý do hủy", blank=True)
    replaces = models.ForeignKey("self", models.PROTECT, related_name="replaced_by", null=True)
    prepared_at = models.DateTimeField("lập lúc", auto_now_add=True)

    class Meta:
        verbose_name = "văn bản"
        verbose_name_plural = "văn bản"
        indexes = [
            models.Index(fields=["state"]),
            models.Index(fields=["body", "dated"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "term", "symbol", "series", "number"], name="one_paper_per_number"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.READY, State.ISSUED, State.SERVED])
                | Q(symbol="")
                | Q(number__isnull=False, dated__isnull=False),
                name="issued_papers_have_number_and_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CANCELLED) | ~Q(cancelled_why=""),
                name="cancelled_with_a_reason",
            ),
        ]
        triggers = [
            walls.FrozenOnceSigned(
                name="frozen_once_signed",
                open_states=OPEN,
                frozen=(
                    "kind", "title", "body", "term", "symbol", "series", "values", "values_sha256",
                    "sources", "layout", "wording", "source", "signed_on", "signed_by", "replaces", "prepared_at",
                ),
                erased=of_paper("title", "values", "sources", paper="id"),
            ),
            walls.SetOnce(name="numbered_once", fields=("number", "dated")),
            walls.OnlyTheseWays(name="only_these_ways", ways=WAYS),
            *never_removed(),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"{self.number_text} {self.title}".strip()

    @property
    def catalogued(self) -> Kind:
        """The entry of the catalogue this paper was written under."""
        return find(self.kind)

    @property
    def state_label(self) -> str:
        """The state in words; a paper without a book number never waits for one."""
        if self.state == State.READY and not self.symbol:
            return "Đã ký, chưa in"
        return self.get_state_display()

    @property
    def heading_word(self) -> str:
        """What the paper is called in a sentence: "Quyết định", "Công văn"."""
        return self.catalogued.heading.capitalize() or "Công văn"

    @property
    def is_out(self) -> bool:
        """Whether it can no longer be cancelled: it was handed over, or was cancelled before."""
        return self.state in (State.SERVED, State.CANCELLED, State.RECEIVED)

    @property
    def reference(self) -> str:
        """Its number as other papers cite it ("03-QĐ/UBKTĐU"); empty where it has none yet."""
        return self.number_text

    @property
    def as_reference(self) -> dict[str, str]:
        """How another paper names this one (the shape `documents.shapes.reference`)."""
        on = self.dated or self.signed_on
        return {
            "kind": self.heading_word,
            "number": self.reference,
            "on": on.isoformat(),
            "by": self.body.name,
        }

    def text_of(self, number: int) -> str:
        """Return "03-QĐ/UBKTĐU" for a number of this paper's series."""
        return number_text(self.catalogued, self.values, number)


class SignOff(models.Model):
    """One person's signature or agreement, bound to the exact words by their hash."""

    class Level(models.TextChoices):
        OFFICER = "can_bo", "Cán bộ soạn thảo"
        REVIEW = "tham_dinh", "Xem xét, cho ý kiến"
        SIGNATURE = "ky", "Ký ban hành"

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="sign_offs")
    person = models.ForeignKey(Person, models.PROTECT, related_name="sign_offs")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+", null=True)
    level = models.CharField("cấp", max_length=12, choices=Level.choices)
    values_sha256 = models.CharField("mã băm nội dung", max_length=64)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "chữ ký, ý kiến duyệt"
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.get_level_display()}: {self.person}"


class Print(models.Model):
    """The paper itself: bytes rendered once after the number was taken, never rendered again."""

    paper = models.OneToOneField(Paper, models.PROTECT, primary_key=True, related_name="print")
    pdf = models.BinaryField("bản in")
    sha256 = models.CharField("mã băm bản in", max_length=64)
    pages = models.PositiveIntegerField("số trang")
    wording = models.CharField("mã băm mẫu văn bản", max_length=64)
    printed_at = models.DateTimeField("in lúc")

    class Meta:
        verbose_name = "bản in"
        triggers = append_only(of_paper("pdf"))

    def __str__(self) -> str:
        return f"{self.paper}: {self.sha256[:12]}"


class SignedState(models.Model):
    """A paper as one electronic signature left it: what was added to the bytes before, stored once.

    Joined in their order the additions are the file; the last one adds nothing here, its file is
    the print.
    """

    class Of(models.TextChoices):
        PERSON = "chu_ky", "Người ký"
        NUMBER = "so", "Cơ quan ký số văn bản"
        DAY = "ngay", "Cơ quan ký ngày ban hành"
        SEAL = "con_dau", "Con dấu của cơ quan"

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="signed_states")
    sequence = models.PositiveSmallIntegerField("thứ tự")
    mark = models.CharField("dấu", max_length=8, choices=Of.choices)
    added = models.BinaryField("phần thêm vào tệp")
    sha256 = models.CharField("mã băm của tệp", max_length=64)
    holder = models.CharField("chứng thư của", max_length=300)
    issuer = models.CharField("nơi cấp chứng thư", max_length=300)
    certificate_sha256 = models.CharField("mã băm chứng thư", max_length=64)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+", null=True)
    at = models.DateTimeField("lúc")

    class Meta:
        verbose_name = "chữ ký số"
        constraints = [
            models.UniqueConstraint(fields=["paper", "sequence"], name="one_state_per_signature"),
            models.UniqueConstraint(fields=["paper", "mark"], name="one_signature_per_mark"),
        ]
        triggers = append_only(of_paper("added", "holder"))

    def __str__(self) -> str:
        return f"{self.paper}: {self.get_mark_display()}"


class Service(models.Model):
    """Tống đạt: a paper handed over, or its refusal recorded, on a day, to someone."""

    class Outcome(models.TextChoices):
        RECEIVED = "da_nhan", "Đã nhận"
        REFUSED = "tu_choi_nhan", "Từ chối nhận, đã lập biên bản"

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="services")
    on = models.DateField("ngày tống đạt")
    to = models.CharField("người nhận", max_length=300)
    outcome = models.CharField("kết quả", max_length=16, choices=Outcome.choices)
    evidence = models.CharField("biên bản, giấy nhận", max_length=300)
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "tống đạt"
        triggers = append_only(of_paper("to", "evidence"))

    def __str__(self) -> str:
        return f"{self.paper} → {self.to}: {self.get_outcome_display()}"


class Journal(models.Model):
    """The head of a body's journal: its length and last hash. Locked whenever an entry is added."""

    body = models.OneToOneField(Body, models.PROTECT, primary_key=True, related_name="journal")
    length = models.PositiveIntegerField("số dòng", default=0)
    head = models.CharField("mã băm dòng cuối", max_length=64)

    class Meta:
        verbose_name = "nhật ký văn bản"
        triggers = [
            CountsUpByOne(name="grows_by_one", counter="length", free=("head",)),
            *never_removed(),
        ]

    def __str__(self) -> str:
        return f"{self.body}: {self.length} dòng"


class BookEntry(Entry):
    """One line of a body's journal of papers: a number taken, reserved or cancelled. Chained."""

    class Deed(models.TextChoices):
        OPENED = "mo_so", "Mở sổ"
        TAKEN = "cap_so", "Cấp số"
        RESERVED = "giu_so", "Giữ số"
        STUB = "van_ban_mat", "Giữ số văn bản mật"
        ORIGINAL = "ban_goc", "Chụp, đối chiếu bản gốc"
        CUSTODY = "noi_giu", "Nơi giữ bản gốc"
        INCOMING = "vao_so", "Vào sổ văn bản đến"
        CANCELLED = "huy", "Hủy"
        COPIED = "sao", "Cấp số bản sao"

    body = models.ForeignKey(Body, models.PROTECT, related_name="book_entries")
    paper = models.ForeignKey(Paper, models.PROTECT, related_name="book_entries", null=True)
    deed = models.CharField("việc", max_length=12, choices=Deed.choices)

    class Meta(Entry.Meta):
        abstract = False
        verbose_name = "dòng sổ văn bản"
        constraints = [
            models.UniqueConstraint(fields=["body", "sequence"], name="one_book_entry_per_place")
        ]
        indexes = [models.Index(fields=["-recorded_at", "-id"], name="book_entries_by_time")]
        triggers = append_only()

    def __str__(self) -> str:
        return f"{self.sequence}. {self.get_deed_display()}"

    def claims(self) -> dict[str, object]:
        return {
            "chain": f"journal:{self.body_id}",
            "sequence": self.sequence,
            "deed": self.deed,
            "paper": self.paper_id,
        }
