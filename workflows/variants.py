"""Variants: a procedure that says only in what it differs from another, and how that reads in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from django.db.models import TextChoices

from documents.catalogue import Kind
from permissions.predicates import Predicate
from workflows.drafts import may_draft
from workflows.guards import Guard
from workflows.stages import Stages, Step, stages_of

#: What a step is declared with beside its places, its people and its words.
_NAMED_APART = frozenset({"code", "sentence", "source", "target", "about_finding"})


@dataclass(frozen=True, kw_only=True)
class Variation:
    """In what a variant differs: see `varied`."""

    base: Any  # a class of workflows.procedure.Procedure, which imports this module
    cast: Mapping[Predicate, Predicate]
    papers: Mapping[Kind, Kind | None]
    rules: Mapping[Guard, Guard | None]
    without: frozenset[str]
    changed: Mapping[str, Mapping[str, Any]]
    added: Mapping[str, tuple[str, str, str]]
    ends: frozenset[str] = frozenset()

    def step(self, step: Step) -> Step:
        """The base's step as it is in the variant."""
        people = {
            name: who.recast(self.cast)
            for name in ("by", "drafted_by")
            if (who := getattr(step, name)) is not None
        }
        if step.drafted and step.drafted_by is None and may_draft in self.cast:
            people["drafted_by"] = self.cast[may_draft]
        papers = {name: _put(self.papers, getattr(step, name)) for name in ("issues", "writes")}
        rules = {"when": _put(self.rules, step.when)}
        said = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in self.changed.get(step.code, {}).items()
        }
        return replace(step, **{**people, **papers, **rules, **said})

    def steps(self) -> list[Step]:
        """The steps of the base that the variant keeps, as they are there, in their order."""
        return [self.step(one) for one in own_steps(self.base) if one.code not in self.without]

    def of_findings(self, name: str) -> Any:
        """The base's machine over each finding, with the variant's people and papers in it."""
        findings = self.base.findings
        if findings is None:
            return None
        inner = replace(self, base=findings, added={}, ends=frozenset())
        return type(name, (findings,), {"__doc__": findings.__doc__, "stage": _stages(inner)})


def varied(
    base: Any,
    *,
    cast: Mapping[Predicate, Predicate] | None = None,
    papers: Mapping[Kind, Kind | None] | None = None,
    rules: Mapping[Guard, Guard | None] | None = None,
    without: Iterable[str] = (),
    changed: Mapping[str, Mapping[str, Any]] | None = None,
    labels: Mapping[str, str] | None = None,
    added: Mapping[str, tuple[str, str, str]] | None = None,
    ends: Iterable[str] = (),
    basis: str = "",
) -> Stages:
    """Return the stages of a variant of `base`; everything that is not said here is as it is there.

    `cast` puts other people in the place of some, wherever they stand, in the findings' machine too;
    `papers` other papers and `rules` other conditions (None: none). `cast` may name `may_draft` too, for
    whoever prepares papers where the base names nobody. `without` are the codes of steps left out; stages that nothing
    leads to any more go with them. `changed` says of a step, by its code, any field of `Step` anew (its
    `sentence` and `source` too). `labels` renames stages by their values, `basis` replaces the base's.
    `added` puts a stage of this value after one of the base, in its phase: its name, its label, and the
    one it follows; the step that leads to it is declared in the class. `ends` are those of them that are final.
    Raises TypeError for a word that changes nothing: a step, stage or paper the base does not have,
    somebody who takes no step of it.
    """
    variation = Variation(
        base=base,
        cast=dict(cast or {}),
        papers=dict(papers or {}),
        rules=dict(rules or {}),
        without=frozenset(without),
        changed=dict(changed or {}),
        added=dict(added or {}),
        ends=frozenset(ends),
    )
    _refuse_idle_words(variation, labels or {})
    return _stages(variation, labels or {}, basis)


def own_steps(procedure: Any) -> list[Step]:
    """The steps a procedure declares itself, with the questions of its signing steps put back."""
    return [
        replace(step, inputs=procedure.steps[f"draft_{step.code}"].inputs) if step.drafted else step
        for step in procedure.steps.values()
        if not step.everyday and not step.prepares
    ]


