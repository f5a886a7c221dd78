"""The declared words in English: none is missing, none is kept that nothing declares, papers stay Vietnamese."""

import polib
from django.db.models import TextChoices
from django.urls import get_resolver
from django.utils.translation import override

import law
from desk import catalogues
from desk.worded import worded
from documents.kinds import every_kind
from law.differences import CONFIDENCES, STATES, UNITS
from law.words import PARTS, WORDS
from tests.desk.refusals import all_literals, all_refusals
from workflows.catalogue import DECLARED
from workflows.dossiers import list_of

KEPT = {
    entry.msgid: entry.msgstr
    for entry in polib.pofile(str(catalogues.SOURCE / "en/LC_MESSAGES/declared.po"))
}


def of_procedures():
    for procedure in DECLARED:
        yield from (procedure.label, " ".join(procedure.__doc__.split()))
        yield from (said for right in procedure.rights for said in (right.words, right.until))
        yield from (clock.label for clock in procedure.clocks)
        yield from (clock.set_by for clock in procedure.clocks)
        for machine in procedure.machines():
            yield from machine.stage.enum.labels
            for step in machine.steps.values():
                yield from (step.label, step.short, step.sentence)
                yield from of_questions(step.inputs)
        for step in procedure.all_steps():
            for guard in step.when:
                yield from (guard.sentence, guard.remedy)


def of_questions(questions):
    for one in questions:
        yield from (one.label, one.help)
        for offered in ("options", "roles", "attended"):
            yield from (str(label) for _value, label in getattr(one, offered, ()))


def of_enums():
    assert get_resolver().url_patterns  # brings in whatever the pages name
    waiting = [TextChoices]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if not kind.__module__.startswith("test"):
            yield from (str(label) for label in getattr(kind, "labels", ()))


def declared():
    yield from of_procedures()
    yield from of_enums()
    yield from all_refusals()
    yield from (one.title for one in every_kind())
    yield from (law.book().parameter(one).label_vi for one in law.book().rule_ids)
    yield from law.book().areas.values()
    yield from (
        *PARTS.values(),
        *WORDS.values(),
        *UNITS.values(),
        *STATES.values(),
        *CONFIDENCES.values(),
    )
    yield from (heading.title for one in DECLARED for heading in list_of(one))


def test_every_declared_word_has_its_english():
    ours = {
        entry.msgid for entry in polib.pofile(str(catalogues.SOURCE / "en/LC_MESSAGES/django.po"))
    }

    assert {one for one in declared() if one} - set(KEPT) - ours == set()


def test_no_english_is_kept_for_a_word_that_nothing_says():
    assert set(KEPT) - set(declared()) - all_literals() == set()


def test_a_word_is_said_in_the_language_of_the_page():
    with override("en"):
        assert worded("Giám sát chuyên đề") == "Thematic supervision"
        assert worded("Không có trong danh mục") == "Không có trong danh mục"
        assert worded("") == ""
    with override("vi"):
        assert worded("Giám sát chuyên đề") == "Giám sát chuyên đề"
