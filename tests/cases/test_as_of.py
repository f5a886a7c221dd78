"""A file at an earlier moment: nothing that was recorded later is in it, and nothing that lay there is missing."""

from datetime import timedelta

from django.utils import timezone

from cases import as_of
from cases.models import FileRow
from cases.reading import Reader, read_file
from documents.printing import print_pending
from registry import offices
from registry.deeds import GivePost
from tests.cases.looking_back import replayed, stands_as_now
from tests.cases.supervision import TODAY, ago
from tests.cases.test_correction import EVIDENCE, asks, confirms
from workflows.rows import RowKind


def said(case, record):
    """The titles of the evidence that lay in the file right after a record, whatever became of it."""
    moment = as_of.after_record(case, record.sequence)
    lay = as_of.then(case, moment, record.actor_id).file
    numbers = [row.number for row in lay.facts.of(RowKind.EVIDENCE)]
    laid = FileRow.objects.filter(
        case=case, number__in=numbers, laid_by__sequence__lte=record.sequence
    )
    return [one.words["title"] for one in laid.order_by("-pk")[: len(numbers)]]


def test_a_corrected_and_printed_file_is_found_again_at_each_moment(supervision):
    supervision.goes_to("prepare")
    print_pending()
    wrong = supervision.take("add_evidence", by="uyvien", **EVIDENCE)
    anew = {"title": "Sổ đảng phí", "given_by": "Chi ủy"}
    corrected = confirms(supervision, asks(supervision, wrong, **anew))
    supervision.goes_to("announce")
    case = supervision.case

    assert replayed(case) > 20
    stands_as_now(case)
    assert said(case, wrong) == ["Sổ theo dõi"]
    assert said(case, corrected) == ["Sổ đảng phí"]


def test_a_day_is_looked_back_at_to_its_end(supervision):
    supervision.goes_to("draft_decide")
    case, today = supervision.case, timezone.localdate()
    case.refresh_from_db()

    assert as_of.on_day(case, today - timedelta(days=1)) is None
    assert as_of.on_day(case, today).records == case.records
    assert as_of.after_record(case, case.records + 1) is None
    first = as_of.then(case, as_of.after_record(case, 1), supervision.who("chunhiem").pk)
    assert first.file.facts.taken.keys() == {"propose"}
    assert {one.step for one in first.turns} == {"draft_decide"}

    appointed = GivePost(
        in_body=case.body, person=supervision.who("thon2a"), position="uy_vien", first_day=ago(50),
        document="Quyết định chỉ định (mẫu)",
    )  # fmt: skip
    offices.record(appointed, by=supervision.who("chunhiem"), today=TODAY)
    moment = as_of.after_record(case, 1)
    again = as_of.then(case, moment, supervision.who("chunhiem").pk)
    (late,) = as_of.late_entries(case, moment, ago(0))

    assert again.file.facts.members == first.file.facts.members
    assert read_file(
        case.pk, Reader(case.history.first().actor_id, TODAY, TODAY)
    ).facts.members == (first.file.facts.members + 1)
    assert (late.about, late.happened) == (supervision.who("thon2a").full_name, ago(50))
    assert late.recorded_at > moment.until
