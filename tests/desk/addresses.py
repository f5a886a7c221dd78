"""Every address of the site, declared: how to reach it, who may see it, what it costs.

An address that exists and is not declared here fails the walk, and so does the reverse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from documents.copies import Wish, make
from documents.copy_models import Copy
from documents.models import Paper
from registry import clock
from registry.member_models import MemberFinding
from tests.campaign import WHOLE
from tests.desk import addresses_of_absences, addresses_of_grades, addresses_of_journeys
from tests.desk.addresses_of_conformance import of_conformance
from tests.desk.addresses_of_daily import of_daily
from tests.desk.addresses_of_erasing import of_erasing
from tests.desk.addresses_of_explorer import of_explorer
from tests.desk.addresses_of_forms import of_forms
from tests.desk.addresses_of_guides import of_guides
from tests.desk.addresses_of_ledger import of_ledger
from tests.desk.addresses_of_organs import of_organs
from tests.desk.addresses_of_proof import of_proof
from tests.desk.addresses_of_room import of_room
from tests.desk.addresses_of_search import of_search
from tests.desk.world import ROLES, World
from workflows import catalogue

EVERYONE = frozenset(ROLES)
#: Whoever holds a post in the body that handles the sample matters.
INSIDERS = EVERYONE - {"stranger", "secretary", "concerned", "keeper"}
#: Who sees the sample discipline of a cell: its secretary, and who answers for the law from above.
BY_LEVELS = INSIDERS | {"secretary", "keeper"}
#: Beside them, the secretary of the cell that the sample supervision is about: it was served.
TOLD = INSIDERS | {"secretary", "keeper"}
#: Of them, who reads what lies in a file; the clerk reads only its heading and its signed papers.
READERS = INSIDERS - {"clerk"}
#: The steps whose page the clerk opens, being one who may take them.
OF_THE_CLERK = {
    "return_draft",
    "number_paper",
    "serve_paper",
    "endorse_draft",
    "record_collective_opinion",
    "decline_draft",
    "withdraw_draft",
    "ask_opinions",
    "give_opinion",
    "reassign_draft",
    "borrow_file",
    "give_back_file",
}
#: Who writes down the changes of the committee's offices.
KEEPERS = frozenset({"chair", "leader", "clerk"})
#: Who writes down what a committee decides about the organisations under it.
DECIDING = frozenset({"keeper"})
IN_THE_CELL = frozenset({"secretary", "chair", "leader"})
#: Who reads the copy of the member list.
READ_MEMBERS = EVERYONE - {"clerk", "concerned"}
#: Posts that may know which envelopes their body keeps.
KNOW_ENVELOPES = frozenset({"chair", "leader", "clerk", "auditor"})
#: Beside them, the members of the cell who are called to vote on it.
CALLED = IN_THE_CELL | {"concerned"}
#: Who reads by name who read a file; the member it is about reads it by office.
OVERSEERS = frozenset({"chair", "leader", "auditor"})
#: What the member an inspection is about may do there.
OWN_STEPS = {"hand_in_statement", "reserve_own_opinion", "ask_to_reconsider"}
#: The one role whose account has two-step sign-in.
TWO_STEP = frozenset({"auditor"})

#: Who may sign in the sample body: for them drafts wait, which are one statement more.
SIGNERS = ("chair", "leader")
#: Who leads no body, and so has no routes of one to read.
LEADING_NOTHING = ("officer", "clerk", "auditor")
SIGNERS_LOOK_ON = dict.fromkeys(SIGNERS, 8)

#: Who can do nothing in a file is told whose turn it is; who was only sent its papers asks less.
WATCHING = {"auditor": 14, "keeper": 14, "secretary": 8}
#: On a page of what lies inside, which the clerk and whoever answers from above do not read.
INSIDE = {"auditor": 15, "clerk": 13, "keeper": 14, "secretary": 8}

Parts = Callable[[World], dict[str, object]]


def _no_parts(_world: World) -> dict[str, object]:
    return {}


@dataclass(frozen=True)
class Address:
    """One declared address; `query` distinguishes views of the same one.

    `parts` builds what stands in it from the world. `seen_by` are the roles that get `status`; all
    others get `otherwise`. `nobody` is the status without signing in; None sends to the sign-in
    page. `statements` is the exact number of SQL statements of one signed-in GET, `costs` where a
    role differs. `page` is False for what is no page to look at (a redirect, a file, data). `alike`
    is one of many pages built alike: its first reader looks at it, in Vietnamese, for all.
    """

    name: str
    statements: int
    parts: Parts = _no_parts
    query: str = ""
    seen_by: frozenset[str] = EVERYONE
    nobody: int | None = None
    status: int = 200
    otherwise: int = 404
    page: bool = True
    alike: bool = False
    costs: Mapping[str, int] = field(default_factory=dict)
    mark: str = ""

    def __str__(self) -> str:
        return f"{self.name}{self.query}{self.mark}"

    def url(self, world: World) -> str:
        """Where it is in this world."""
        return reverse(self.name, kwargs=self.parts(world)) + self.query


def _case(world: World) -> dict[str, object]:
    return {"reference": world.case("thon2").reference}


def _ref(world: World) -> dict[str, object]:
    return {"ref": world.case("thon2").reference}


def _api_step(world: World) -> dict[str, object]:
    return {**_ref(world), "step": "verify"}


def _step(step: str) -> Parts:
    return lambda world: {**_case(world), "step": step}


def _proposal(procedure: str) -> Parts:
    return lambda world: {"procedure": procedure, "body": world.province.bodies["ubkt"].pk}


def _meeting(world: World) -> dict[str, object]:
    return {"reference": world.meeting().reference}


def _meeting_step(step: str) -> Parts:
    return lambda world: {**_meeting(world), "step": step}


def _paper(place: str) -> Parts:
    return lambda world: {"paper": world.case(place).papers.order_by("paper_id")[0].paper_id}


def _first_page(world: World) -> dict[str, object]:
    return {**_paper("thon2")(world), "page": 1}


def _copied(world: World) -> dict[str, object]:
    """A copy of that paper, made by whoever comes first."""
    parts = _paper("thon2")(world)
    paper = Paper.objects.get(pk=parts["paper"])
    if not paper.copies.exists():
        post = world.post("chunhiem")
        wish = Wish(Copy.Kind.TRUE_COPY, post.body, clock.today(), post, ["Lưu hồ sơ"])
        make(paper, wish, by=post.person)
    return {**parts, "copy": paper.copies.get().pk}


def _waiting(world: World) -> dict[str, object]:
    """A step whose draft waits to be signed."""
    return {"reference": world.case("thon3").reference, "step": "decide"}


def _preview(world: World) -> dict[str, object]:
    return {"reference": world.case("thon3").reference, "step": "decide", "kind": "QD-01"}


def _of_account() -> Iterator[Address]:
    yield Address("account_login", 2, nobody=200, status=302, page=False)
    yield Address("account_logout", 3, costs={"concerned": 5})
    yield Address("account_inactive", 2, nobody=200)
    yield Address("account_reauthenticate", 4, seen_by=EVERYONE - TWO_STEP, otherwise=302)
    yield Address("account_change_password", 3, costs={"concerned": 5})
    yield Address("account_sessions", 5, costs={"concerned": 7})
    yield Address("mfa_index", 5, costs={"concerned": 7})
    yield Address("mfa_authenticate", 2, status=302, page=False)
    yield Address("mfa_reauthenticate", 4, seen_by=TWO_STEP, otherwise=302)
    yield Address(
        "mfa_activate_totp", 11, seen_by=EVERYONE - TWO_STEP, otherwise=302, costs={"concerned": 13}
    )
    yield Address("mfa_deactivate_totp", 9, seen_by=TWO_STEP)
    yield Address("mfa_view_recovery_codes", 7, seen_by=TWO_STEP)
    yield Address("mfa_generate_recovery_codes", 7, costs={"concerned": 9})
    yield Address("mfa_download_recovery_codes", 6, seen_by=TWO_STEP, page=False)
    yield Address("language", 2, nobody=302, status=302, page=False)
    yield Address("csp-report", 2, nobody=405, status=405, page=False)
    yield Address("components", 3, costs={"concerned": 5})


def _of_work() -> Iterator[Address]:
    yield Address("worklist", 9, costs={"stranger": 8, "auditor": 8, "keeper": 8})
    yield Address("approvals", 7, costs={**SIGNERS_LOOK_ON, "concerned": 8})
    yield Address("approvals-at-once", 2, status=405, page=False)
    yield Address("approval-routes", 6, costs=dict.fromkeys(LEADING_NOTHING, 5))
    yield Address("cases", 6, costs={"concerned": 7})
    yield Address("cases", 6, query="?q=khong-co-ho-so-nay", costs={"concerned": 7})
    yield Address("classified", 8, seen_by=EVERYONE - {"concerned"})
    yield Address("cases-export", 5, costs={"concerned": 6})
    yield Address(
        "case-choose", 6, costs={"stranger": 7, "secretary": 7, "concerned": 7, "keeper": 7}
    )
    for procedure in catalogue.PROCEDURES:
        kind = catalogue.get(procedure)
        cost = 8 + len(kind.subjects)  # one list of each kind of subject
        if any(asked.kind in ("bodies", "body") for asked in kind.steps[kind.opens].inputs):
            cost += 2  # the bodies of the line, by the tree
        if any(asked.name == "programme" for asked in kind.steps[kind.opens].inputs):
            cost += 1  # the items it may carry out
        # who left, what ended, and where they stood: more than fifteen where lists of bodies are beside them
        cost += 5 if kind.restores else 0
        yield Address(
            "case-new", cost, _proposal(procedure), seen_by=INSIDERS, mark=f" {procedure}",
            alike=kind.stage.varies is not None,
        )  # fmt: skip


def _of_cases() -> Iterator[Address]:
    yield Address("case", 13, _case, seen_by=TOLD, costs=WATCHING)
    for section in ("index", "votes", "people", "deadlines", "history"):
        yield Address(
            "case", 13, _case, query=f"?muc={section}", seen_by=TOLD, costs=WATCHING,
            alike=True,
        )  # fmt: skip
    yield Address("case", 14, _case, query="?muc=findings", seen_by=TOLD, costs=INSIDE, alike=True)
    yield Address("case", 14, _case, query="?muc=handed", seen_by=TOLD, costs=INSIDE)
    yield Address("case-map", 9, _case, seen_by=READERS | {"clerk", "keeper"})
    # more than fifteen: a story reads each kind of row of its files, once for all of them
    yield Address("case-retold", 16, _case, seen_by=READERS)
    yield Address("case-export", 10, _case, seen_by=READERS)
    for step in _with_a_page("P1.CD"):
        cost, alike = 9 if step in NAMES_A_ROW else 8, step not in UNLIKE
        cost += _named_below("P1.CD", step)
        seen_by = _of_step(step, INSIDERS)
        yield Address("step", cost, _step(step), seen_by=seen_by, mark=f" {step}", alike=alike)
    yield Address(
        "case", 13, _matter("P3.DV"), seen_by=INSIDERS | {"concerned", "keeper"},
        costs={"auditor": 14, "concerned": 14, "keeper": 14}, mark=" P3.DV",
    )  # fmt: skip
    yield Address(
        "case", 13, _matter("P5.CB"), seen_by=CALLED | {"auditor", "keeper"},
        costs={"auditor": 14, "concerned": 15}, mark=" P5.CB",
    )  # fmt: skip
    costs = {"auditor": 14}
    yield Address("case", 13, _level_by_level(), seen_by=BY_LEVELS, costs=costs, mark=" P5.DV")
    for step in _with_a_page("P5.DV"):
        cost = 9 if step in NAMES_A_ROW else 8 + NAMES_BODIES.get(step, 0)
        parts, alike = _level_by_level(step=step), step not in UNLIKE
        seen_by = _of_step(step, BY_LEVELS)
        yield Address("step", cost, parts, seen_by=seen_by, mark=f" P5.DV {step}", alike=alike)
    for procedure, readers in (("P3.DV", INSIDERS), ("P5.CB", CALLED)):
        for step in _with_a_page(procedure):
            alike, cost = f"{procedure} {step}" not in UNLIKE, 9 if step in NAMES_A_ROW else 8
            cost += _named_below(procedure, step)
            parts, mark = _matter(procedure, step=step), f" {procedure} {step}"
            theirs = {"concerned"} if procedure == "P3.DV" and step in OWN_STEPS else set()
            theirs |= {"keeper"} if (procedure, step) == ("P5.CB", "take_over_file") else set()
            yield Address(
                "step", cost, parts, seen_by=_of_step(step, _of_draft(procedure, step, readers)) | theirs,
                costs={"concerned": cost + 1}, mark=mark, alike=alike,
            )  # fmt: skip
    yield Address("step", 5, _waiting, seen_by=READERS, status=302, page=False, mark=" waiting")
    costs = {**dict.fromkeys(SIGNERS, 14), "officer": 13}  # names to ask and to hand on to
    yield Address("approval", 12, _waiting, seen_by=READERS, costs=costs)
    yield Address(
        "approval", 5, _case_decided, seen_by=READERS, status=302, page=False, mark=" gone"
    )
    yield Address("step-preview", 14, _preview, seen_by=READERS, page=False)
    yield Address("case-reads-export", 7, _read, seen_by=OVERSEERS)
    yield Address("case-reads", 7, _read, seen_by=OVERSEERS | {"concerned"}, costs={"concerned": 8})
    yield Address("case-file", 7, _handed, seen_by=READERS | {"concerned"}, page=False)


def _with_a_page(procedure: str) -> Iterator[str]:
    """The file's own steps but for those of the door alone, which have no page."""
    return (code for code, one in catalogue.get(procedure).steps.items() if not one.door_only)


