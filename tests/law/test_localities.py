"""A locality's rules bind the kinds of bodies they were laid for, under the committee that laid them."""

import pytest


@pytest.mark.parametrize(
    ("committee", "body", "layer"),
    [
        ("Tỉnh ủy Lào Cai", "chi_bo", "lao_cai"),
        ("Tỉnh ủy Lào Cai", "ubkt", ""),
        ("Thành ủy Hà Nội", "ubkt", "ha_noi"),
        ("Tỉnh ủy Thử Hà", "chi_bo", ""),
        ("", "chi_bo", ""),
    ],
)
def test_a_layer_binds_by_committee_and_kind_of_body(book, committee, body, layer):
    assert book.locality(committee, body) == layer


def test_every_layer_names_the_committee_that_laid_it_down(book):
    assert {one.layer for one in book.localities if one.committee} == set(book.layers)
