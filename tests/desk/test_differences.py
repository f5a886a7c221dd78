"""What changed between two wordings, word by word."""

import pytest

from desk.gathering.differences import pieces
from desk.pages.approval import Piece


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("Như cũ.", "Như cũ.", [Piece("Như cũ.")]),
        ("", "Thêm mới", [Piece("Thêm mới", "in")]),
        ("Bỏ hết", "", [Piece("Bỏ hết", "out")]),
        ("45 ngày", "30 ngày", [Piece("45 ", "out"), Piece("30 ", "in"), Piece("ngày")]),
        ("một ba", "một hai ba", [Piece("một "), Piece("hai ", "in"), Piece("ba")]),
        ("Dòng một\nDòng hai", "Dòng một Dòng hai", [Piece("Dòng một Dòng hai")]),
        ("", "", []),
    ],
)
def test_words_are_kept_taken_out_or_put_in(before, after, told):
    assert list(pieces(before, after)) == told
