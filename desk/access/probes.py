"""Where each kind of thing would show, if it shows: an address for one file, and the sign to look for there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from cases.exceptions import exceptions_on
from cases.models import Case, FileRow
from desk.access.matters import FILES, MEMBERS, PLANTED, Laid, holder_of, word
from documents.models import NumberBook, Original
from registry.models import Organisation, Person
from workflows import catalogue
from workflows.rows import RowKind

#: A file and a paper that are not there: what is hidden must answer as these do.
NO_FILE, NO_PAPER = "GS-2099-9999", 999_999_999

#: The step by which the draft that waits in a file would be signed.
SIGNED_WITH = {"giam_sat_xa": "conclude", "giam_sat_tinh": "conclude", "kiem_tra_moi": "decide"}

PDF, PICTURE = "%PDF-1", "PNG\r\n\x1a"


@dataclass(frozen=True)
class Probe:
    """One question to the site: what is sent where, the sign that the thing is shown, and where to ask
    the same about something that does not exist (empty: the address names no file)."""

    url: str
    sign: str
    twin: str = ""
    method: str = "GET"
    data: Mapping[str, Any] = field(default_factory=dict)
    json: bool = False


@dataclass(frozen=True)
class Where:
    """One file of the sample site, and one kind of thing in it."""

    laid: Laid
    file: str
    data: str

    @property
    def case(self) -> Case:
        return self.laid.files[self.file]

    @property
    def word(self) -> str:
        """What stands in the file, and nowhere else, for this kind of thing: a file's heading is its title."""
        return self.case.title if self.data == "dau_muc" else word(self.file, self.data)


Finder = Callable[[Where], Probe | None]


def probe(address: str, where: Where) -> Probe | None:
    """Return the question by which `address` is asked for a thing; None where the file has none of it."""
    asked = FINDERS[address](where)
    if asked is None or (
        asked.sign == where.word and where.file not in PLANTED.get(where.data, FILES)
    ):
        return None
    return asked


def _named(
    name: str,
    query: str = "",
    *,
    sign: str = "",
    ref: str = "reference",
    step: str = "",
    **more: Any,
) -> Finder:
    """An address that names a file; the sign is the planted word unless another is given."""
    parts = {"step": step} if step else {}

    def find(where: Where) -> Probe:
        url, twin = (
            reverse(name, kwargs={ref: one, **parts}) + query
            for one in (where.case.reference, NO_FILE)
        )
        return Probe(url, sign or where.word, twin, **more)

    return find


def _step(step: str) -> Finder:
    """The form of a step, sent empty: the page that says what is wrong shows the file around it."""
    return lambda where: _of_step(where, "step", step, where.word, method="POST")


def _of_draft(name: str, method: str = "GET") -> Finder:
    """What shows the draft that waits in a file; none where no draft waits."""

    def find(where: Where) -> Probe | None:
        step = SIGNED_WITH.get(where.file)
        if step is None:
            return None
        if name != "step-preview":
            sent = {"deed": "return_draft", "draft": "0"} if method == "POST" else {}
            return replace(_of_step(where, name, step, where.word, method=method), data=sent)
        kind = catalogue.get(where.case.procedure).steps[step].issues[0].code
        return _of_step(where, name, step, PDF, kind=kind)

    return find


def _of_step(
    where: Where, name: str, step: str, sign: str, *, method: str = "GET", **more: Any
) -> Probe:
    url, twin = (
        reverse(name, kwargs={"reference": one, "step": step, **more})
        for one in (where.case.reference, NO_FILE)
    )
    return Probe(url, sign, twin, method=method)


def _listed(name: str, sign: str = "") -> Finder:
    return lambda where: Probe(reverse(name), sign or where.word)


def _searched(name: str) -> Finder:
    """A search for the planted word: what comes back must not name the file, whose number nobody typed."""
    return lambda where: Probe(
        f"{reverse(name)}?{urlencode({'q': where.word})}", where.case.reference
    )


def _searched_everywhere(where: Where) -> Probe | None:
    """The one box over everything: a member by name, a paper by its number, a file by the planted word.

    What lies in files is looked for among files: a signed paper may cite it, and is found by who reads that.
    """
    if where.data == "danh_ba":
        return Probe(reverse("search") + _sought(where), where.word)
    if where.data == "van_ban":
        found = _paper("paper", lambda paper: paper.number_text)(where)
        query = found and urlencode({"q": found.sign, "loai": "van-ban"})
        return found and Probe(f"{reverse('search')}?{query}", f'"{found.url}"')
    if where.file not in PLANTED.get(where.data, FILES):
        return None
    kind = "&loai=ho-so" if where.data in ("chung_cu", "trinh_bay") else ""
    found = _searched("search")(where)
    return found and replace(found, url=found.url + kind)


