"""Reads a whole law folder into a `LawBook`, or refuses it with every fault found."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from law import decision_tables, refusals, violations
from law.citations import Instrument, Instruments
from law.decision_tables import AuthorityTable
from law.faults import Fault, LawRefused
from law.lawbook import LawBook, Locality
from law.parsing import Parser
from law.reading import read
from law.rows import Parameter
from law.working_calendar import WorkingCalendar, from_blocks

AUTHORITY = "tables/authority.yaml"
#: Tables read as they stand by the module that uses them.
PLAIN_TABLES = ("electorate", "two_bodies")

T = TypeVar("T")


def load(folder: Path) -> LawBook:
    """Return the law of one folder; raise LawRefused when any file is wrong.

    FileNotFoundError when the folder holds no `instruments.yaml` and so is no law folder.
    """
    book, faults = inspect(folder)
    if faults:
        raise LawRefused(faults)
    return book


def inspect(folder: Path) -> tuple[LawBook, list[Fault]]:
    """Return the law of one folder as far as it could be read, and every fault in it."""
    if not (folder / "instruments.yaml").is_file():
        raise FileNotFoundError(f"Không thấy bộ văn bản ở {folder} (thiếu instruments.yaml).")
    return _Folder(folder).book()


class _Folder:
    """One law folder while it is being read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []

    def book(self) -> tuple[LawBook, list[Fault]]:
        """Return the finished book and the faults."""
        layers = self._layer_labels()
        instruments = Instruments(self._instruments(layers))
        book = LawBook(
            folder=self.folder,
            instruments=instruments,
            sources=self._read("sources.yaml") or {},
            parameters=self._parameters(self.folder / "parameters", None),
            layers={
                layer: self._parameters(self.folder / "local" / layer / "parameters", layer)
                for layer in layers
            },
            layer_labels=layers,
            localities=self._localities(),
            areas=self._areas(),
            regimes=self._sound("regimes.yaml", partial(self._regimes, instruments), {}),
            floor=self._sound("floor.yaml", partial(self._floor, "rules"), {}),
            floor_exceptions=self._sound("floor.yaml", partial(self._floor, "exceptions"), {}),
            calendars=self._calendars(layers),
            authority_table=self._sound(AUTHORITY, self._authority, AuthorityTable({}, ())),
            tables={name: self._read(f"tables/{name}.yaml") or {} for name in PLAIN_TABLES},
            catalogue=self._sound(
                violations.THEMES,
                partial(violations.parse, self._catalogue(), instruments, self.faults),
                violations.Catalogue((), {}, {}, instruments),
            ),
        )
        self._refuse(book)
        return book, self.faults

    def _sound(self, name: str, build: Callable[[], T], otherwise: T) -> T:
        """Build from a file; a shape the builder cannot read is a fault of that file."""
        try:
            return build()
        except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
            self.faults.append(Fault(name, 1, f"nội dung không đúng dạng: {error}"))
            return otherwise

    def _read(self, name: str) -> Any:
        path = self.folder / name
        return read(path, name, self.faults) if path.is_file() else None

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def _layer_labels(self) -> dict[str, str]:
        folders = sorted((self.folder / "local").glob("*/layer.yaml"))
        blocks = [read(path, self._name(path), self.faults) or {} for path in folders]
        return {
            path.parent.name: block.get("label_vi", "")
            for path, block in zip(folders, blocks, strict=True)
        }

    def _localities(self) -> list[Locality]:
        """Which committee each locality's rules come from, and the kinds of bodies they bind (none: all)."""
        found = []
        for path in sorted((self.folder / "local").glob("*/layer.yaml")):
            block = read(path, self._name(path), self.faults) or {}
            bodies = frozenset(block.get("bodies", ()))
            found.append(Locality(path.parent.name, block.get("committee", ""), bodies))
        return found

    def _instruments(self, layers: dict[str, str]) -> list[Instrument]:
        found: dict[str, Instrument] = {}
        for layer in (None, *layers):
            name = f"local/{layer}/instruments.yaml" if layer else "instruments.yaml"
            parser = Parser(name, self.faults, layer)
            for block in self._read(name) or ():
                instrument = self._sound(name, partial(parser.instrument, block), None)
                if instrument and instrument.id in found:
                    parser.fault(block.line, f"văn bản {instrument.id} đã có trong danh mục")
                elif instrument:
                    found[instrument.id] = instrument
        return list(found.values())

    def _parameters(self, base: Path, layer: str | None) -> dict[str, Parameter]:
        found: dict[str, Parameter] = {}
        for path in sorted(base.glob("*/*.yaml")):
            if path.name == "index.yaml":
                continue
            parser = Parser(self._name(path), self.faults, layer)
            block = read(path, parser.name, self.faults)
            build = partial(parser.parameter, block, path.parent.name)
            parameter = self._sound(parser.name, build, None)
            if parameter is None:
                continue
            if parameter.id in found:
                parser.fault(1, f"quy tắc {parameter.id} đã có trong {found[parameter.id].file}")
            elif path.stem != parameter.id:
                parser.fault(1, f"tên tệp khác tên quy tắc {parameter.id}")
            found.setdefault(parameter.id, parameter)
        self._check_contents(base, found)
        return found

    def _areas(self) -> dict[str, str]:
        """The chapters of the country's rules with their titles, in reading order."""
        order = (self._read("parameters/index.yaml") or {}).get("order", ())
        blocks = {area: self._read(f"parameters/{area}/index.yaml") or {} for area in order}
        return {area: block.get("label_vi", area) for area, block in blocks.items()}

    def _check_contents(self, base: Path, found: dict[str, Parameter]) -> None:
        """A folder's `index.yaml` lists exactly the rules in it, in reading order."""
        for path in sorted(base.glob("*/index.yaml")):
            block = read(path, self._name(path), self.faults) or {}
            listed = list(block.get("order", ()))
            here = {rule.id for rule in found.values() if rule.area == path.parent.name}
            for rule in sorted(here.symmetric_difference(listed)):
                self.faults.append(Fault(self._name(path), 1, f"mục lục và tệp không khớp: {rule}"))

    def _regimes(self, instruments: Instruments) -> dict[str, list[dict[str, Any]]]:
        block = self._read("regimes.yaml") or {}
        for line, regime in block.items():
            for entry in regime["regimes"]:
                named = entry["instrument"]
                if named not in instruments:
                    reason = f"{line}: không có văn bản {named}"
                    self.faults.append(Fault("regimes.yaml", entry.line, reason))
                elif not instruments.get(named).in_force(entry["from"]):
                    reason = f"{line}: {named} chưa có hoặc đã hết hiệu lực ngày {entry['from']}"
                    self.faults.append(Fault("regimes.yaml", entry.line, reason))
        return {line: list(regime["regimes"]) for line, regime in block.items()}

    def _calendars(self, layers: dict[str, str]) -> dict[str | None, WorkingCalendar]:
        country = self._read("calendar/make_up_days.yaml")
        local = {layer: self._read(f"local/{layer}/calendar.yaml") for layer in layers}
        build = partial(from_blocks, country)
        plain = self._sound("calendar/make_up_days.yaml", build, WorkingCalendar())
        calendars: dict[str | None, WorkingCalendar] = {None: plain}
        for layer, block in local.items():
            name = f"local/{layer}/calendar.yaml"
            calendars[layer] = self._sound(name, partial(from_blocks, country, block), plain)
        return calendars

    def _authority(self) -> AuthorityTable:
        return decision_tables.parse(self._read(AUTHORITY), AUTHORITY, self.faults)

    def _catalogue(self) -> dict[str, Any]:
        paths = sorted((self.folder / "catalogue").glob("*.yaml"))
        return {self._name(path): read(path, self._name(path), self.faults) for path in paths}

    def _floor(self, part: str) -> dict[str, tuple[str, ...]]:
        block = self._read("floor.yaml") or []
        return {entry["promise"]: tuple(entry.get(part, ())) for entry in block}

    def _refuse(self, book: LawBook) -> None:
        for parameter in book.all_parameters():
            self.faults.extend(refusals.of_rows(parameter, book.instruments, book.sources))
        for rules in book.layers.values():
            for local in rules.values():
                national = book.parameters.get(local.id)
                self.faults.extend(refusals.of_layer(local, national, book.floor_rules))
        self.faults.extend(
            decision_tables.refusals(book.authority_table, book.parameters, AUTHORITY)
        )
        exceptions = {rule for rules in book.floor_exceptions.values() for rule in rules}
        for rule in sorted((book.floor_rules | exceptions) - set(book.parameters)):
            self.faults.append(Fault("floor.yaml", 1, f"không có quy tắc “{rule}”"))
