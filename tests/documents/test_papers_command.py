"""`manage.py papers` works with nothing but files: no database is ever opened."""

import io
import json

import pytest
from django.core.management import CommandError, call_command
from weasyprint import HTML

from documents.kinds import every_kind
from documents.management.commands import papers as command
from documents.proofs import Proof
from tests.campaign import WHOLE

#: A campaign presses every kind of paper, each run a third of them: pressing them all takes minutes.


def papers(*words):
    out = io.StringIO()
    call_command("papers", *words, stdout=out)
    return out.getvalue()


def test_the_list_names_every_kind():
    listed = papers("list").splitlines()

    assert [line.split()[0] for line in listed] == [kind.code for kind in every_kind()]


@pytest.mark.parametrize(
    ("on", "cited", "said"),
    [("2017-06-15", "30-QĐ/TW", "gần đúng"), ("2026-09-08", "21-QĐ/TW", "")],
)
def test_a_sample_cites_what_holds_on_its_day(tmp_path, on, cited, said):
    answer = papers("sample", "QD-01", "--on", on, "-o", str(tmp_path / "qd.pdf"))

    text = " ".join(line.text for line in Proof((tmp_path / "qd.pdf").read_bytes()).lines)

    assert said in answer
    assert cited in text


def test_given_values_replace_the_invented_ones(tmp_path):
    (tmp_path / "values.json").write_text(json.dumps({"subject": "Chi bộ Thử Nghiệm"}))

    papers(
        "sample", "TB-01", "--on", "2026-09-08",
        "--values", str(tmp_path / "values.json"), "-o", str(tmp_path / "tb.pdf"),
    )  # fmt: skip

    assert "Chi bộ Thử Nghiệm" in " ".join(
        line.text for line in Proof((tmp_path / "tb.pdf").read_bytes()).lines
    )


def test_values_that_cannot_be_printed_are_refused_with_reasons(tmp_path):
    (tmp_path / "values.json").write_text(json.dumps({"content": "việc …", "signatory": None}))

    with pytest.raises(CommandError, match=r"(?s)còn thiếu người ký.*còn chỗ chưa điền"):
        papers(
            "sample", "QD-01", "--on", "2026-09-08",
            "--values", str(tmp_path / "values.json"), "-o", str(tmp_path / "qd.pdf"),
        )  # fmt: skip
    assert not (tmp_path / "qd.pdf").exists()


def test_an_unknown_code_is_answered_with_the_codes_that_exist(tmp_path):
    with pytest.raises(CommandError, match="QD-01"):
        papers("sample", "QD-99", "--on", "2026-09-08", "-o", str(tmp_path / "x.pdf"))


def test_every_kind_in_both_layouts_passes_the_checker(monkeypatch):
    kinds = list(every_kind())[:: 1 if WHOLE else 12]
    monkeypatch.setattr(command, "every_kind", lambda: kinds)

    last = papers("check").splitlines()[-1]

    assert last.startswith(f"papers: {len(kinds)} kinds, ")
    assert last.endswith(" checks, 0 faults")


def test_a_file_from_elsewhere_is_checked_too(tmp_path):
    papers("sample", "KH-01", "--on", "2026-09-08", "-o", str(tmp_path / "kh.pdf"))

    assert (
        papers("check", str(tmp_path / "kh.pdf")).strip() == "papers: 1 files, 24 checks, 0 faults"
    )


def test_a_file_that_is_no_paper_fails(tmp_path):
    HTML(string="<p>Không phải văn bản của Đảng</p>").write_pdf(tmp_path / "x.pdf")

    with pytest.raises(SystemExit):
        papers("check", str(tmp_path / "x.pdf"))


def test_what_is_not_even_a_pdf_is_said_to_be_none(tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7 rac")

    with pytest.raises(CommandError, match="không đọc được như tệp PDF"):
        papers("check", str(tmp_path / "x.pdf"))


@pytest.mark.parametrize("given", ["[1]", "{hỏng", "3"])
def test_values_that_are_no_table_of_names_are_refused(tmp_path, given):
    (tmp_path / "values.json").write_text(given)

    with pytest.raises(CommandError, match="phải là một đối tượng JSON"):
        papers(
            "sample", "QD-01", "--on", "2026-09-08",
            "--values", str(tmp_path / "values.json"), "-o", str(tmp_path / "qd.pdf"),
        )  # fmt: skip


def test_a_draft_for_two_sided_printing_is_printed(tmp_path):
    papers(
        "sample", "BC-02", "--on", "2026-09-08", "--draft", "2", "--two-sided",
        "-o", str(tmp_path / "bc.pdf"),
    )  # fmt: skip

    proof = Proof((tmp_path / "bc.pdf").read_bytes())

    assert proof.find("Dự thảo lần 2")
    assert min(line.left for line in proof.lines if line.page == 1) < 16