def _exported(where: Where) -> Probe:
    return Probe(
        reverse("cases-export"), where.word, method="POST", data={"purpose": "kiểm tra quyền xem"}
    )


def _counted(where: Where) -> Probe:
    """The search is narrowed to the planted word, so that one more or less tells of this file alone."""
    return Probe(f"{reverse('cases-export')}?{urlencode({'q': where.word})}", ">1 hồ sơ<")


#: Every day there may be a file of.
_ALL_DAYS = {"ky": "tu_chon", "tu": "01/01/2000", "den": "31/12/2099"}


def _behind_a_figure(where: Where) -> Probe:
    """The newest files behind the figure of all matters that were opened."""
    url = reverse("statistics-list", kwargs={"code": "ho-so"})
    query = urlencode({**_ALL_DAYS, "cot": "tong", "dong": "tong"})
    return Probe(f"{url}?{query}", where.case.reference)


def _behind_days(where: Where) -> Probe:
    """The times the last step of the file was taken, in any file."""
    moved = where.case.history.filter(moves=True).order_by("sequence").last()
    said = {"thu_tuc": where.case.procedure, "buoc": moved.step if moved else ""}
    return Probe(f"{reverse('step-days-list')}?{urlencode(_ALL_DAYS | said)}", where.case.reference)


def _behind_the_overdue(where: Where) -> Probe:
    return Probe(f"{reverse('overdue-list')}?{urlencode(_ALL_DAYS)}", where.case.reference)


def _as_a_sheet(found: Callable[[Where], Probe]) -> Finder:
    def made(where: Where) -> Probe:
        asked = found(where)
        said = {"purpose": "kiểm tra quyền xem"}
        return replace(asked, url=f"{asked.url}&xuat=excel", method="POST", data=said)

    return made


def _figures(
    name: str, sign: Callable[[Organisation], str], *, code: str = "", **more: str
) -> Finder:
    """The figures of the organisation whose body handles the file, this year so far."""
    parts = {"code": code} if code else {}

    def find(where: Where) -> Probe:
        unit = where.case.body.organisation
        query = urlencode({"don_vi": unit.pk, **more})
        return Probe(f"{reverse(name, kwargs=parts)}?{query}", sign(unit))

    return find


#: Where the list behind a figure, and a form filled in, are linked from: only from figures one reads.
_LISTED_BEHIND = 'href="/thong-ke/bieu/ho-so/danh-sach/?'
_FILLED_IN = 'href="/thong-ke/bieu/ho-so/?'


def _of_admin(*model: str) -> Finder:
    return lambda where: Probe(f"/admin/{'/'.join(model)}/{where.case.pk}/change/", where.word)


def _meeting(name: str) -> Finder:
    """The page of a meeting, or its room."""

    def find(where: Where) -> Probe | None:
        if where.file != "giam_sat_xa" or where.laid.meeting is None:
            return None
        url, twin = (
            reverse(name, kwargs={"reference": one})
            for one in (where.laid.meeting.reference, "HN-2099-9999")
        )
        return Probe(url, where.word, twin)

    return find


def _handed_in(where: Where) -> Probe | None:
    row = FileRow.objects.filter(case=where.case, kind=RowKind.STATEMENT).first()
    if row is None:
        return None
    url, twin = (
        reverse("case-file", kwargs={"reference": one, "row": row.number})
        for one in (where.case.reference, NO_FILE)
    )
    return Probe(url, where.word, twin)


def _paper(name: str, sign: Callable[[Any], str], *, numbered: bool = True, **more: Any) -> Finder:
    """The first printed paper of the file with a number, or without one: minutes."""

    def find(where: Where) -> Probe | None:
        held = where.case.papers.filter(
            paper__print__isnull=False, paper__number__isnull=not numbered
        )
        first = held.select_related("paper__print").order_by("paper_id").first()
        if first is None:
            return None
        url, twin = (
            reverse(name, kwargs={"paper": one, **more}) for one in (first.paper_id, NO_PAPER)
        )
        return Probe(url, sign(first.paper), twin)

    return find


