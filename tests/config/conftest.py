"""A cluster of a test's own."""

import pytest

from config.embedded import Cluster, leave, server


@pytest.fixture
def cluster(tmp_path):
    """A cluster of this test's own; whatever runs on it at the end is stopped."""
    cluster = Cluster(tmp_path / "database")
    yield cluster
    leave(cluster)
    server.stop(cluster)
