"""A judge from outside: PDFBox Preflight finds a paper pressed as PDF/A-1b valid, and a plain PDF not."""

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from documents.kinds import RESULT_REPORT, SUPERVISION_DECISION
from documents.pages import Issue, page_of
from documents.press import press
from tests.campaign import WHOLE

JARS = Path("/usr/share/java")
NEEDED = (
    "preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "jaxb-api",
    "javax.activation",
)  # fmt: skip
JUDGE = "org.apache.pdfbox.preflight.Validator_A1b"
PACKAGES = "default-jre-headless libpdfbox2-java libcommons-io-java libjaxb-api-java"
ON = date(2026, 9, 8)


@pytest.fixture
def verdict(tmp_path):
    """`verdict(pdf)`: what Preflight says of these bytes."""
    missing = [name for name in NEEDED if not (JARS / f"{name}.jar").exists()]
    if not WHOLE:
        pytest.skip("PDFBox Preflight chỉ được hỏi trong ./run campaign")
    if missing or not shutil.which("java"):
        what = ", ".join(missing) or "java"
        pytest.skip(f"Không hỏi được PDFBox Preflight, thiếu {what}: apt-get install {PACKAGES}")

    def said(pdf):
        path = tmp_path / "x.pdf"
        path.write_bytes(pdf)
        classes = ":".join(str(JARS / f"{name}.jar") for name in NEEDED)
        asked = ["java", "-cp", classes, JUDGE, str(path)]
        return subprocess.run(asked, capture_output=True, text=True, check=False).stdout

    return said


def as_elements(pdf, tmp_path):
    """The same file with its metadata in the long form: this parser knows no attributes (DOCUMENTS C.4)."""
    (tmp_path / "a.pdf").write_bytes(pdf)
    with pikepdf.open(tmp_path / "a.pdf") as opened:
        text = opened.Root.Metadata.read_bytes().decode()
        opened.Root.Metadata.write(_elements(text).encode())
        opened.save(
            tmp_path / "b.pdf",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
        )
    return (tmp_path / "b.pdf").read_bytes()


def _elements(text):
    """Write `pdfaid:part="1"` as `<pdfaid:part>1</pdfaid:part>`, each description declaring its own names."""
    known = re.findall(r' xmlns:(?!rdf|x=)\w+="[^"]*"', text)

    def spread(found):
        pairs = re.findall(r'(\w+:\w+)="([^"]*)"', found[1])
        inner = "".join(f"<{name}>{value}</{name}>" for name, value in pairs)
        used = found[1] + (found[3] or "")
        declared = "".join(one for one in known if f"{one[7:].partition('=')[0]}:" in used)
        return f'<rdf:Description rdf:about=""{declared}>{inner}{found[3] or ""}</rdf:Description>'

    described = r'<rdf:Description rdf:about=""([^>]*?) ?(/>|>(.*?)</rdf:Description>)'
    return re.sub(described, spread, text, flags=re.DOTALL)


@pytest.mark.parametrize("kind", [SUPERVISION_DECISION, RESULT_REPORT], ids=lambda kind: kind.code)
def test_a_paper_pressed_as_a_1b_is_valid(desk, verdict, tmp_path, kind):
    drafted = desk.draft(kind, ON)
    page = page_of(kind, drafted.layout, drafted.values, Issue(ON, number=3))

    judged = verdict(as_elements(press(page, variant="pdf/a-1b"), tmp_path))

    assert "is a valid PDF/A-1b file" in judged, judged


def test_the_judge_tells_a_plain_pdf_apart(desk, verdict):
    drafted = desk.draft(SUPERVISION_DECISION, ON)
    page = page_of(drafted.kind, drafted.layout, drafted.values, Issue(ON, number=3))

    judged = verdict(press(page, variant="pdf/a-3a"))

    assert "is not a valid PDF/A-1b file" in judged
    assert "CIDSet" in judged
