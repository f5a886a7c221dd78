"""What every procedure keeps, whoever declares it; a broken promise is named with its place and its cure."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from workflows.matter import Matter
from workflows.promises import (
    complaints,
    deadlines,
    discipline,
    names,
    papers,
    rights,
    stages,
    steps,
    supervision,
)
from workflows.promises.broken import Broken

Promise = Callable[[type[Matter]], Iterable[Broken]]

#: What one procedure keeps by itself, in the order in which a reader would look for it.
PROMISES: tuple[Promise, ...] = (
    names.codes_are_stable_and_told_apart,
    names.labels_are_vietnamese,
    stages.every_stage_is_reached_and_can_end,
    stages.every_stage_has_its_phase,
    steps.every_step_is_cited,
    steps.every_step_has_somebody_to_take_it,
    steps.every_guard_names_its_remedy,
    papers.every_paper_has_its_form,
    papers.every_signed_paper_is_prepared_by_another,
    discipline.nobody_is_disciplined_unheard,
    discipline.no_discipline_without_a_secret_ballot,
    discipline.every_decision_is_served_and_open_to_complaint,
    discipline.only_discipline_disciplines,
    complaints.a_review_is_decided_by_secret_ballot,
    complaints.a_review_tells_the_discipline,
    supervision.supervision_does_not_speak_of_discipline,
    rights.every_right_has_the_step_that_keeps_it,
    deadlines.every_deadline_has_its_clock,
)


def broken(procedures: Sequence[type[Matter]]) -> Iterator[Broken]:
    """Yield every promise that one of these procedures breaks, alone or beside the others."""
    yield from names.no_code_is_used_twice(procedures)
    yield from supervision.supervision_leads_to_inspection_only(procedures)
    yield from complaints.every_discipline_has_a_procedure_for_its_complaint(procedures)
    for procedure in procedures:
        for promise in PROMISES:
            yield from promise(procedure)


__all__ = ["PROMISES", "Broken", "broken"]
