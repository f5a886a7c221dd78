"""The list of files taken out as a spreadsheet: for a purpose, noted, marked, and nothing in it runs."""

from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from cases.models import Case, ReadEntry
from reports.sheets import Column, sheet

EXPORT = "cases-export"


def test_the_sheet_says_who_took_it_when_and_what_for(concerned):
    client = concerned.client(concerned.signer)

    answer = client.post(reverse(EXPORT), {"purpose": "Giao ban tháng"})

    page = load_workbook(BytesIO(answer.content)).active
    mark = page.cell(1, 1).value
    for said in (concerned.signer.full_name, "Giao ban tháng"):
        assert said in mark
        assert said in page.oddFooter.center.text
    assert concerned.case.reference in [cell.value for cell in page["A"]]
    line = ReadEntry.objects.get(case=concerned.case, part="xuat")
    assert (line.person, line.purpose) == (concerned.signer, "Giao ban tháng")


def test_without_a_purpose_nothing_goes_out(concerned):
    answer = concerned.client(concerned.signer).post(reverse(EXPORT), {"purpose": " "})

    assert answer.status_code == 422
    assert not ReadEntry.objects.exists()


def test_one_takes_out_only_what_one_sees_and_nothing_about_oneself(concerned):
    for person in (concerned.member, concerned.auditor()):
        answer = concerned.client(person).post(reverse(EXPORT), {"purpose": "Xem"})
        page = load_workbook(BytesIO(answer.content)).active
        seen = {cell.value for cell in page["A"]} & set(
            Case.objects.values_list("reference", flat=True)
        )
        assert (concerned.case.reference in seen) == (person != concerned.member)


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(1)", "a\x07b"])
def test_no_text_becomes_a_formula(words):
    page = load_workbook(BytesIO(sheet("Mẫu", [Column("A", 9)], [[words]], "Dấu"))).active

    assert page.cell(4, 1).data_type == "s"
    assert page.cell(4, 1).value == words.replace("\x07", "")
