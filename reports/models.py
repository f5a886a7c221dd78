"""The tables of this room: what is counted, and what was filed."""

from reports.counted_models import (  # noqa: F401 -- Django looks here
    Counted,
    CountedCase,
    CountedRegister,
)
from reports.filing_models import Filing  # noqa: F401 -- likewise
