"""A row that two persons read in the full text and laid over the shipped law; never over the floor.

An adopted row takes its days from whatever rows stood there. It is confirmed by nature (somebody had
the whole text in hand), so the loader's own refusals judge the law that comes of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from law import refusals
from law.answers import Document
from law.citations import Instrument, Instruments, vietnamese
from law.differences import value_in_words
from law.faults import Fault, LawRefused
from law.lawbook import LawBook
from law.plain import frozen, thawed
from law.reasons import Reason
from law.rows import Cite, Parameter, Row, SourceRef

DAY = timedelta(days=1)
CONFIRMS, CORRECTS, FILLS = "confirms", "corrects", "fills"


@dataclass(frozen=True)
class Adoption:
    """One row, the document it was read in, and who read it; days inclusive, `end` None: still holds.

    `instrument` is the id of a document of the catalogue, or that of `brings`: a document the law
    did not name yet. `proposed_by` and `confirmed_by` say name, post and body.
    """

    rule: str
    start: date
    end: date | None
    state: str
    value: Any
    unit: str | None
    instrument: str
    document: Document
    applies_to: str = ""
    note: str = ""
    layer: str | None = None
    brings: Instrument | None = None
    proposed_by: str = ""
    confirmed_by: str = ""

    @property
    def row(self) -> Row:
        """Return the row as the law then holds it."""
        return Row(
            rule=self.rule,
            start=self.start,
            end=self.end,
            state=self.state,
            value=self.value,
            unit=self.unit,
            confidence="confirmed",
            cites=(Cite(self.instrument, self.document.clause or None),),
            sources=(SourceRef(self.source, self.document.clause or None),),
            applies_to=self.applies_to,
            note=self.note,
            layer=self.layer,
            file="bổ sung",
        )

    @property
    def source(self) -> str:
        """Return the id under which the document stands among the sources."""
        return f"toan-van-{self.document.scan_sha256[:16]}"

    @property
    def in_words(self) -> str:
        """Return what the row says, as a reader says it: "30 ngày"."""
        return value_in_words({"value": thawed(self.value), "unit": self.unit, "state": self.state})

    def as_json(self) -> dict[str, Any]:
        """Return the plain values a version's file stores; `from_json` reads them back."""
        return {
            "rule": self.rule,
            "from": self.start.isoformat(),
            "to": self.end.isoformat() if self.end else None,
            "state": self.state,
            "value": thawed(self.value),
            "unit": self.unit,
            "instrument": self.instrument,
            "document": self.document.as_json(),
            "applies_to": self.applies_to,
            "note": self.note,
            "layer": self.layer,
            "brings": self.brings and self.brings.as_json(),
            "proposed_by": self.proposed_by,
            "confirmed_by": self.confirmed_by,
        }


def from_json(plain: Mapping[str, Any]) -> Adoption:
    """Return the adoption of those plain values; KeyError, TypeError or ValueError when it is none."""
    named, said = plain["document"], dict(plain)
    brings = said["brings"]
    return Adoption(
        rule=said["rule"],
        start=date.fromisoformat(said["from"]),
        end=date.fromisoformat(said["to"]) if said["to"] else None,
        state=said["state"],
        value=frozen(said["value"]),
        unit=said["unit"],
        instrument=said["instrument"],
        document=Document(
            named["number"],
            date.fromisoformat(named["dated"]),
            named["clause"],
            named["scan_sha256"],
        ),
        applies_to=said["applies_to"],
        note=said["note"],
        layer=said["layer"],
        brings=Instrument.of_json(brings) if brings else None,
        proposed_by=said["proposed_by"],
        confirmed_by=said["confirmed_by"],
    )


def kind(book: LawBook, adoption: Adoption) -> str:
    """Return whether the adoption confirms the row in force, corrects it, or fills a gap."""
    row = book.row(adoption.rule, adoption.start, adoption.layer)
    if row is None or row.state == "unknown":
        return FILLS
    said = (row.state, row.value, row.unit, row.start, row.end)
    new = (adoption.state, adoption.value, adoption.unit, adoption.start, adoption.end)
    return CONFIRMS if said == new else CORRECTS


def over(book: LawBook, adoption: Adoption) -> LawBook:
    """Return the law with the adopted row in it; LawRefused with every fault it would have."""
    if reasons := reasons_against(book, adoption):
        raise LawRefused(Fault("bổ sung", 1, reason.text) for reason in reasons)
    return _laid(book, adoption)


