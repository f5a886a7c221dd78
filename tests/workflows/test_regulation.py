"""Who may take which step, held against the regulation as a person read it, not against our declarations."""

from collections import Counter

import pytest

from permissions.predicates import holds
from permissions.roles import Relation, Role
from tests.workflows.planted import with_step
from tests.workflows.regulation.reading import (
    SECTIONS,
    lines,
    meanings,
    meant,
    nobody_holds,
    offices_for,
    otherwise,
    rows,
    transitions,
)
from tests.workflows.test_step_tables import OFFICES, standing
from workflows.catalogue import DECLARED, PROCEDURES

#: Sections each of whose transitions belongs to one procedure alone, by the kind of case.
BY_CASE = ("7.6", "7.7", "10.4")
each_procedure = pytest.mark.parametrize("procedure", DECLARED, ids=lambda one: one.code)


def moves(procedure):
    """The moves that belong to this procedure alone: no everyday steps, no preparing of a signature."""
    return {
        step.code: step
        for step in procedure.all_steps()
        if step.moves and not step.everyday and not step.prepares
    }


def lines_of(code):
    return [line for line in lines() if line.code == code]


def differences(procedure):
    """Where the procedure and what was read of the regulation say something else."""
    steps = {step.code: step for step in procedure.all_steps()}
    for line in lines_of(procedure.code):
        step = steps.get(line.step)
        if step is None:
            yield f"{line}: there is no such step"
            continue
        if set(step.source) != line.sources:
            yield f"{line} starts at {' '.join(step.source)}"
        if step.target != line.target:
            yield f"{line} leads to {step.target}"
        yield from _of_people(line, step)


def _of_people(line, step):
    """Every office by itself; whoever is the subject takes no step by a post (§0.5, conflict of interest)."""
    named, unheld = line.offices(), nobody_holds(line.code)
    for office in OFFICES:
        may = not step.by.refusals(standing(office))
        if may != (office in named) and office not in unheld:
            yield f"{line} by {_said(office)}: {may}"
        if (
            may
            and office[0] is not Relation.TEAM
            and not step.by.refusals(standing(office, subject=True))
        ):
            yield f"{line} by {_said(office)}, who is the subject"


def _said(office):
    relation, role = office
    return f"{role.name.lower()}@{relation.name.lower()}"


@each_procedure
def test_a_step_starts_ends_and_is_taken_as_the_regulation_says(procedure):
    assert list(differences(procedure)) == []


def test_who_is_the_word_of_the_transition_unless_a_sentence_says_it():
    for line in lines():
        actors = " / ".join(transitions()[one] for one in line.transitions)
        for word in line.who:
            name = word.partition("@")[0].removesuffix(" signs")
            assert line.words or name in actors, f"{line}: {name} is not in {actors!r}"
        assert line.transitions or line.words, f"{line} points nowhere"


def test_a_step_of_a_procedure_is_read_once():
    twice = {
        one: n for one, n in Counter((line.code, line.step) for line in lines()).items() if n > 1
    }

    assert twice == {}


# What does not fit is listed, and nothing that fits


def unmapped():
    """The transitions that no step is, with the procedures that ought to have one; "*" for all of them."""
    for transition in transitions():
        section = transition.partition(":")[0]
        having = {line.code for line in lines() if transition in line.transitions}
        ought = {line.code for line in lines() if SECTIONS[line.file] == section}
        if not having:
            yield transition, "*"
        elif section not in BY_CASE:
            yield from ((transition, code) for code in sorted(ought - having))


def test_every_transition_is_a_step_of_ours_or_it_is_said_why_not():
    told = set()
    for row in rows("not_here"):
        assert row["why"], row["transitions"]
        told |= {(row["transitions"], code) for code in row["procedures"].split()}
    every = {transition for transition, code in told if code == "*"}
    missing = {
        (transition, "*" if transition in every else code) for transition, code in unmapped()
    }

    assert missing == told


@each_procedure
def test_every_move_is_of_the_regulation_or_it_is_said_why_not(procedure):
    told = [
        step
        for row in rows("ours")
        if procedure.code in row["procedures"].split() and row["why"]
        for step in row["steps"].split()
    ]
    read = {line.step for line in lines_of(procedure.code)}

    assert sorted(told) == sorted(moves(procedure).keys() - read)


def test_what_is_otherwise_here_is_so_and_says_why():
    read = {(line.code, line.step): line.regulated() for line in lines()}
    for one in otherwise():
        assert one.why
        for code in one.codes:
            for step in one.steps:
                named = read[code, step]
                adds, lacks = offices_for(one.adds, code), offices_for(one.lacks, code)
                assert bool(adds - named) == bool(one.adds), f"{code} {step} adds nobody"
                assert lacks <= named, f"{code} {step} lacks who is not named"


def test_every_word_of_the_roles_is_one_that_somebody_says():
    said = {meant(word, line.code) for line in lines() for word in line.who}
    said |= {
        meant(word, code)
        for one in otherwise()
        for code in one.codes
        for word in (*one.adds, *one.lacks)
    }

    assert set(meanings()) - said == set()


@each_procedure
def test_an_auditor_only_reads(procedure):
    for step in moves(procedure).values():
        for relation in Relation:
            assert step.by.refusals(standing((relation, Role.AUDITOR))), step.code


# A fault is named


@pytest.mark.parametrize(
    ("code", "step", "changed", "said"),
    [
        ("P5.CB", "hear", {"source": ("da_kiem_diem", "da_nghe")}, "starts at da_kiem_diem da_nghe"),
        ("P5.CB", "hear", {"target": "da_bieu_quyet"}, "leads to da_bieu_quyet"),
        ("P5.CB", "hear", {"by": PROCEDURES["P5.CB"].steps["decide"].by}, "committee_member@handling: False"),
        ("P3.DV", "decide", {"by": PROCEDURES["P3.DV"].steps["propose"].by}, "area_officer@handling: True"),
        ("P3.DV", "decide", {"by": PROCEDURES["P3.DV"].steps["propose"].by}, "vice_chair@handling: False"),
        ("P5.DV", "decide", {"by": PROCEDURES["P5.DV"].steps["submit"].by}, "chair@deciding: False"),
        ("P3.DV", "decide", {"by": holds(Role.CHAIR) | holds(Role.VICE_CHAIR)}, "chair@handling, who is the subject"),
    ],
)  # fmt: skip
def test_a_step_declared_against_the_regulation_is_named(code, step, changed, said):
    told = list(differences(with_step(code, step, **changed)))

    assert any(said in one for one in told)
    assert all(f"{code} {step} " in one for one in told)


def test_a_variant_is_held_to_its_bases_row_with_the_office_in_its_place():
    def of(code):
        return {
            _said(one) for line in lines_of(code) if line.step == "decide" for one in line.offices()
        }

    assert of("P3.DV") == {"chair@handling", "vice_chair@handling"}
    assert of("P3.CU") == of("P3.CB") == {"secretary@handling", "deputy_secretary@handling"}
    assert of("P1.BAN") == {"head@handling", "deputy_head@handling"}