def _named_below(procedure: str, step: str) -> int:
    """Statements for lists of those under the body: the tree, and the members or the organisations in it."""
    asked = catalogue.get(procedure).steps[step].inputs
    about_a_member = procedure != "P1.CD"
    lists = {**_LISTS, "pledge_point": int(about_a_member)}
    return sum(lists.get(one.kind, 0) for one in asked)


#: Statements for a list of what stands in a register: by the tree, or of the body alone.
_LISTS = {"member": 2, "organisation": 2, "directive": 3, "programme_item": 1}


def _of_draft(procedure: str, step: str, readers: frozenset[str]) -> frozenset[str]:
    """Of the `readers`, those who read drafts: whoever answers for the law from above a cell does not."""
    one = catalogue.get(procedure).step(step)
    asked = procedure == "P5.CB" and one is not None and (one.drafted or one.prepares)
    return readers - {"chair", "leader"} if asked else readers


def _of_step(step: str, readers: frozenset[str]) -> frozenset[str]:
    """Of the `readers` of a file, those who open the page of a step of it."""
    return readers if step in OF_THE_CLERK else readers - {"clerk"}


def _read(world: World) -> dict[str, object]:
    """A file that somebody has opened."""
    parts = _matter("P3.DV")(world)
    if not world.matter("P3.DV").reads.exists():
        world.client("officer").get(reverse("case", kwargs=parts))
    return parts


