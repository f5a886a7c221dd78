"""Procedures with one thing declared otherwise, for tests that plant a fault."""

from dataclasses import replace

from workflows.catalogue import PROCEDURES
from workflows.guards import Guard


def faulty(of, /, **changed):
    """The procedure of this code with something of it declared otherwise."""
    original = PROCEDURES[of]
    return type(original.__name__, (original,), changed)


def with_step(code, step, **changed):
    """The procedure with one step declared otherwise."""
    original = PROCEDURES[code]
    steps = {**original.steps, step: replace(original.steps[step], **changed)}
    return faulty(code, steps=steps)


def without_step(code, step):
    left = {name: one for name, one in PROCEDURES[code].steps.items() if name != step}
    return faulty(code, steps=left)


def with_finding(code, step, **changed):
    """The procedure with one step of its findings' machine declared otherwise."""
    findings = PROCEDURES[code].findings
    steps = {**findings.steps, step: replace(findings.steps[step], **changed)}
    return faulty(code, findings=type(findings.__name__, (findings,), {"steps": steps}))


def without_guard(procedure, step, guard: Guard):
    """The procedure with one guard of one step left out, wherever that step stands."""
    left = tuple(one for one in procedure.step(step).when if one is not guard)
    plant = with_step if step in procedure.steps else with_finding
    return plant(procedure.code, step, when=left)