def reasons_against(book: LawBook, adoption: Adoption) -> tuple[Reason, ...]:
    """Return every reason why this row may not be adopted; UnknownRule for a rule no file defines."""
    book.parameter(adoption.rule)
    reasons = [*_of_document(book, adoption), *_of_floor(book, adoption)]
    if any(reason.rule in ("adoption.instrument", "adoption.layer") for reason in reasons):
        return tuple(reasons)
    if adoption.end is not None and adoption.end < adoption.start:
        reasons.append(_reason("days", "Ngày cuối trước ngày đầu.", "Ghi lại hai ngày."))
        return tuple(reasons)
    if _changes_nothing(book, adoption):
        reasons.append(
            _reason("same", "Dòng này đã được xác nhận đúng như vậy.", "Không cần bổ sung nữa.")
        )
    found = (
        _reason("loader", f"Luật sẽ không dùng được: {fault.reason}.")
        for fault in _faults(_laid(book, adoption), adoption)
    )
    return (*reasons, *found)


# The overlay


def _laid(book: LawBook, adoption: Adoption) -> LawBook:
    instruments = book.instruments
    if adoption.brings is not None and adoption.instrument not in instruments:
        instruments = Instruments((*instruments, adoption.brings))
    rules = book.layers[adoption.layer] if adoption.layer else book.parameters
    laid = {
        **rules,
        adoption.rule: _with_row(_own(book, adoption), _row(book, adoption), instruments),
    }
    layers = {**book.layers, adoption.layer: laid} if adoption.layer else book.layers
    return replace(
        book,
        instruments=instruments,
        sources={**book.sources, adoption.source: _source(adoption, instruments)},
        parameters=book.parameters if adoption.layer else laid,
        layers=layers,
        adopted=(*book.adopted, adoption),
        _hits={},
    )


def _row(book: LawBook, adoption: Adoption) -> Row:
    """The adopted row; one that only confirms keeps what the row before cited beside it."""
    old = book.row(adoption.rule, adoption.start, adoption.layer)
    if old is None or kind(book, adoption) != CONFIRMS:
        return adoption.row
    others = (cite for cite in old.cites if cite.instrument != adoption.instrument)
    return replace(adoption.row, cites=(*adoption.row.cites, *others))


def _own(book: LawBook, adoption: Adoption) -> Parameter:
    """The rule in the layer of the adoption; one known elsewhere only comes without its rows."""
    rules = book.layers[adoption.layer] if adoption.layer else book.parameters
    known = rules.get(adoption.rule)
    return known or replace(book.parameter(adoption.rule), rows=(), layer=adoption.layer)


def _with_row(rule: Parameter, new: Row, instruments: Instruments) -> Parameter:
    kept = (_recited(piece, instruments) for row in rule.rows for piece in _left_of(row, new))
    return replace(rule, rows=tuple(sorted((*kept, new), key=lambda row: row.start)))


def _left_of(row: Row, new: Row) -> Iterator[Row]:
    """What is left of a row once the new one has taken its days: what lies before, what lies after."""
    if row.start < new.start:
        before = new.start - DAY
        yield replace(row, end=before if row.end is None else min(row.end, before))
    if new.end is not None and (row.end is None or row.end > new.end):
        yield replace(row, start=max(row.start, new.end + DAY))


def _recited(piece: Row, instruments: Instruments) -> Row:
    """A piece of a row cites only what was in force on its own days."""
    held = (
        c for c in piece.cites if instruments.get(c.instrument).overlaps(piece.start, piece.end)
    )
    return replace(piece, cites=tuple(held) or piece.cites)


def _source(adoption: Adoption, instruments: Instruments) -> dict[str, Any]:
    document = adoption.document
    return {
        "title": f"Toàn văn {document.number}",
        "publisher": instruments.get(adoption.instrument).issuer,
        "date": document.dated.isoformat(),
        "full_text_of": adoption.instrument,
        "scan": document.scan_sha256,
    }


# What speaks against it


