"""The log grows as RFC 9162 has it, and proves of every entry and every beginning that it is there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proof.merkle import EMPTY, Frontier, Tree
from proof.verify import consistent, included

#: The entries and roots that implementations of Certificate Transparency try themselves on.
ENTRIES = [
    bytes.fromhex(one)
    for one in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
ROOTS = {
    1: "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    2: "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    3: "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    8: "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
}


def log(size):
    return [str(one).encode() for one in range(size)]


def grown(leaves):
    frontier = Frontier()
    for leaf in leaves:
        frontier.add(leaf)
    return frontier


@pytest.mark.parametrize(("size", "root"), ROOTS.items())
def test_roots_are_those_everybody_gets(size, root):
    assert Tree(ENTRIES[:size]).root.hex() == root
    assert grown(ENTRIES[:size]).root.hex() == root


def test_a_log_without_entries_has_the_hash_of_nothing():
    assert Tree([]).root == Frontier().root == EMPTY


@given(st.integers(1, 70))
def test_every_entry_is_proved_at_its_place_and_nowhere_else(size):
    leaves, tree = log(size), Tree(log(size))

    assert tree.root == grown(leaves).root
    for index, leaf in enumerate(leaves):
        path = tree.inclusion(index)
        assert included(leaf, index, size, path, tree.root)
        assert not included(b"another", index, size, path, tree.root)
        assert not included(leaf, (index + 1) % size, size, path, tree.root) or size == 1
        assert not included(leaf, index, size, [*path, path[0] if path else leaf], tree.root)


@given(st.integers(1, 70), st.data())
def test_every_beginning_is_proved_and_a_rewritten_one_is_not(size, data):
    first = data.draw(st.integers(1, size))
    old, tree = Tree(log(first)), Tree(log(size))
    path = tree.consistency(first)

    assert consistent(first, old.root, size, tree.root, path)
    rewritten = Tree([b"rewritten", *log(first)[1:]])
    assert not consistent(first, rewritten.root, size, tree.root, path)
