"""From the blocks of a file to the records of the law; whatever does not fit is a fault."""

from datetime import date
from typing import Any

from law.citations import Instrument
from law.faults import Fault
from law.plain import frozen
from law.reading import Block
from law.rows import CONFIDENCES, STATES, Cite, Parameter, Row, SourceRef

RULE_KEYS = {
    "id", "label_vi", "label_en", "kind", "selector", "selector_inferred", "covers", "cumulates",
    "values", "reference", "last_checked",
}  # fmt: skip
ROW_KEYS = {
    "to", "state", "value", "unit", "confidence", "applies_to", "note", "proposal", "other_reading",
}  # fmt: skip
REFERENCE_KEYS = {"cites", "note", "sources"}
INSTRUMENT_KEYS = {
    "id", "number", "kind", "title", "signed", "from", "to", "to_inferred", "issuer", "replaces", "amends",
    "confidence", "note", "sources",
}  # fmt: skip
#: Which day of a case picks the row: the meeting, the receipt of a paper, the step itself.
SELECTORS = ("step_day", "meeting_day", "received_on")


class Parser:
    """Reads the blocks of one file and gathers its faults; `name` is the file's name in them."""

    def __init__(self, name: str, faults: list[Fault], layer: str | None = None) -> None:
        self.name, self.faults, self.layer = name, faults, layer

    def fault(self, line: int, reason: str) -> None:
        """Add one fault of this file."""
        self.faults.append(Fault(self.name, line, reason))

    def parameter(self, block: Any, area: str) -> Parameter | None:
        """Return the rule of one file of `parameters/`, or None when it has no usable shape."""
        needed = {"id", "label_vi", "selector", "values", "reference"}
        if not self._shaped(block, RULE_KEYS, needed):
            return None
        if block["selector"] not in SELECTORS:
            self.fault(block.at("selector"), f"ngày chọn quy định “{block['selector']}” không có")
        values, reference = block["values"], block["reference"]
        if not isinstance(values, Block) or not isinstance(reference, Block):
            self.fault(block.at("values"), "values và reference phải xếp theo ngày")
            return None
        for day in reference:
            if day not in values:
                self.fault(reference.at(day), f"căn cứ của ngày {day} không có giá trị cùng ngày")
        rows = [self._row(block["id"], day, values, reference) for day in values]
        return Parameter(
            id=block["id"],
            label_vi=block["label_vi"],
            label_en=block.get("label_en", ""),
            kind=block.get("kind", "text"),
            selector=block["selector"],
            selector_inferred=block.get("selector_inferred", False),
            covers=tuple(block.get("covers", ())),
            cumulates=block.get("cumulates", True),
            rows=tuple(sorted((row for row in rows if row), key=lambda row: row.start)),
            area=area,
            layer=self.layer,
            file=self.name,
        )

    def _row(self, rule: str, start: Any, values: Block, reference: Block) -> Row | None:
        line, block = values.at(start), values[start]
        if not isinstance(start, date):
            self.fault(line, f"“{start}” không phải là ngày (năm-tháng-ngày)")
            return None
        if not self._shaped(block, ROW_KEYS, {"state", "confidence"}, line):
            return None
        self._one_of(block, "state", STATES)
        self._one_of(block, "confidence", CONFIDENCES)
        cited = self._reference(reference, start, line)
        return Row(
            rule=rule,
            start=start,
            end=self._day(block, "to"),
            state=block["state"],
            value=frozen(block.get("value")),
            unit=block.get("unit"),
            confidence=block["confidence"],
            cites=tuple(
                Cite(cite["instrument"], cite.get("article")) for cite in cited.get("cites", ())
            ),
            sources=self.sources(cited.get("sources", ())),
            cite_note=cited.get("note", ""),
            applies_to=block.get("applies_to", ""),
            note=block.get("note", ""),
            proposal=frozen(block.get("proposal")),
            other_reading=frozen(block.get("other_reading")),
            layer=self.layer,
            file=self.name,
            line=line,
        )

    def _reference(self, reference: Block, start: date, line: int) -> Block:
        cited = reference.get(start)
        place = reference.at(start) if cited else line
        shaped = self._shaped(cited, REFERENCE_KEYS, set(), place)
        return cited if shaped and isinstance(cited, Block) else Block()

    def instrument(self, block: Any) -> Instrument | None:
        """Return one entry of `instruments.yaml`."""
        needed = {"id", "kind", "title", "signed", "from", "issuer", "confidence"}
        if not self._shaped(block, INSTRUMENT_KEYS, needed):
            return None
        self._one_of(block, "confidence", CONFIDENCES)
        start, end = self._day(block, "from"), self._day(block, "to")
        signed = self._day(block, "signed")
        if start is None or signed is None:
            return None
        if end is not None and end < start:
            self.fault(block.at("to"), f"{block['id']} hết hiệu lực trước khi có hiệu lực")
        return Instrument(
            id=block["id"],
            number=block.get("number", block["id"]),
            kind=block["kind"],
            title=block["title"],
            issuer=block["issuer"],
            signed=signed,
            start=start,
            end=end,
            end_inferred=block.get("to_inferred", False),
            confidence=block["confidence"],
            replaces=tuple(block.get("replaces", ())),
            amends=tuple(block.get("amends", ())),
            note=block.get("note", ""),
            sources=tuple(ref.source for ref in self.sources(block.get("sources", ()))),
            layer=self.layer,
        )

    def sources(self, items: Any) -> tuple[SourceRef, ...]:
        """Return sources given as a bare name or as {source, at}."""
        return tuple(
            SourceRef(item) if isinstance(item, str) else SourceRef(item["source"], item.get("at"))
            for item in items
        )

    def _shaped(self, block: Any, allowed: set[str], needed: set[str], line: int = 1) -> bool:
        if not isinstance(block, Block):
            self.fault(line, "thiếu nội dung, hoặc không đúng dạng “khóa: giá trị”")
            return False
        for key in block:
            if key not in allowed:
                self.fault(block.at(key), f"khóa lạ “{key}”")
        missing = sorted(needed - set(block))
        if missing:
            self.fault(block.line, f"thiếu {', '.join(missing)}")
        return not missing

    def _one_of(self, block: Block, key: str, words: tuple[str, ...]) -> None:
        if block[key] not in words:
            self.fault(block.at(key), f"{key} “{block[key]}” không thuộc: {', '.join(words)}")

    def _day(self, block: Block, key: str) -> date | None:
        day = block.get(key)
        if day is None or isinstance(day, date):
            return day
        self.fault(block.at(key), f"{key} “{day}” không phải là ngày (năm-tháng-ngày)")
        return None
