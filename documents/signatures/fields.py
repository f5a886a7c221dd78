"""Empty signature fields in a paper not yet signed: visible, tagged, so that it stays PDF/A-3a."""

from __future__ import annotations

import io
from collections.abc import Iterable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from documents.signatures.marks import Mark, Place

#: Printed with the page; neither moved nor changed by a reader.
_PRINTED_AND_LOCKED = 4 | 128


def reserve(pdf: bytes, places: Iterable[Place]) -> bytes:
    """Return `pdf` with an empty field at each place; the same bytes in give the same bytes out.

    All fields are there before the first signature, which allows nothing but filling them (DocMDP 2).
    """
    with Pdf.open(io.BytesIO(pdf)) as opened:
        fields = [_field(opened, place) for place in places]
        opened.Root.AcroForm = opened.make_indirect(Dictionary(Fields=Array(fields), SigFlags=0))
        written = io.BytesIO()
        opened.save(written, deterministic_id=True)
    return written.getvalue()


def reserved_in(pdf: bytes) -> dict[Mark, Place]:
    """Return the marks a file has fields for, with their places."""
    with Pdf.open(io.BytesIO(pdf)) as opened:
        pages = {page.obj.objgen: number for number, page in enumerate(opened.pages, 1)}
        form = opened.Root.get("/AcroForm", Dictionary(Fields=Array()))
        found = {str(field.T): field for field in form.Fields}
        return {
            mark: Place(mark, pages[field.P.objgen], tuple(float(edge) for edge in field.Rect))
            for mark in Mark
            if (field := found.get(mark.field)) is not None
        }


def _field(pdf: Pdf, place: Place) -> pikepdf.Object:
    page = pdf.pages[place.page - 1]
    left, low, right, high = place.box
    nothing = pdf.make_stream(b"")
    nothing.Type, nothing.Subtype = Name.XObject, Name.Form
    nothing.BBox = Array([0, 0, right - left, high - low])
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(place.mark.field),
            TU=String(place.mark.tip),
            F=_PRINTED_AND_LOCKED,
            Rect=Array([round(edge, 3) for edge in place.box]),
            P=page.obj,
            AP=Dictionary(N=nothing),
        )
    )
    _tag(pdf, page, field, place.mark.tip)
    if Name.Annots not in page.obj:
        page.obj.Annots = Array()
    page.obj.Annots.append(field)
    return field


def _tag(pdf: Pdf, page: pikepdf.Page, field: pikepdf.Object, tip: str) -> None:
    """Enter the field in the structure of the document, for those who have it read aloud."""
    tree = pdf.Root.StructTreeRoot
    numbers = tree.ParentTree.Nums
    place = int(numbers[len(numbers) - 2]) + 1
    top = tree.K[0] if isinstance(tree.K, Array) else tree.K
    element = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem,
            S=Name.Form,
            P=top,
            Pg=page.obj,
            Alt=String(tip),
            K=Dictionary(Type=Name.OBJR, Obj=field, Pg=page.obj),
        )
    )
    if not isinstance(top.K, Array):
        top.K = Array([top.K])
    top.K.append(element)
    field.StructParent = place
    numbers.extend([place, element])