def _handed(world: World) -> dict[str, object]:
    """A file that the member concerned handed in."""
    return {"reference": world.matter("P3.DV").reference, "row": world.handed_in()}


def _case_decided(world: World) -> dict[str, object]:
    """A step whose draft was signed long ago."""
    return {**_case(world), "step": "decide"}


def _matter(procedure: str, **more: str) -> Parts:
    return lambda world: {"reference": world.matter(procedure).reference, **more}


def _level_by_level(**more: str) -> Parts:
    return lambda world: {"reference": world.level_by_level().reference, **more}


#: Steps that ask for a row of the file, whose choices are one statement more.
NAMES_A_ROW = {
    "tell_of_new_body",
    "receive_explanation",
    "ask_suspension",
    "vote_to_decide",
    "vote_to_propose",
    "receive_report",
    "record_refusal",
    "record_finding",
    "reserve_opinion",
    "number_paper",
    "serve_paper",
    "cancel_paper",
    "reissue_paper",
}
#: Of discipline by levels: lists of bodies to choose from, each one statement more.
NAMES_BODIES = {
    "take_up": 2, "go_on": 2, "change_levels": 2, "vote_to_submit": 1,
    "plan_team_day": -1,  # nobody is asked for while there is no team
}  # fmt: skip
#: Steps whose forms differ most from one another: rows, a team, minutes, a ballot, a source of law.
UNLIKE = {
    "record_finding",
    "draft_change_team",
    "confer",
    "consider_result",
    "answer_rule",
    "take_up",
    "vote_to_propose",
    "P3.DV ask_lower_body",
    "P5.CB vote_to_decide",
    "P5.CB hand_over",
    "P5.CB draft_decide",
}