def declare_kept(procedure: Any, stages: Stages) -> None:
    """Declare on a variant the steps of its base that it keeps; what it declares itself stands as it says."""
    variation = stages.varies
    if variation is None:
        return
    if procedure.findings is variation.base.findings and variation.base.findings:
        procedure.findings = variation.of_findings(f"{procedure.__name__}Conclusion")
    for step in variation.steps():
        if step.code in vars(procedure):
            continue
        kept = {
            one.name: getattr(step, one.name)
            for one in fields(Step)
            if one.name not in _NAMED_APART
        }
        if step.basis == variation.base.stage.basis:
            kept["basis"] = stages.basis
        sources = [stages.enum(one) for one in step.source if one in stages.enum.values]
        target = stages.enum(step.target) if step.target is not None else None
        setattr(procedure, step.code, stages.step(sources, target, **kept)(_deed(step)))


def in_order(base: Any, steps: Sequence[Step], stages: Stages) -> list[Step]:
    """The steps of a variant in the base's order; each of its own before the first of a later stage."""
    places = {step.code: place for place, step in enumerate(base.steps.values())}
    order = list(stages.enum.values)
    inherited = sorted((one for one in steps if one.code in places), key=lambda s: places[s.code])
    for new in (one for one in steps if one.code not in places):
        first = min(order.index(one) for one in new.source)
        later = (
            place
            for place, one in enumerate(inherited)
            if min(order.index(source) for source in one.source) > first
        )
        inherited.insert(next(later, len(inherited)), new)
    return inherited


def _stages(
    variation: Variation, labels: Mapping[str, str] | None = None, basis: str = ""
) -> Stages:
    base: Stages = variation.base.stage
    kept = _reached(variation, base)
    enum = stages_of(
        base.enum.__name__,
        [
            stage
            for one in base.enum
            if one.value in kept
            for stage in (
                (one.name, (one.value, (labels or {}).get(one.value, one.label))),
                *((name, (value, label)) for value, name, label in _after(one, variation)),
            )
        ],
    )
    phases = {
        phase: [
            enum(value)
            for one in stages
            if one.value in kept
            for value in (one.value, *(added for added, *_ in _after(one, variation)))
        ]
        for phase, stages in base.phases.items()
    }
    return Stages(
        enum,
        start=enum(base.start.value),
        ends=[
            enum(value)
            for value in (*(one.value for one in base.ends), *variation.ends)
            if value in kept
        ],
        phases={phase: stages for phase, stages in phases.items() if stages},
        basis=basis or base.basis,
        about_finding=base.about_finding,
        varies=variation,
    )


def _after(stage: TextChoices, variation: Variation) -> Iterator[tuple[str, str, str]]:
    """The stages added behind one of the base: value, name, label."""
    for value, (name, label, follows) in variation.added.items():
        if follows == stage.value:
            yield value, name, label


def _reached(variation: Variation, base: Stages) -> set[str]:
    """The stages that the kept steps still lead to."""
    reached, waiting = {base.start.value}, [base.start.value]
    moves = [step for step in variation.steps() if step.target]
    for here in waiting:  # grows while it is walked
        new = [value for value, (_, _, follows) in variation.added.items() if follows == here]
        reached.update(new)
        waiting += new
        for step in moves:
            if here in step.source and step.target and step.target not in reached:
                reached.add(step.target)
                waiting.append(step.target)
    return reached


def _put(others: Mapping[Any, Any], things: Iterable[Any]) -> tuple[Any, ...]:
    """The things with others in the place of some, and without those that nothing stands for."""
    found = (others.get(one, one) for one in things)
    return tuple(one for one in found if one is not None)


def _deed(step: Step) -> Callable[[Any], None]:
    def deed(_self: Any) -> None: ...

    deed.__name__, deed.__doc__ = step.code, step.sentence
    return deed


