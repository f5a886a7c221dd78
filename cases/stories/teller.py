"""A teller takes steps through the one door and says each in one line: day, body, office, rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from cases import services
from cases.models import Case, RecordPaper, StepRecord
from cases.refused import StepRefused
from cases.stories.naming import stem
from documents.models import Paper
from documents.services import awaits_signature, sign_digitally
from documents.wording import figures
from registry.models import Body, Organisation, Person
from workflows import catalogue
from workflows.forms import Form
from workflows.rows import RowKind


@dataclass
class Teller:
    """Tells one matter: `say` receives a line a step, papers go to `folder`."""

    say: Callable[[str], None]
    folder: Path
    case: Case | None = None
    steps: int = 0
    papers: list[Path] = field(default_factory=list)
    sittings: list[Teller] = field(default_factory=list)

    @property
    def told(self) -> Case:
        """The file that is being told; only after it was opened."""
        assert self.case is not None
        return self.case

    def opens(
        self,
        procedure: str,
        *,
        body: Body,
        subjects: Sequence[Person | Organisation],
        by: Person,
        on: date,
        step: str = "",
        origin: Case | None = None,
        **said: Any,
    ) -> Case:
        """Open the matter and tell it; the day it is told on is the day it happens."""
        self.case = services.open_case(
            procedure,
            step=step,
            origin=origin,
            body=body,
            subjects=subjects,
            actor=by,
            acted_on=on,
            inputs=said,
            today=on,
        )
        self.say(f"\n{self.case.reference} · {self.case.title}")
        self._tell(self.case.history.get(sequence=1))
        return self.case

    def takes(self, step: str, *, by: Person, on: date, **said: Any) -> StepRecord:
        """Take one step of the matter and tell it."""
        assert self.case is not None
        if step == "number_paper":
            _sign_file(Paper.objects.get(pk=said["paper"]))
        record = services.take_step(self.case, step, actor=by, acted_on=on, inputs=said, today=on)
        return self._tell(StepRecord.objects.get(pk=record.pk))

    def is_asked(self, step: str, *, by: Person, on: date, about: set[str], **said: Any) -> None:
        """Try a step whose law nobody could read: the door asks exactly `about`, and that is told.

        Raises AssertionError when the step is taken, or when anything else stands against it.
        """
        try:
            services.take_step(self.told, step, actor=by, acted_on=on, inputs=said, today=on)
        except StepRefused as refused:
            asked = {reason.rule: reason for reason in refused.reasons}
            assert set(asked) == about, asked
            for reason in asked.values():
                self.say(f"{figures(on):>10} · Hệ thống hỏi · {reason.text}")
        else:
            raise AssertionError(f"{step} was taken although the law is silent")

    def papers_of(self, record: StepRecord) -> list[int]:
        """The papers that one step issued or wrote."""
        return list(RecordPaper.objects.filter(record=record).values_list("paper_id", flat=True))

    def _tell(self, record: StepRecord) -> StepRecord:
        assert self.case is not None
        self.steps += 1
        step = catalogue.get(self.case.procedure).step(record.step)
        rules = "; ".join(_rule(hit) for hit in record.hits)
        self.say(
            f"{figures(record.acted_on):>10} · {record.body.name} · {_office(record)} {record.actor}"
            f" · {step.label if step else record.step} · {rules}"
        )
        for words in _ballot(record):
            self.say(f"{'':>10}   = {words}")
        for paper in self._printed(record):
            self._keep(paper)
        return record

    def _printed(self, record: StepRecord) -> list[Paper]:
        """Papers that this step brought to print: those it issued, or the one it numbered."""
        own = self.papers_of(record) + (
            [record.inputs["paper"]] if record.step == "number_paper" else []
        )
        return list(Paper.objects.filter(pk__in=own, print__isnull=False).select_related("print"))

    def _keep(self, paper: Paper) -> None:
        """Leave the printed paper in the folder, under the name its place in the file gives it."""
        assert self.case is not None
        place = self.case.papers.filter(paper_id__lte=paper.pk).count()
        path = self.folder / f"{stem(self.case.reference, place, paper)}.pdf"
        path.write_bytes(bytes(paper.print.pdf))
        self.papers.append(path)
        self.say(f"{'':>10}   → {paper.number_text or paper.kind} {paper.title}")


def _sign_file(paper: Paper) -> None:
    """Where the demo has keys, the signer signs the file before the clerk takes its number."""
    if awaits_signature(paper):
        sign_digitally(paper, by=paper.signed_by)


def _office(record: StepRecord) -> str:
    if record.post:
        return record.post.get_position_display()
    return "Thành viên đoàn"


def _ballot(record: StepRecord) -> Iterator[str]:
    """The count of a secret ballot as one reads it out, then its arithmetic."""
    for row in record.laid_filerows.filter(kind=RowKind.BALLOT):
        cast = [f"{Form(form).label.lower()} {n}" for form, n in row.facts["votes"].items() if n]
        yield f"Tổng số tính {row.facts['base']}, có mặt {row.facts['present']}: {', '.join(cast)}"
        yield from row.facts["arithmetic"]


def _rule(hit: dict[str, Any]) -> str:
    if settled := hit.get("settled_by"):
        word = "đã trả lời" if settled["kind"] == "asked" else "đã cho phép"
        document = settled["document"]["number"]
        return f"{hit['citation'] or hit['rule']} [{word} theo {document}]"
    return f"{hit['citation'] or hit['rule']} [{hit['confidence'] or hit['state']}]"