def _of_readers() -> Iterator[Address]:
    # more than fifteen: each way into a file is read by itself, so that the page says who may open it by which
    yield Address("case-readers", 30, _let_in, seen_by=INSIDERS, costs=dict.fromkeys(SIGNERS, 32))
    yield Address("grant-end", 7, _grant, seen_by=frozenset(SIGNERS))
    yield Address("emergency", 5, seen_by=EVERYONE - {"officer", "clerk", "concerned"})
    yield Address("notices", 9, costs={"concerned": 10})


def _let_in(world: World) -> dict[str, object]:
    """The list of readers is read with an exception in it, whoever comes first."""
    world.grant()
    return _case(world)


def _grant(world: World) -> dict[str, object]:
    return {**_case(world), "grant": world.grant().pk}


def _of_meetings() -> Iterator[Address]:
    yield Address("meetings", 7, costs={"concerned": 8})
    yield Address("meeting", 14, _meeting, seen_by=INSIDERS)
    for step, cost in (("add_item", 9), ("open_session", 8)):
        parts = _meeting_step(step)
        yield Address("step", cost, parts, seen_by=INSIDERS, mark=f" {step}")


def _of_envelopes() -> Iterator[Address]:
    yield Address("envelopes", 8, _with_an_envelope, seen_by=KNOW_ENVELOPES)
    yield Address("envelope-new", 6, seen_by=KNOW_ENVELOPES - {"auditor"})
    yield Address("envelope", 7, _envelope(), seen_by=KNOW_ENVELOPES)
    for deed in ("giao", "xin-mo", "mo-giay", "huy-giay", "xoa"):
        parts, mark = _envelope(deed=deed), f" {deed}"
        cost = 6 if deed == "giao" else 5  # whom it may be handed to
        yield Address("envelope-deed", cost, parts, seen_by=KNOW_ENVELOPES, mark=mark)
    opening, by_intake = _envelope(ask=3), {"clerk": 10}  # whether they took it in is asked too
    yield Address("envelope-opening", 9, opening, seen_by=KNOW_ENVELOPES, costs=by_intake)