def _refuse_idle_words(variation: Variation, labels: Mapping[str, str]) -> None:
    base = variation.base
    machines = [one for one in (base, base.findings) if one]
    steps = [step for machine in machines for step in own_steps(machine)]
    asked = [step.by for step in steps] + [step.drafted_by for step in steps if step.drafted_by]
    asked += [may_draft for step in steps if step.drafted]
    guards = {guard for step in steps for guard in step.when}
    idle = [
        *sorted({*variation.without, *variation.changed} - {step.code for step in steps}),
        *sorted(
            {*labels, *(follows for _, _, follows in variation.added.values())}
            - set(base.stage.enum.values)
        ),
        *(
            kind.code
            for kind in variation.papers
            if not any(kind in (*step.issues, *step.writes) for step in steps)
        ),
        *(guard.id for guard in variation.rules if guard not in guards),
        *sorted(variation.ends - variation.added.keys()),
        *(
            who.words
            for who in variation.cast
            if not any(one.recast({who: who & who}) is not one for one in asked)
        ),
    ]
    if idle:
        raise TypeError(f"{base.__name__} has no such thing to vary: {', '.join(idle)}.")


# In words


def differences(procedure: Any) -> Iterator[str]:
    """Yield, sentence by sentence, in what a variant differs from its base; nothing for any other."""
    variation = procedure.stage.varies
    if variation is None:
        return
    for here, there in zip(procedure.machines(), variation.base.machines(), strict=True):
        mine = {step.code: step for step in own_steps(here)}
        theirs = {step.code: step for step in own_steps(there)}
        if left_out := [f"“{step.label}”" for code, step in theirs.items() if code not in mine]:
            yield f"Không có bước {', '.join(left_out)}."
        for step in mine.values():
            if step.code not in theirs:
                yield f"Thêm bước “{step.label}”: {step.sentence[0].lower()}{step.sentence[1:]}"
        pairs = [(step, theirs[code]) for code, step in mine.items() if code in theirs]
        yield from _told(pairs)


def _told(pairs: list[tuple[Step, Step]]) -> Iterator[str]:
    """The changes of steps that both have: a step's own together, then what several have in common."""
    said: dict[str, list[str]] = {}
    for mine, theirs in pairs:
        for change in _changes(mine, theirs):
            said.setdefault(change, []).append(f"“{theirs.label}”")
    own: dict[str, list[str]] = {}
    for change, labels in said.items():
        if len(labels) == 1:
            own.setdefault(labels[0], []).append(change)
        else:
            begun = change[0].upper() + change[1:]
            yield f"{begun}: {', '.join(labels)}."
    yield from (f"Bước {label}: {'; '.join(changes)}." for label, changes in own.items())


def _changes(mine: Step, theirs: Step) -> Iterator[str]:
    if mine.label != theirs.label:
        yield f"gọi là “{mine.label}”"
    if mine.by.words != theirs.by.words:
        yield f"do {mine.by.words} làm, thay cho {theirs.by.words}"
    if mine.target != theirs.target or mine.source != theirs.source:
        yield "làm ở giai đoạn khác"
    papers = [one.title for one in (*mine.issues, *mine.writes)]
    if papers != [one.title for one in (*theirs.issues, *theirs.writes)]:
        yield f"văn bản là {'; '.join(papers)}" if papers else "không lập văn bản"
    yield from _rules_changed(mine, theirs)
    asked = {one.name: one.label for one in mine.inputs}
    before = {one.name: one.label for one in theirs.inputs}
    if more := [label for name, label in asked.items() if name not in before]:
        yield f"hỏi thêm {'; '.join(more)}"
    if fewer := [label for name, label in before.items() if name not in asked]:
        yield f"không hỏi {'; '.join(fewer)}"
    if mine.basis != theirs.basis:
        yield "theo căn cứ khác"
    if mine.label == theirs.label and mine.sentence != theirs.sentence:
        yield f"{mine.sentence[0].lower()}{mine.sentence[1:].rstrip('.')}"


def _rules_changed(mine: Step, theirs: Step) -> Iterator[str]:
    """Conditions added, dropped, or asked in the same words under another rule."""
    added = [one.sentence for one in mine.when if one not in theirs.when]
    dropped = [one.sentence for one in theirs.when if one not in mine.when]
    for sentence in added:
        how = "xét theo quy định khác điều kiện" if sentence in dropped else "thêm điều kiện"
        yield f"{how} “{sentence}”"
    yield from (f"bỏ điều kiện “{one}”" for one in dropped if one not in added)
