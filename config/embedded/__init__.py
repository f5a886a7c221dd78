"""The database of a site that has none: PostgreSQL's own programs, run in `var/` while needed."""

from config.embedded.cluster import Cluster
from config.embedded.tenancy import hold, leave

__all__ = ["Cluster", "hold", "leave"]
