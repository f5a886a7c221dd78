"""One text for one value, links that hold, and commitments that keep a secret."""

from datetime import date

import pytest
from django.db.models import TextChoices
from hypothesis import given
from hypothesis import strategies as st

from proof.canonical import canonical, nfc, sha256
from proof.chain import NOTHING_BEFORE, commit, commit_all, link
from proof.verify import canonical as verifiers_canonical
from proof.verify import first_fault, kept_promise

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


class Word(TextChoices):
    REPRIMAND = "khien_trach", "Khiển trách"


def test_order_spaces_dates_and_choices_make_no_difference():
    assert canonical({"b": 1, "a": date(2026, 9, 8)}) == '{"a":"2026-09-08","b":1}'
    assert canonical(Word.REPRIMAND) == '"khien_trach"'
    assert canonical(frozenset({"b", "a"})) == '["a","b"]'


def test_what_has_no_one_text_is_refused():
    for strange in (float("nan"), object(), b"bytes"):
        with pytest.raises((TypeError, ValueError)):
            canonical(strange)


def test_composed_and_decomposed_names_are_one():
    assert nfc("Nguye\u0302\u0303n") == "Nguyễn"


@given(PLAIN)
def test_the_verifier_writes_the_same_text_without_our_code(value):
    assert verifiers_canonical(value) == canonical(value)


@given(
    st.lists(
        st.dictionaries(st.text(min_size=1, max_size=5), st.integers(), max_size=3),
        min_size=1,
        max_size=8,
    ),
    st.data(),
)
def test_any_cut_swap_or_edit_of_a_chain_is_found(contents, data):
    rows, previous = [], NOTHING_BEFORE
    for place, content in enumerate(contents, start=1):
        text, digest = link("case:1", place, previous, {"said": content})
        rows.append((place, text, digest, {}))
        previous = digest
    ends = {"head": previous, "length": len(rows)}
    assert first_fault("case:1", rows, **ends) is None

    at = data.draw(st.integers(0, len(rows) - 1))
    place, text, digest, claims = rows[at]
    edited = [
        *rows[:at],
        (place, text.replace('"case:1"', '"case:2"'), digest, claims),
        *rows[at + 1 :],
    ]
    cut = [*rows[:at], *rows[at + 1 :]]
    assert first_fault("case:1", edited, **ends) is not None
    assert first_fault("case:1", cut, **ends) is not None
    assert first_fault("case:1", rows[:-1], **ends) is not None


def test_a_column_that_says_something_else_is_found():
    text, digest = link("case:1", 1, NOTHING_BEFORE, {"step": "open"})

    fault = first_fault("case:1", [(1, text, digest, {"step": "close"})], head=digest, length=1)

    assert fault is not None
    assert "step" in fault.what


@given(st.text(), st.text())
def test_a_commitment_keeps_its_value_and_no_other(value, other):
    salt = "0123456789abcdef"

    assert kept_promise(value, salt, commit(value, salt))
    assert kept_promise(other, salt, commit(value, salt)) == (other == value)


def test_equal_personal_answers_do_not_look_equal():
    first, _ = commit_all({"name": "Bàn Văn Ví"}, ["name"])
    again, _ = commit_all({"name": "Bàn Văn Ví"}, ["name"])

    assert first != again


def test_plain_answers_stay_readable_and_empty_ones_need_no_salt():
    hashed, salts = commit_all({"days": 45, "note": None, "name": "Bàn Văn Ví"}, ["name", "note"])

    assert hashed["days"] == 45
    assert set(salts) == {"name"}
    assert len(sha256(hashed)) == 64