def _of_exits() -> Iterator[Address]:
    posted = EVERYONE - {"concerned"}
    yield Address("exits", 8, _with_an_exit, seen_by=posted)
    yield Address("readmission", 9, _exit, seen_by=TOLD)
    yield Address(
        "readmission", 9, _exit, query="?ngay=02/03/2026&ket_an=khong", seen_by=TOLD, alike=True
    )


def _of_members() -> Iterator[Address]:
    """The member list as those who lead or follow read it, and as who keeps it takes one in."""
    yield Address("members", 11, _listed_members, seen_by=READ_MEMBERS)
    yield Address("members", 11, _listed_members, query="?q=khong-co-ai", seen_by=READ_MEMBERS)
    heads = dict.fromkeys(("chair", "leader", "keeper"), 15)
    yield Address(
        "member", 14, _one_member, seen_by=READ_MEMBERS - {"secretary", "stranger"}, costs=heads
    )
    yield Address("member-findings", 10, _listed_members, seen_by=READ_MEMBERS)
    yield Address("list-template", 3, lambda _: {"code": "dang-vien"}, page=False)
    yield Address("list-import", 10, _taking_members, seen_by=DECIDING)
    # more than fifteen: each line of the list is held against the members, the cells, earlier lists and findings
    yield Address("list-preview", 17, _waiting_list, seen_by=DECIDING)
    yield Address("misuse-new", 7, _deciding, seen_by=DECIDING)
    yield Address("finding-deed", 6, _one_finding, seen_by=DECIDING)


def _taking_members(world: World) -> dict[str, object]:
    return {**_deciding(world), "code": "dang-vien"}


def _waiting_list(world: World) -> dict[str, object]:
    world.waiting_list()
    return _taking_members(world)


def _one_finding(world: World) -> dict[str, object]:
    world.member_list()
    finding = MemberFinding.objects.earliest("pk")
    return {**_deciding(world), "pk": finding.pk, "deed": "huong-dan"}


def _listed_members(world: World) -> dict[str, object]:
    world.member_list()
    return {}


def _one_member(world: World) -> dict[str, object]:
    return {"pk": world.member_list()}


def _with_an_exit(world: World) -> dict[str, object]:
    """The list is read with somebody in it, whoever comes first."""
    world.left()
    return {}


def _exit(world: World) -> dict[str, object]:
    return {"pk": world.left().pk}


def _of_letters() -> Iterator[Address]:
    yield Address("petitions", 8, _with_a_letter, seen_by=EVERYONE - {"concerned"})
    yield Address(
        "petitions", 8, _with_a_letter, query="?q=khong-co-don-nay&nam=2026",
        seen_by=EVERYONE - {"concerned"}, alike=True,
    )  # fmt: skip
    yield Address("petitions-export", 6, _with_a_letter, seen_by=EVERYONE - {"concerned"})
    costs = dict.fromkeys(("auditor", "clerk"), 15)
    yield Address("case", 14, _letter(), seen_by=INSIDERS, costs=costs, mark=" P0.TN")
    for step in ("classify", "close"):
        parts, mark = _letter(step=step), f" P0.TN {step}"
        yield Address("step", 8, parts, seen_by=_of_step(step, INSIDERS), mark=mark, alike=True)


