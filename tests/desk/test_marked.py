"""On an English page what is Vietnamese is marked as Vietnamese, and nothing else is."""

import pytest

from desk.marked import marked

WHERE = [
    # a text of its own
    ("<td>Nguyễn Văn A</td>", '<td><bdi lang="vi">Nguyễn Văn A</bdi></td>'),
    # within a sentence of ours, as one element, however the page lays it out
    (
        "<p>Opened by Nguyễn Văn Long on 3 May</p>",
        '<p><bdi>Opened by <bdi lang="vi">Nguyễn Văn Long</bdi> on 3 May</bdi></p>',
    ),
    # words that both languages know belong to their neighbours
    ("<b>Ủy ban Kiểm tra</b>", '<b><bdi lang="vi">Ủy ban Kiểm tra</bdi></b>'),
    ("<b>Ban Tuyên giáo</b>", '<b><bdi lang="vi">Ban Tuyên giáo</bdi></b>'),
    # where no element may stand, the one that holds the text says it
    ('<option value="1">Văn thư</option>', '<option value="1" lang="vi">Văn thư</option>'),
    ("<title>Đề nghị</title>", '<title lang="vi">Đề nghị</title>'),
    ('<input name="x" value="Đà"/>', '<input name="x" value="Đà" lang="vi"/>'),
    # what says its language already keeps it
    ('<textarea lang="en">Đà</textarea>', '<textarea lang="en">Đà</textarea>'),
]
LEFT = [
    "<p>Opened on 3 May</p>",
    '<script nonce="1">const a = "Đà";</script>',
    "<!-- Đà -->",
    '<section aria-label="Files of Đà"><p>None</p></section>',
    '<a href="?q=Đà" title="1 > Đà">there</a>',
]


@pytest.mark.parametrize(("page", "with_marks"), WHERE)
def test_vietnamese_is_marked_where_it_stands(page, with_marks):
    assert marked(page) == with_marks


@pytest.mark.parametrize("page", LEFT)
def test_nothing_else_is_touched(page):
    assert marked(page) == page