def _register(where: Where) -> Probe | None:
    return _in_register(where, reverse("papers"))


def _register_search(where: Where) -> Probe | None:
    return _in_register(where, f"{reverse('papers')}?{urlencode({'q': where.case.reference})}")


def _in_register(where: Where, url: str) -> Probe | None:
    found = _paper("paper", lambda _paper: "")(where)
    return found and Probe(url, f'"{found.url}"')


def _outgoing(where: Where) -> Probe | None:
    """The register of outgoing papers as a spreadsheet: a file is known in it by its number."""
    purpose = {"purpose": "kiểm tra quyền xem"}
    found = _paper("paper", lambda _paper: "")(where)
    return found and Probe(
        reverse("papers-export"), where.case.reference, method="POST", data=purpose
    )


def _outgoing_counted(where: Where) -> Probe | None:
    """Narrowed to the number of the file, so that one more or less tells of this file alone."""
    numbered = where.case.papers.filter(paper__number__isnull=False).count()
    asked = f"?{urlencode({'q': where.case.reference})}"
    return Probe(reverse("papers-export") + asked, f">{numbered} văn bản<") if numbered else None


def _book_of(where: Where) -> tuple[NumberBook, str] | None:
    """The number book of the first numbered paper of the file, and the address of that paper."""
    held = where.case.papers.filter(paper__number__isnull=False).select_related("paper").first()
    if held is None:
        return None
    paper = held.paper
    book = NumberBook.objects.get(
        body=paper.body_id, term=paper.term_id, symbol=paper.symbol, series=paper.series
    )
    return book, reverse("paper", kwargs={"paper": paper.pk})


def _in_book(where: Where) -> Probe | None:
    found = _book_of(where)
    return found and Probe(reverse("number-book", args=[found[0].pk]), f'"{found[1]}"')


def _searched_in_book(where: Where) -> Probe | None:
    found = _book_of(where)
    asked = f"?{urlencode({'tinh_trang': 'da_cap'})}"
    return found and Probe(reverse("number-book", args=[found[0].pk]) + asked, f'"{found[1]}"')


def _exported_book(where: Where) -> Probe | None:
    purpose = {"purpose": "kiểm tra quyền xem"}
    found = _book_of(where)
    return found and Probe(
        reverse("number-book-export", args=[found[0].pk]),
        where.case.reference,
        method="POST",
        data=purpose,
    )


def _original(name: str, method: str = "GET") -> Finder:
    """The scan of a paper's original; or the form about it, sent empty, which names the paper."""

    def find(where: Where) -> Probe | None:
        kept = Original.objects.filter(paper__record_paper__case=where.case).first()
        if kept is None:
            return None
        scan = [kept.pk] if name == "original" else []
        url, twin = (reverse(name, args=[one, *scan]) for one in (kept.paper_id, NO_PAPER))
        sign = kept.name if scan else f">{kept.paper.number_text}<"
        return Probe(url, sign, twin, method=method)

    return find


def _taken_out(shape: str, sign: Callable[[Where], str]) -> Finder:
    """The whole file, taken out for a purpose: its name is in what comes back."""

    def find(where: Where) -> Probe:
        sent = {"purpose": "kiểm tra quyền xem", "shape": shape}
        return replace(_named("case-export", sign=sign(where))(where), method="POST", data=sent)

    return find


def _found(where: Where) -> Probe | None:
    """That something was found is told by number; what it is, by the pages alone."""
    if where.file not in PLANTED["chung_cu"]:
        return None
    return _named("api-1:case", ref="ref", sign='"findings": [{')(where)


def _fated(where: Where) -> Probe | None:
    """The preview of a plan that ends the body of this file: its title is told to whoever opens it anyway."""
    plan = where.laid.plan
    if plan is None or where.file != "ky_luat_chi_bo":
        return None
    url, twin = (reverse("reorganisation-preview", args=[one]) for one in (plan.pk, NO_PAPER))
    return Probe(url, where.word, twin)


def _proposed(where: Where) -> Probe | None:
    """The decision on a flag that this file goes back to: its page names the file to whoever opens it anyway."""
    decision = where.laid.decision
    if decision is None or where.file != "giam_sat_xa":
        return None
    return Probe(reverse("flag-decision", args=[decision.pk]), where.case.reference)