def _with_a_letter(world: World) -> dict[str, object]:
    """The book is read with a letter in it, whoever comes first."""
    world.letter()
    return {}


def _letter(**more: str) -> Parts:
    return lambda world: {"reference": world.letter().reference, **more}


def _with_an_envelope(world: World) -> dict[str, object]:
    """The list is read with an envelope in it, whoever comes first."""
    world.envelope()
    return {}


def _envelope(**more: object) -> Parts:
    return lambda world: {"pk": world.envelope().pk, **more}


def _of_offices() -> Iterator[Address]:
    yield Address("offices", 10, costs={"concerned": 6})
    yield Address("offices", 10, query="?ngay=01/08/2025", costs={"concerned": 6})
    yield Address(
        "office-person", 12, _officer, seen_by=INSIDERS, costs={"officer": 11, "auditor": 11}
    )
    yield Address("office-history", 7, _offices_of, seen_by=INSIDERS)
    for deed, cost, seen_by in (
        ("trao", 8, KEEPERS),
        ("dia-ban", 9, KEEPERS),
        ("than-thich", 9, INSIDERS),
        ("nhap-thay", 8, KEEPERS),
        ("thoi-nhap-thay", 7, KEEPERS),
    ):
        parts = _body_deed(deed)
        yield Address("office-new", cost, parts, seen_by=seen_by, mark=f" {deed}")
    for deed, who, cost, seen_by in (
        ("uy-quyen", "chunhiem", 8, {"chair"}),
        ("phan-cong-thay", "canbo", 8, KEEPERS),
        ("chuan-y", "canbo", 7, KEEPERS),
        ("thoi", "canbo", 7, KEEPERS),
    ):
        parts, seen_by = _post_deed(who, deed), frozenset(seen_by)
        yield Address("office-post", cost, parts, seen_by=seen_by, mark=f" {deed}")
    yield Address("office-end", 7, _lent, seen_by=frozenset({"secretary"}), mark=" lam-thay")
    yield Address("office-end", 7, _followed, seen_by=KEEPERS, mark=" dia-ban")


def _officer(world: World) -> dict[str, object]:
    return {"pk": world.province.people["canbo"].pk}


def _offices_of(world: World) -> dict[str, object]:
    return {"body": world.followed().body_id}


def _body_deed(deed: str) -> Parts:
    return lambda world: {"body": world.province.bodies["ubkt"].pk, "deed": deed}


def _post_deed(who: str, deed: str) -> Parts:
    return lambda world: {"pk": world.post(who).pk, "deed": deed}


def _lent(world: World) -> dict[str, object]:
    return {"what": "lam-thay", "pk": world.lent().pk}


def _followed(world: World) -> dict[str, object]:
    return {"what": "dia-ban", "pk": world.followed().pk}


def _of_reorganisations() -> Iterator[Address]:
    """The pages of plans: one role keeps the register of a deciding body."""
    yield Address("reorganisations", 5, costs={"concerned": 6, "keeper": 9})
    yield Address("reorganisation", 12, _plan, seen_by=DECIDING)
    yield Address("reorganisation", 13, _done, seen_by=DECIDING, mark=" done")
    # more than fifteen: both carry the whole plan out to see what it would change, and undo it
    yield Address("reorganisation-preview", 34, _plan, seen_by=DECIDING)
    yield Address("reorganisation-do", 35, _plan, seen_by=DECIDING)
    yield Address("reorganisation-undo", 8, _done, seen_by=DECIDING)
    yield Address("member-move", 10, _unmoved, seen_by=DECIDING)
    yield Address("reorganisation-new", 5, _deciding, seen_by=DECIDING)
    yield Address("unit-give", 7, _deciding, seen_by=DECIDING)
    yield Address("file-take-up", 5, _keeping, seen_by=KEEPERS)
    yield Address("files-take-up", 8, _keeping, seen_by=KEEPERS)
    yield Address("unit-take-in", 6, lambda world: {"pk": world.transfer().pk}, seen_by=DECIDING)
    yield Address("job", 7, lambda world: {"pk": world.job().pk}, seen_by=DECIDING)
    yield Address(
        "job", 7, lambda world: {"pk": world.waiting_job().pk}, seen_by=DECIDING, mark=" waiting"
    )


def _plan(world: World) -> dict[str, object]:
    """The plan's unit is followed by somebody, whoever comes first."""
    world.followed()
    return {"pk": world.plan().pk}


def _done(world: World) -> dict[str, object]:
    return {"pk": world.done_plan().pk}