def _of_document(book: LawBook, adoption: Adoption) -> Iterator[Reason]:
    document, brings = adoption.document, adoption.brings
    if adoption.layer and adoption.layer not in book.layers:
        yield _reason("layer", "Không có địa phương này.", "Chọn một địa phương trong danh sách.")
    if adoption.instrument not in book.instruments and brings is None:
        yield _reason(
            "instrument",
            f"Danh mục không có văn bản {adoption.instrument}.",
            "Chọn trong danh mục, hoặc ghi đủ tên, cơ quan ban hành, ngày có hiệu lực.",
        )
        return
    known = book.instruments.get(adoption.instrument) if brings is None else brings
    named = known.number not in (known.kind, known.title)
    if named and (document.number, document.dated) != (known.number, known.signed):
        yield _reason(
            "document",
            f"Số, ngày của văn bản khác danh mục ({known.text}).",
            "Đối chiếu lại văn bản đang cầm với văn bản đã chọn.",
        )
    last = adoption.end or date.max
    if adoption.start < known.start or last > (known.end or date.max):
        yield _reason(
            "instrument.days",
            f"{known.number} chỉ nói được về những ngày văn bản này có hiệu lực"
            f" ({vietnamese(known.start)}{f' – {vietnamese(known.end)}' if known.end else ' trở đi'}).",
            "Ghi lại ngày đầu, ngày cuối của dòng.",
        )
    if not document.clause:
        yield _reason("clause", "Chưa nêu điều, khoản.", "Ghi điều, khoản của văn bản.")


def _of_floor(book: LawBook, adoption: Adoption) -> Iterator[Reason]:
    """A guarantee may be confirmed and cited better; it is never ended, emptied or changed."""
    rule = book.parameter(adoption.rule)
    known = [row.value for row in rule.rows if row.value is not None]
    exceptions = {name for names in book.floor_exceptions.values() for name in names}
    guarantees = adoption.rule in book.floor_rules
    ends = adoption.state in ("no_rule", "ended")
    if guarantees and (
        ends or adoption.value in (None, False, ()) or _other(adoption.value, known)
    ):
        yield _reason(
            "floor",
            f"“{rule.label_vi}” là bảo đảm tối thiểu; bổ sung không bỏ, không đổi được.",
            "Chỉ xác nhận được đúng nội dung đang có, kèm điều khoản.",
            citation=_cited(book, adoption),
        )
    if adoption.rule in exceptions and not ends and not _within(adoption.value, known):
        yield _reason(
            "floor",
            f"“{rule.label_vi}” là ngoại lệ của một bảo đảm tối thiểu; bổ sung không mở rộng được.",
            "Chỉ xác nhận được đúng, hoặc hẹp hơn, nội dung đang có.",
            citation=_cited(book, adoption),
        )


def _other(value: Any, known: list[Any]) -> bool:
    return bool(known) and value not in known


def _within(value: Any, known: list[Any]) -> bool:
    lists = isinstance(value, tuple)
    return value in known or (lists and any(set(value) <= set(one) for one in known))


def _changes_nothing(book: LawBook, adoption: Adoption) -> bool:
    row = book.row(adoption.rule, adoption.start, adoption.layer)
    new = _row(book, adoption)
    return row is not None and all(
        getattr(row, name) == getattr(new, name)
        for name in ("start", "end", "state", "value", "unit", "confidence", "cites", "layer")
    )


def _faults(book: LawBook, adoption: Adoption) -> Iterator[Fault]:
    """What the loader would say of the rule, in the country and in every locality."""
    national = book.parameters.get(adoption.rule)
    local = [rules[adoption.rule] for rules in book.layers.values() if adoption.rule in rules]
    for rule in filter(None, (national, *local)):
        yield from refusals.of_rows(rule, book.instruments, book.sources)
    for rule in local:
        yield from refusals.of_layer(rule, national, book.floor_rules)


def _cited(book: LawBook, adoption: Adoption) -> str | None:
    return book.rule(adoption.rule, adoption.start, layer=adoption.layer).cited


def _reason(name: str, text: str, remedy: str = "", citation: str | None = None) -> Reason:
    return Reason(f"adoption.{name}", text, citation, None, remedy or "Sửa lại đề nghị này.")


def laid_over(book: LawBook, adoptions: Iterable[Adoption]) -> LawBook:
    """Return the law with all of them, oldest first; LawRefused names the first that does not fit."""
    for adoption in adoptions:
        book = over(book, adoption)
    return book