def _rule(where: Where) -> Probe:
    """A rule of law by which the file was opened: its page lists the files to which it was applied."""
    rule = where.case.history.get(sequence=1).hits[0]["rule"]
    return Probe(reverse("law-rule", kwargs={"rule": rule}), where.case.reference)


def _followed(name: str) -> Finder:
    """The item that the file follows, or the document it carries out: both list the files one may open."""

    def find(where: Where) -> Probe | None:
        item = where.laid.item
        if item is None or where.file != "giam_sat_xa":
            return None
        named = item.pk if name == "programme-item" else item.directive_id
        return Probe(reverse(name, args=[named]), where.case.title)

    return find


def _measured(where: Where) -> Probe | None:
    """The commitments of the member a file is about: a mark names the file to whoever reads what lies in it."""
    person = where.case.subjects.filter(person__isnull=False).first()
    if person is None:
        return None
    return Probe(reverse("pledges", args=[person.person_id]), where.case.reference)


def _grant(where: Where) -> Probe | None:
    grant = exceptions_on(where.case).first()
    if grant is None:
        return None
    url, twin = (
        reverse("grant-end", kwargs={"reference": one, "grant": grant.pk})
        for one in (where.case.reference, NO_FILE)
    )
    return Probe(url, where.word, twin)


def _history(where: Where) -> Probe:
    """The first record, which whoever opened the file made."""
    first = where.case.history.get(sequence=1)
    return _named("api-1:history", sign=first.hash, ref="ref")(where)


def _traced(where: Where) -> Probe:
    first = where.case.history.select_related("post").get(sequence=1)
    post = first.post.get_position_display().lower() if first.post else ""
    said = f"{first.acted_on:%d/%m/%Y}</time> · {first.actor.full_name}, {post}"
    return _named("case", "?muc=history", sign=said)(where)


def _envelope(name: str, method: str = "GET", **more: Any) -> Finder:
    def find(where: Where) -> Probe | None:
        held = where.laid.envelope
        if held is None:
            return None
        url, twin = (reverse(name, kwargs={"pk": one, **more}) for one in (held.pk, NO_PAPER))
        return Probe(url, where.word, twin, method=method)

    return find


def _letter(name: str, sign: str = "") -> Finder:
    """The line of the incoming book; searched for, it is known by the number of its file, or by how many."""

    def find(where: Where) -> Probe | None:
        letter = where.laid.letter
        if letter is None or where.file not in PLANTED["don_thu"]:
            return None
        asked = f"?{urlencode({'q': where.word})}"
        return Probe(reverse(name) + asked, sign or letter.reference)

    return find


def _of_holder(name: str, *, sign: str = "", method: str = "GET", reason: bool = False) -> Finder:
    """A page about the member a file is about; a team opens it in the file, with a reason."""

    def find(where: Where) -> Probe | None:
        holder = holder_of(where.laid, where.file)
        if holder is None:
            return None
        url, twin = (reverse(name, kwargs={"pk": one}) for one in (holder.pk, NO_PAPER))
        said = {"case": where.case.reference, "reason": "kiểm tra quyền xem"} if reason else {}
        return Probe(url, sign or where.word, twin, method=method, data=said)

    return find


def _member(name: str, method: str = "GET", *body: str) -> Finder:
    """The row of the member who stands for the file, or a form about them, sent empty."""

    def find(where: Where) -> Probe:
        by = [where.laid.province.bodies[one].pk for one in body]
        url, twin = (reverse(name, args=[pk, *by]) for pk in (_who(where).pk, NO_PAPER))
        return Probe(url, where.word, twin, method=method)

    return find


def _searched_for_a_holder(where: Where) -> Probe | None:
    """A search for what was declared: it finds nobody, so no way to the declarations is shown by it."""
    holder = holder_of(where.laid, where.file)
    if holder is None or where.file not in PLANTED["ngoai_nuoc"]:
        return None
    url = reverse("foreign-of", kwargs={"pk": holder.pk})
    return Probe(f"{reverse('foreign')}?{urlencode({'q': where.word})}", f'"{url}"')


def _who(where: Where) -> Person:
    return where.laid.province.people[MEMBERS[where.file]]


def _sought(where: Where) -> str:
    return f"?{urlencode({'q': _who(where).full_name})}"


def _members_out(where: Where) -> Probe:
    purpose = {"purpose": "kiểm tra quyền xem"}
    return Probe(reverse("members-export"), where.word, method="POST", data=purpose)