def _unmoved(world: World) -> dict[str, object]:
    return {**_done(world), "member": world.unmoved().pk}


def _keeping(world: World) -> dict[str, object]:
    return {"body": world.province.bodies["ubkt"].pk}


def _deciding(world: World) -> dict[str, object]:
    return {"body": world.province.bodies["btv"].pk}


def _printed_at_once(world: World) -> dict[str, object]:
    return {"pk": world.papers_printed_at_once().pk}


def _of_papers() -> Iterator[Address]:
    yield Address("papers", 7, costs={"concerned": 8})
    yield Address("paper-sign", 7, _paper("thon2"), seen_by=READERS)
    yield Address("signature-check", 3, costs={"concerned": 5})
    yield Address("paper-copy", 13, _paper("thon2"), seen_by=frozenset(SIGNERS))
    yield Address("paper-copy-pdf", 6, _copied, seen_by=READERS, page=False)
    yield Address("paper-slip", 6, _paper("thon2"), seen_by=READERS, page=False)
    yield Address("wordings", 6, seen_by=KEEPERS)
    yield Address("wording", 7, lambda _world: {"code": "QD-01"}, seen_by=KEEPERS)
    yield Address("papers-at-once", 6, costs={"concerned": 7})
    yield Address("papers-at-once", 6, query="?muc=da-in", costs={"concerned": 7})
    yield Address("papers-zip", 6, _printed_at_once, seen_by=frozenset({"clerk"}), page=False)
    yield Address("job", 6, _printed_at_once, seen_by=frozenset({"clerk"}), mark=" papers")
    yield Address(
        "papers", 7, query="?q=khong-co&nam=2026&so=TB", costs={"concerned": 8}, alike=True
    )
    yield Address("papers-export", 5, costs={"concerned": 6})
    # more than fifteen: what became of a paper lies in a table each, signatures, services, copies, scans, places
    yield Address("paper", 17, _paper("thon2"), seen_by=READERS, costs=dict.fromkeys(SIGNERS, 18))
    yield Address("paper-pdf", 5, _paper("thon2"), seen_by=READERS, page=False)
    yield Address("paper-picture", 5, _first_page, seen_by=READERS, page=False)
    yield Address("original", 6, _original, seen_by=READERS, page=False)
    for name in ("original-new", "original-move"):
        yield Address(name, 8, _paper("thon2"), seen_by=frozenset(SIGNERS))


def _original(world: World) -> dict[str, object]:
    """The scan of the first paper of a file, signed by hand."""
    parts = _paper("thon2")(world)
    return {**parts, "pk": world.original(parts["paper"]).pk}


def _of_books() -> Iterator[Address]:
    posted = EVERYONE - {"concerned"}
    no_books = {"stranger": 7, "keeper": 7}
    yield Address("number-books", 9, seen_by=posted, costs=no_books)
    yield Address(
        "number-books", 9, query="?ky_hieu=TB", seen_by=posted, alike=True, costs=no_books
    )
    yield Address("number-book", 9, _book, seen_by=INSIDERS)
    yield Address("number-book", 8, _book, query="?tinh_trang=giu_so", seen_by=INSIDERS, alike=True)
    yield Address("number-book-export", 6, _book, seen_by=INSIDERS)
    yield Address("number-book-keep", 7, _book, seen_by=KEEPERS)
    yield Address("number-book-secret", 9, _book, seen_by=KEEPERS)
    yield Address("number-book-open", 7, _kept, seen_by=KEEPERS)


def _book(world: World) -> dict[str, object]:
    return {"pk": world.number_book().pk}


def _kept(world: World) -> dict[str, object]:
    return {"body": world.province.bodies["ubkt"].pk}


def _of_the_law() -> Iterator[Address]:
    yield Address("law", 5, costs={"concerned": 6})
    yield Address("law", 5, query="?q=khong-co-quy-dinh-nay", costs={"concerned": 6})
    yield Address("law-gaps", 6, costs={"concerned": 7})
    yield Address("law-adoptions", 6, costs={"concerned": 7})
    yield Address(
        "law-rule",
        7,
        lambda _world: {"rule": "basis.supervision.thematic"},
        mark=" used",
        costs={"concerned": 8},
    )
    yield Address(
        "law-rule", 6, lambda _world: {"rule": "notice.state_mass"}, costs={"concerned": 7}
    )
    yield Address(
        "law-propose", 5, lambda _world: {"rule": "complaint.window"}, costs={"concerned": 6}
    )
    yield Address("law-proposal", 7, _law_proposal, costs={"concerned": 8})
    yield Address("law-scan", 4, _law_proposal, page=False)


