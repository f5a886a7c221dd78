"""Which worker runs what: a module stays on one, for its world is laid once; three long ones are shared out."""

from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

#: Modules long enough to be worth laying their world on every worker.
SHARED_OUT = {"test_walk", "test_templates", "test_access_matrix"}


class ByModule(LoadScopeScheduling):
    """Gives out whole modules in the order in which they were collected; of SHARED_OUT, test by test."""

    def _split_scope(self, nodeid: str) -> str:
        module, _, _test = nodeid.partition("::")
        return nodeid if Path(module).stem in SHARED_OUT else module
