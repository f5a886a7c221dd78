"""One law folder, loaded: every question about the law is asked of a `LawBook`."""

import difflib
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from law.answers import Answer, Release
from law.citations import Basis, Citation, Instrument, Instruments
from law.decision_tables import AuthorityTable
from law.faults import UnknownRule
from law.hits import Hit, Proposal
from law.listening import tell
from law.rows import Parameter, Row, SourceRef
from law.violations import Catalogue
from law.working_calendar import WorkingCalendar

#: Hits kept ready; a site asks for a few hundred rules on a few hundred days.
CACHE = 50_000


@dataclass(frozen=True)
class Layout:
    """Which document layout holds on a day; `approximate` where the engine has only a later one."""

    name: str
    approximate: bool
    instrument: Instrument


@dataclass(frozen=True)
class Locality:
    """A province whose committee laid down rules of its own, and the kinds of bodies they bind (none: all)."""

    layer: str
    committee: str
    bodies: frozenset[str] = frozenset()


@dataclass(eq=False)
class LawBook:
    """Instruments, dated rules, regimes, layers and the floor of one folder; never changed."""

    folder: Path
    instruments: Instruments
    sources: Mapping[str, Mapping[str, Any]]
    parameters: Mapping[str, Parameter]
    layers: Mapping[str, Mapping[str, Parameter]]
    layer_labels: Mapping[str, str]
    areas: Mapping[str, str]
    regimes: Mapping[str, list[dict[str, Any]]]
    floor: Mapping[str, tuple[str, ...]]
    floor_exceptions: Mapping[str, tuple[str, ...]]
    calendars: Mapping[str | None, WorkingCalendar]
    authority_table: AuthorityTable
    tables: Mapping[str, Mapping[str, Any]]
    catalogue: Catalogue
    #: What was laid over the files (`law.adoption.Adoption`), oldest first.
    adopted: tuple[Any, ...] = ()
    localities: Sequence[Locality] = ()
    _hits: dict[tuple[str, date, str | None], Hit] = field(default_factory=dict, repr=False)

    # Rules

    def rule(
        self,
        rule_id: str,
        on: date,
        *,
        layer: str | None = None,
        release: Release | None = None,
        asked: Answer | None = None,
    ) -> Hit:
        """Return what the rule says on that day, in that locality, with this case's own answers.

        Raises UnknownRule for an id no file defines, NotAllowed for a release or an answer the
        row's confidence or the floor forbids.
        """
        hit = self._hits.get((rule_id, on, layer))
        if hit is None:
            if len(self._hits) > CACHE:
                self._hits.clear()
            hit = self._hits[rule_id, on, layer] = self._hit(rule_id, on, layer)
        if asked is not None:
            hit = hit.answered(asked)
        if release is not None:
            hit = hit.released(release)
        tell(hit)
        return hit

    def parameter(self, rule_id: str) -> Parameter:
        """Return the rule with all its rows; a rule only localities have is found there."""
        if found := self.parameters.get(rule_id):
            return found
        for rules in self.layers.values():
            if rule_id in rules:
                return rules[rule_id]
        raise UnknownRule(rule_id, difflib.get_close_matches(rule_id, self.rule_ids, 3))

    @cached_property
    def rule_ids(self) -> tuple[str, ...]:
        """All rule ids, in alphabetical order."""
        local = (rule for rules in self.layers.values() for rule in rules)
        return tuple(sorted({*self.parameters, *local}))

    def locality(self, committee: str, body: str) -> str:
        """Return the layer that binds a kind of body under this provincial committee; empty where none does."""
        found = (
            one.layer
            for one in self.localities
            if one.committee == committee and (not one.bodies or body in one.bodies)
        )
        return next(found, "") if committee else ""

    def all_parameters(self) -> Iterator[Parameter]:
        """Every rule of the country, then every rule of every locality."""
        yield from self.parameters.values()
        for rules in self.layers.values():
            yield from rules.values()

    def rows(self) -> Iterator[Row]:
        """Every dated row."""
        for parameter in self.all_parameters():
            yield from parameter.rows

    def row(self, rule_id: str, on: date, layer: str | None = None) -> Row | None:
        """Return the row in force: the locality's own where it has one, else the country's."""
        local = self.layers.get(layer or "", {}).get(rule_id)
        national = self.parameters.get(rule_id)
        return (local.on(on) if local else None) or (national.on(on) if national else None)

    def _hit(self, rule_id: str, on: date, layer: str | None) -> Hit:
        parameter = self.parameter(rule_id)
        row = self.row(rule_id, on, layer)
        citations = self.citations(row, on) if row else ()
        return Hit(
            rule=rule_id,
            on=on,
            value=row.value if row else None,
            unit=row.unit if row else None,
            state=row.state if row else "unknown",
            confidence=row.confidence if row else None,
            citation=citations[0] if citations else None,
            citations=citations,
            key=row.key if row else None,
            label_vi=parameter.label_vi,
            selector=parameter.selector,
            proposals=self._proposals(parameter, row, on)
            if not row or not row.gives_verdict
            else (),
            other_reading=row.other_reading if row else None,
            applies_to=row.applies_to if row else "",
            note=row.note if row else "",
            covers=parameter.covers,
            cumulates=parameter.cumulates,
            layer=row.layer if row else None,
            is_floor=rule_id in self.floor_rules,
            sources=self.sources_of(row) if row else (),
        )

    def citations(self, row: Row, on: date) -> tuple[Citation, ...]:
        """Return the row's citations in force that day; all of them where none is."""
        cites = [Citation(self.instruments.get(c.instrument), c.article) for c in row.cites]
        return tuple(c for c in cites if c.in_force(on)) or tuple(cites)

    def sources_of(self, row: Row) -> tuple[str, ...]:
        """Return where the row was read, for a lawyer: title, publisher, date, place."""
        return tuple(self._source(ref) for ref in row.sources)

    def _source(self, ref: SourceRef) -> str:
        entry = self.sources.get(ref.source, {"title": ref.source})
        parts = (entry["title"], entry.get("publisher"), entry.get("date"), ref.at)
        return ", ".join(str(part) for part in parts if part)

    def _proposals(self, parameter: Parameter, row: Row | None, on: date) -> tuple[Proposal, ...]:
        found = []
        if row is not None:
            for kind in ("proposal", "other_reading"):
                given = getattr(row, kind)
                if given is not None:
                    name = "suggested" if kind == "proposal" else kind
                    found.append(
                        Proposal(name, given["value"], given.get("unit", row.unit), row.key)
                    )
        national = self.parameters.get(parameter.id)
        earlier, later = national.around(on) if national else (None, None)
        found += [self._proposal("earlier", earlier, on)] if earlier else []
        found += [self._proposal("later", later, on)] if later else []
        local = (self.layers[layer].get(parameter.id) for layer in self.layers)
        found += [self._proposal("local", r, on) for p in local if p and (r := p.on(on))]
        return tuple(found)

    def _proposal(self, kind: str, row: Row, on: date) -> Proposal:
        cited = "; ".join(citation.short for citation in self.citations(row, row.start))
        return Proposal(
            kind, row.value, row.unit, row.key, row.start, row.end, row.confidence, cited, row.layer
        )

    # Floor

    @cached_property
    def floor_rules(self) -> frozenset[str]:
        """The rules no release, answer, adoption or locality removes."""
        return frozenset(rule for rules in self.floor.values() for rule in rules)

    # Instruments and regimes

    def cite(self, instrument: str, article: str | None = None) -> Citation:
        """Return a citation; KeyError when the law names no such instrument."""
        return Citation(self.instruments.get(instrument), article)

    def basis(self, *entries: tuple[str, str, str | None]) -> Basis:
        """Return a dated basis from (first day, instrument, article) in order of the days.

        ValueError when an instrument was not in force on the day it is named for.
        """
        return Basis(
            tuple(
                (date.fromisoformat(day), self.cite(number, place))
                for day, number, place in entries
            )
        )

    def regime(self, line: str, on: date) -> dict[str, Any] | None:
        """Return the regime of one line of law on a day: instrument and what else it carries."""
        held = [entry for entry in self.regimes[line] if entry["from"] <= on]
        return held[-1] if held else None

    def regime_instrument(self, line: str, on: date) -> Instrument | None:
        """Return the instrument leading one line of law on a day, None before the first one."""
        entry = self.regime(line, on)
        return self.instruments.get(entry["instrument"]) if entry else None

    def layout(self, on: date) -> Layout:
        """Return the document layout of a day; the first one also serves every earlier day."""
        entry = self.regime("layout", on) or self.regimes["layout"][0]
        return Layout(
            name=entry["layout"],
            approximate=entry.get("approximate", False),
            instrument=self.instruments.get(entry["instrument"]),
        )

    def calendar(self, layer: str | None = None) -> WorkingCalendar:
        """Return the working calendar of the country, or of one locality."""
        return self.calendars.get(layer, self.calendars[None])

    # Identity

    @cached_property
    def version(self) -> str:
        """SHA-256 over the names and bytes of all the folder's law files, and what was adopted."""
        total = hashlib.sha256()
        for path in sorted(self.folder.rglob("*.yaml"), key=lambda path: path.as_posix()):
            total.update(path.relative_to(self.folder).as_posix().encode() + b"\0")
            total.update(hashlib.sha256(path.read_bytes()).digest())
        for adoption in self.adopted:
            total.update(json.dumps(adoption.as_json(), sort_keys=True).encode() + b"\0")
        return total.hexdigest()