def _of_procedures() -> Iterator[Address]:
    yield Address("procedures", 4, costs={"concerned": 5})
    for code in ("P3.DV", "P5.CB"):
        yield Address(
            "procedure", 4, lambda _world, code=code: {"code": code}, mark=f" {code}",
            query="?ngay=2022-03-01", costs={"concerned": 5},
        )  # fmt: skip


def _law_proposal(world: World) -> dict[str, object]:
    return {"pk": world.law_proposal().pk}


def _of_the_api() -> Iterator[Address]:
    yield Address("api-1:meetings", 4, nobody=401, page=False)
    yield Address("api-1:me", 4, nobody=401, page=False)
    yield Address("api-1:openapi-json", 2, nobody=200, page=False)
    yield Address("api-1:api-root", 2, nobody=404, status=404, page=False)
    yield Address("api-1:register", 5, query="?q=thu", nobody=401, page=False)
    yield Address("api-1:open_case", 2, nobody=405, status=405, page=False)
    yield Address("api-1:case", 10, _ref, seen_by=TOLD, nobody=401, page=False)
    yield Address("api-1:actions", 7, _ref, seen_by=TOLD, nobody=401, page=False)
    yield Address("api-1:way", 6, _ref, seen_by=READERS, nobody=401, page=False)
    yield Address("api-1:history", 7, _ref, seen_by=TOLD, nobody=401, page=False)
    yield Address("api-1:take_step", 2, _api_step, nobody=405, status=405, page=False)
    yield Address("api-1:paper", 5, _paper("thon2"), seen_by=READERS, nobody=401, page=False)


from tests.desk.addresses_of_directives import of_directives  # noqa: E402 -- made of what stands above

ADDRESSES = [
    *_of_account(),
    *_of_work(),
    *_of_cases(),
    *_of_readers(),
    *_of_meetings(),
    *of_room(Address, INSIDERS),
    *_of_envelopes(),
    *_of_letters(),
    *_of_exits(),
    *of_proof(Address),
    *of_erasing(Address),
    *of_explorer(Address),
    *of_conformance(Address),
    *_of_offices(),
    *_of_members(),
    *addresses_of_absences.addresses(Address),
    *addresses_of_journeys.addresses(Address),
    *addresses_of_grades.addresses(Address),
    *of_organs(),
    *_of_reorganisations(),
    *of_forms(Address),
    *of_ledger(Address),
    *_of_papers(),
    *_of_books(),
    *_of_the_law(),
    *_of_procedures(),
    *of_directives(),
    *_of_the_api(),
    *of_search(Address),
    *of_guides(Address),
    *of_daily(Address, {"work": EVERYONE - {"concerned"}, "read": READ_MEMBERS, "keep": DECIDING}),
]

# A campaign asks for every address as everybody. Otherwise the pages built alike are shared out.
FORMS = [one for one in ADDRESSES if one.alike and one.name in ("step", "case-new")]
_TURN = {str(one): turn for turn, one in enumerate(FORMS)}
#: Every address but the forms built alike, of which each thirty-second stands for all outside a campaign.
SAMPLES = [one for one in ADDRESSES if str(one) not in _TURN] + FORMS[:: 1 if WHOLE else 32]


def _is_asked(address: Address, role: str, number: int, turn: int) -> bool:
    """Half of what they may read, and all that costs them otherwise than others; a quarter of what they may not.

    Of forms built alike a tenth, of other pages built alike a third.
    """
    if WHOLE:
        return True
    if not address.alike:
        if role not in address.seen_by:
            return (number + turn) % 4 == 0
        of_few = len(address.seen_by) < 3 or role in address.costs
        return of_few or (number + turn) % 2 == 0
    place = _TURN.get(str(address))
    return (number + turn) % 3 == 0 if place is None else (place + turn) % 10 == 0


#: Who asks for what: each role every address, but of those built alike others by turns.
ASKED = [
    (address, role)
    for turn, role in enumerate(ROLES)
    for number, address in enumerate(ADDRESSES)
    if _is_asked(address, role, number, turn)
]


def every_name() -> set[str]:
    """The names of all addresses in the resolver; one without a name shows its pattern instead."""
    return set(_names(get_resolver("config.urls").url_patterns))


def _names(patterns: list, space: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _names(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern):
            yield f"{space}{pattern.name}" if pattern.name else f"không tên: {pattern.pattern}"
