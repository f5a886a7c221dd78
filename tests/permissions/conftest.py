"""Keepers of envelopes in a province of their own, and a vault that is switched on."""

import pytest

from registry.provinces import load
from tests.permissions.keepers import Keepers


@pytest.fixture
def keepers(db) -> Keepers:
    return Keepers(load("thu_ha", code="phongbi"))


@pytest.fixture
def vault(settings, tmp_path):
    """The vault switched on, its keys in a folder of this test."""
    settings.IDENTITY_VAULT = True
    settings.IDENTITY_VAULT_KEYS = tmp_path / "keys" / "vault"
    return settings.IDENTITY_VAULT_KEYS