_AT_DOOR = {"acted_on": "2000-01-01", "inputs": {}}

#: How the matrix names an address → how it is asked for one file.
FINDERS: dict[str, Finder] = {
    "case": _named("case"),
    "case findings": _named("case", "?muc=findings"),
    "case handed": _named("case", "?muc=handed"),
    "case history": _traced,
    "case-reads": lambda where: _named("case-reads", sign=f">{where.case.reference}<")(where),
    "case-reads-export": lambda where: _named("case-reads-export", sign=f">{where.case.reference}<")(where),
    "case-readers": _named("case-readers"),
    "grant-end": _grant,
    "law-rule": _rule,
    "flag-decision": _proposed,
    "directive": _followed("directive"),
    "programme-item": _followed("programme-item"),
    "pledges": _measured,
    "calendar": lambda where: Probe(reverse("calendar"), where.case.title),
    "case-retold": _named("case-retold"),
    "case-as-of": lambda where: _named("case-as-of", sign=f">{where.case.reference}<")(where),
    "case-explained": lambda where: _named("case-explained", sign=f">{where.case.reference}<")(
        where
    ),
    "audit": lambda where: Probe(reverse("audit"), f">{where.case.reference}<"),
    "audit q": lambda where: Probe(
        f"{reverse('audit')}?{urlencode({'ho_so': where.case.reference})}",
        f">{where.case.reference}<",
    ),
    "audit-export": lambda where: Probe(
        reverse("audit-export"), where.case.reference, method="POST",
        data={"purpose": "kiểm tra quyền xem"},
    ),
    "case-file": _handed_in,
    "meeting": _meeting("meeting"),
    "room": _meeting("room"),
    "following": lambda where: Probe(reverse("following", kwargs={"kind": "muon"}), where.word),
    "following-export": lambda where: Probe(
        reverse("following-export", kwargs={"kind": "muon"}), where.word, method="POST",
        data={"purpose": "kiểm tra quyền xem"},
    ),
    "cases": _listed("cases"),
    "cases q": _searched("cases"),
    "search q": _searched_everywhere,
    "cases-export": _exported,
    "cases-export n": _counted,
    "worklist": _listed("worklist"),
    "worklist q": _searched("worklist"),
    "notices": lambda where: Probe(reverse("notices"), where.case.reference),
    "statistics-list": _behind_a_figure,
    "step-days-list": _behind_days,
    "overdue-list": _behind_the_overdue,
    "statistics-list excel": _as_a_sheet(_behind_a_figure),
    "step-days-list excel": _as_a_sheet(_behind_days),
    "overdue-list excel": _as_a_sheet(_behind_the_overdue),
    "statistics-form": _figures("statistics-form", lambda _unit: _LISTED_BEHIND, code="ho-so"),
    "statistics-form sai": _figures(
        "statistics-form", lambda unit: f'value="{unit.pk}" selected', code="ho-so", nam="0"
    ),
    "statistics": _figures("statistics", lambda _unit: _FILLED_IN),
    "statistics-export": _figures(
        "statistics-export", lambda unit: f"Đơn vị: {unit.name}", code="ho-so"
    ),
    "statistics-public": _figures(
        "statistics-public", lambda unit: f"Đơn vị: {unit.name}", code="ho-so"
    ),
    "statistics-list n": _figures(
        "statistics-list", lambda _unit: "Số liệu: <b>", code="ho-so", cot="tong", dong="tong"
    ),
    "meetings": _listed("meetings"),
    "reorganisation-preview": _fated,
    "approvals": lambda where: Probe(reverse("approvals"), where.case.reference),
    "step draft_conclude": _step("draft_conclude"),
    "step add_evidence": _step("add_evidence"),
    "step record_finding": _step("record_finding"),
    "approval": _of_draft("approval"),
    "approval sai": _of_draft("approval", method="POST"),
    "step-preview": _of_draft("step-preview"),
    "paper": _paper("paper", lambda one: one.number_text),
    "paper sai": _paper("paper-picture", lambda one: one.number_text, page=99),
    "paper-sign": _paper("paper-sign", lambda one: one.number_text),
    "paper-pdf": _paper("paper-pdf", lambda _one: PDF),
    "paper-pdf bb": _paper("paper-pdf", lambda _one: PDF, numbered=False),
    "paper bb": _paper("paper", lambda one: reverse("paper-pdf", args=[one.pk]), numbered=False),
    "paper-picture": _paper("paper-picture", lambda _one: PICTURE, page=1),
    "papers": _register,
    "papers q": _register_search,
    "papers-export": _outgoing,
    "papers-export n": _outgoing_counted,
    "number-book": _in_book,
    "number-book q": _searched_in_book,
    "number-book-export": _exported_book,
    "original": _original("original"),
    "original-new": _original("original-new", method="POST"),
    "original-move": _original("original-move", method="POST"),
    "case-export": lambda where: _named("case-export", sign=f">{where.case.reference}<")(where),
    "case-export pdf": _taken_out("pdf", lambda where: f"{where.case.reference}.pdf"),
    "case-export zip": _taken_out("zip", lambda where: f"{where.case.reference}.zip"),
    "case-export nhật ký": _taken_out("zip", lambda where: where.case.history.get(sequence=1).hash),
    "case-export danh tính": _taken_out("zip", lambda where: where.word),
    "envelope": _envelope("envelope"),
    "envelope-deed": _envelope("envelope-deed", method="POST", deed="giao"),
    "envelopes": _listed("envelopes"),
    "audit-checks": lambda where: Probe(reverse("audit-checks"), where.case.reference),
    "case-law": lambda where: _named("case-law", "?quy_dinh=2016-07-26", sign=f">{where.case.reference}<")(
        where
    ),
    "conformance-list": lambda where: Probe(reverse("conformance-list"), where.case.reference),
    "conformance-export": lambda where: Probe(
        reverse("conformance-export"), where.case.reference, method="POST", data={"purpose": "kiểm tra quyền xem"}
    ),
    "petitions": _listed("petitions"),
    "petitions q": _letter("petitions"),
    "petitions-export": lambda where: Probe(
        reverse("petitions-export"), where.word, method="POST", data={"purpose": "kiểm tra quyền xem"}
    ),
    "petitions-export n": _letter("petitions-export", ">1 dòng sổ<"),
    "foreign-of": _of_holder("foreign-of"),
    "foreign-of lý do": _of_holder("foreign-of", method="POST", reason=True),
    "foreign-declare": _of_holder("foreign-declare", method="POST"),
    "foreign": _listed("foreign"),
    "foreign q": _searched_for_a_holder,
    "foreign-log": _listed("foreign-log"),
    "journeys": _listed("journeys"),
    "journeys-export": lambda where: Probe(
        reverse("journeys-export"), where.word, method="POST", data={"purpose": "kiểm tra quyền xem"}
    ),
    "journeys-export n": lambda where: Probe(
        f"{reverse('journeys-export')}?{urlencode({'q': where.word})}", ">1 chuyến đi<"
    ),
    "obstacle": _of_holder("obstacle"),
    "member": _member("member"),
    "member-file": _member("member-file", "POST", "btv_dong"),
    "members": _listed("members"),
    "members q": lambda where: Probe(reverse("members") + _sought(where), where.word),
    "members-export": _members_out,
    "members-export n": lambda where: Probe(
        reverse("members-export") + _sought(where), ">1 đảng viên<"
    ),
    "case-export danh bạ": _taken_out("zip", lambda where: where.word),
    "api meetings": lambda where: Probe(reverse("api-1:meetings"), where.word),
    "api case": _named("api-1:case", ref="ref"),
    "api findings": _found,
    "api actions": _named("api-1:actions", ref="ref", sign='"step"'),
    "api way": _named("api-1:way", ref="ref", sign='"way_out"'),
    "api step": _named(
        "api-1:take_step", ref="ref", step="verify", sign='"reasons": [{', method="POST",
        data=_AT_DOOR, json=True,
    ),
    "api history": _history,
    "api history words": _named("api-1:history", ref="ref"),
    "api paper": _paper("api-1:paper", lambda one: one.print.sha256),
    "api register": _searched("api-1:register"),
    "admin case": _of_admin("cases", "case"),
    "admin foreign": _of_admin("registry", "foreignrelation"),
    "admin counted": _of_admin("reports", "counted"),
    "admin finding": _of_admin("cases", "finding"),
    "admin record": _of_admin("cases", "steprecord"),
    "admin member": _of_admin("registry", "memberrow"),
    "admin paper": _of_admin("documents", "paper"),
    "admin identity": _of_admin("permissions", "sealedidentity"),
}  # fmt: skip
