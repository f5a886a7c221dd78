"""The form of a proposal of law: a row as read in the full text, its document, and the scan."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from cases.models import Attachment
from desk.forms import DayInput
from desk.uploads import Upload
from law import Document, LawBook, values
from law.adoption import Adoption
from law.citations import Instrument
from law.differences import UNITS
from law.faults import Impossible
from law.rows import Parameter, Row

OTHER = "khac"
_OF_OTHER = ("number", "dated", "kind", "issuer", "since")


@dataclass(frozen=True)
class Known:
    """What a proposal is about: the law as it stands, the rule, and the row to begin from."""

    book: LawBook
    rule: Parameter
    row: Row | None
    start: date


class LawRowForm(forms.Form):
    """One row of law, in the order in which one reads it off the document."""

    instrument = forms.ChoiceField(label=_("Văn bản đang cầm"))
    clause = forms.CharField(label=_("Điều, khoản, điểm"), max_length=200)
    scan = Upload(label=_("Bản chụp toàn văn"))
    state = forms.ChoiceField(label=_("Quy định nói gì"), widget=forms.RadioSelect)
    value = forms.CharField(
        label=_("Giá trị"), required=False, max_length=4000, widget=forms.Textarea({"rows": 3})
    )
    unit = forms.ChoiceField(label=_("Đơn vị"), required=False)
    start = forms.DateField(label=_("Áp dụng từ ngày"), widget=DayInput)
    end = forms.DateField(label=_("Đến hết ngày"), widget=DayInput, required=False)
    layer = forms.ChoiceField(label=_("Áp dụng ở"), required=False)
    applies_to = forms.CharField(label=_("Áp dụng cho"), required=False, max_length=400)
    note = forms.CharField(label=_("Ghi chú cho người đọc sau"), required=False, max_length=400)
    number = forms.CharField(label=_("Số, ký hiệu văn bản khác"), required=False, max_length=80)
    dated = forms.DateField(label=_("Ngày văn bản khác"), widget=DayInput, required=False)
    kind = forms.CharField(label=_("Loại văn bản khác"), required=False, max_length=40)
    issuer = forms.CharField(
        label=_("Cơ quan ban hành văn bản khác"), required=False, max_length=200
    )
    since = forms.DateField(
        label=_("Văn bản khác có hiệu lực từ ngày"), widget=DayInput, required=False
    )
    kept = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    seen = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    def __init__(self, known: Known, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files, initial=_first(known))
        self.known = known
        numbers = [(one.id, one.text) for one in reversed(list(known.book.instruments))]
        self.fields["instrument"].choices = [("", _("Chọn")), *numbers, (OTHER, _("Văn bản khác"))]
        self.fields["instrument"].help_text = _("Không có trong danh mục thì chọn “Văn bản khác”.")
        self.fields["state"].choices = [
            ("known", _("Có quy định, ghi ở ô Giá trị")),
            ("no_rule", _("Cố ý không đặt giới hạn")),
            ("ended", _("Đã bãi bỏ")),
        ]
        self.fields["value"].help_text = values.expected(known.rule)
        if known.rule.kind == "duration":
            self.fields["unit"].choices = [("", _("Chọn")), *UNITS.items()]
        else:
            del self.fields["unit"]
        self.fields["layer"].choices = [("", _("Cả nước")), *known.book.layer_labels.items()]
        self.fields["scan"].help_text = _("PDF, JPEG hoặc PNG, không quá 20 MB.")
        if kept := (data or {}).get("kept"):
            self.fields["scan"].required = False
            said = _("Đã giữ bản chụp, mã SHA-256 %(sha)s; chỉ chọn tệp khi muốn thay.")
            self.fields["scan"].help_text = said % {"sha": kept[:12]}

    @property
    def plain(self) -> list[forms.BoundField]:
        """The questions asked of everybody."""
        return [self[name] for name in self.fields if name not in (*_OF_OTHER, "kept", "seen")]

    @property
    def of_other(self) -> list[forms.BoundField]:
        """The questions about a document the law does not name yet."""
        return [self[name] for name in _OF_OTHER]

    @property
    def other_asked(self) -> bool:
        """Whether these last ones were answered, or must be."""
        return any(self[name].errors or self[name].value() for name in _OF_OTHER)

    def clean_kept(self) -> str:
        kept = self.cleaned_data["kept"]
        if kept and not Attachment.objects.filter(sha256=kept).exists():
            raise forms.ValidationError(_("Đính kèm lại bản chụp."))
        return kept

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("instrument") == OTHER:
            for name in _OF_OTHER:
                if not said.get(name) and name not in self.errors:
                    self.add_error(name, _("Văn bản khác thì phải ghi mục này."))
        if said.get("state") == "known":
            try:
                said["read"] = values.read(said.get("value", ""), self.known.rule)
            except Impossible as unclear:
                self.add_error("value", str(unclear))
            if "unit" in self.fields and not said.get("unit"):
                self.add_error("unit", _("Chọn đơn vị của thời hạn."))
        return said

    @property
    def scan_sha256(self) -> str:
        """The scan handed in now, or the one kept from the first look."""
        scan = self.cleaned_data.get("scan")
        return scan["sha256"] if scan else self.cleaned_data["kept"]

    def row(self) -> Adoption:
        """The row that the valid answers describe."""
        said, rule = self.cleaned_data, self.known.rule
        known = said["state"] == "known"
        brings, document = self._document()
        return Adoption(
            rule=rule.id,
            start=said["start"],
            end=said["end"],
            state=said["state"],
            value=said["read"] if known else None,
            unit=self._unit() if known else None,
            instrument=brings.id if brings else said["instrument"],
            document=document,
            applies_to=said["applies_to"],
            note=said["note"],
            layer=said["layer"] or None,
            brings=brings,
        )

    def _unit(self) -> str | None:
        """The unit chosen; a value that is no period keeps the word its rule has."""
        if "unit" in self.fields:
            return str(self.cleaned_data["unit"])
        row, rows = self.known.row, self.known.rule.rows
        units = [one.unit for one in (*rows, *filter(None, [row])) if one.unit]
        return units[-1] if units else None

    def _document(self) -> tuple[Instrument | None, Document]:
        said = self.cleaned_data
        if said["instrument"] != OTHER:
            held = self.known.book.instruments.get(said["instrument"])
            return None, Document(held.number, held.signed, said["clause"], self.scan_sha256)
        brings = Instrument(
            id=said["number"],
            number=said["number"],
            kind=said["kind"],
            title=said["number"],
            issuer=said["issuer"],
            signed=said["dated"],
            start=said["since"],
            end=None,
            confidence="confirmed",
        )
        return brings, Document(said["number"], said["dated"], said["clause"], self.scan_sha256)


class LookedAt(forms.Form):
    """The second person's answer: which simulation they saw."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class Declining(forms.Form):
    """Why the second person does not confirm."""

    reason = forms.CharField(
        label=_("Lý do không xác nhận"), max_length=2000, widget=forms.Textarea({"rows": 3})
    )


def _first(known: Known) -> dict[str, Any]:
    """What the form begins with: the row that stands there, for one who only confirms it."""
    row = known.row
    if row is None:
        return {"start": known.start, "state": "known"}
    state = "known" if row.state == "unknown" else row.state
    cited = row.cites[0] if row.cites else None
    return {
        "start": row.start,
        "end": row.end,
        "state": state,
        "value": values.written(row.value),
        "unit": row.unit or "",
        "layer": row.layer or "",
        "applies_to": row.applies_to,
        "instrument": cited.instrument if cited else "",
        "clause": (cited.article if cited else "") or "",
    }
