"""A whole file bound: pages unaltered, the index at rest, nothing that runs, an archive that checks itself."""

import io
import subprocess
import zipfile

import pikepdf
import pytest

from documents.binding import MOST_PAGES, Part, archive, as_pdf, bind, pages_in


def blank(pages=1, **more):
    out, pdf = io.BytesIO(), pikepdf.new()
    for _page in range(pages):
        pdf.add_blank_page()
    pdf.save(out, **more)
    return out.getvalue()


def acting():
    """A page with a link, and with a script that would run when it is opened."""
    out, pdf = io.BytesIO(), pikepdf.new()
    pdf.add_blank_page()
    page = pdf.pages[0].obj
    script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
    link = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://example.invalid")
    page.AA = pikepdf.Dictionary(O=script)
    page.Annots = pikepdf.Array(
        [
            pdf.make_indirect(pikepdf.Dictionary(Subtype=pikepdf.Name.Link, A=one))
            for one in (script, link)
        ]
    )
    pdf.save(out)
    return out.getvalue()


def front(rows):
    """Front pages of so many lines, which repeat the numbers they were given."""
    return lambda starts: (
        "<html><body>"
        + "".join(f"<p>trang {start}</p>" for start in [*starts] * rows)
        + "</body></html>"
    )


@pytest.mark.parametrize("rows", [1, 60, 200])
def test_the_numbers_in_the_index_are_those_of_the_whole_however_long_it_is(rows):
    parts = [Part("Một", "A", blank(2)), Part("Một", "B", None), Part("Hai", "C", blank(3))]
    told = []

    whole = bind(
        "Hồ sơ mẫu", lambda starts: told.append(list(starts)) or front(rows)(starts), parts
    )

    before = pages_in(whole) - 5
    assert told[-1] == [before + 1, 0, before + 3]


def test_headings_and_titles_are_bookmarks_and_the_same_parts_give_the_same_bytes():
    parts = [Part("Một", "A", blank(2)), Part("Một", "B", blank()), Part("Hai", "C", blank())]

    once, again = (bind("Hồ sơ mẫu", front(1), parts) for _time in range(2))

    assert once == again
    with pikepdf.open(io.BytesIO(once)) as opened, opened.open_outline() as outline:
        assert [(one.title, [c.title for c in one.children]) for one in outline.root] == [
            ("Hồ sơ mẫu", []), ("Một", ["A", "B"]), ("Hai", ["C"]),
        ]  # fmt: skip


def test_what_would_run_is_taken_out_of_a_foreign_page_and_of_no_other():
    whole = bind(
        "Hồ sơ", front(1), [Part("Một", "A", acting(), foreign=True), Part("Một", "B", acting())]
    )

    with pikepdf.open(io.BytesIO(whole)) as opened:
        foreign, ours = opened.pages[-2].obj, opened.pages[-1].obj
        assert "/AA" not in foreign
        assert [str(one.A.S) for one in foreign.Annots] == ["/URI"]
        assert len(ours.Annots) == 2


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7 broken", "application/pdf"),
        (b"\x89PNG broken", "image/png"),
        (b"words", "text/plain"),
        (blank(encryption=pikepdf.Encryption(owner="a", user="b")), "application/pdf"),
        (blank(MOST_PAGES + 1), "application/pdf"),
    ],
)
def test_what_cannot_be_bound_is_none(content, kind):
    assert as_pdf(content, kind) is None


def test_an_archive_keeps_bytes_and_order_and_its_list_checks_it(tmp_path):
    packed = archive([("000-a.pdf", b"mot"), ("001-b.pdf", b"hai")])

    assert packed == archive([("000-a.pdf", b"mot"), ("001-b.pdf", b"hai")])
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert opened.namelist() == ["000-a.pdf", "001-b.pdf", "SHA256SUMS.txt"]
        opened.extractall(tmp_path)
    subprocess.run(
        ["sha256sum", "-c", "SHA256SUMS.txt"], cwd=tmp_path, check=True, capture_output=True
    )
