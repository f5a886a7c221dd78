"""Who keeps what of the papers of a site, by post."""

from registry.models import Position

#: Who keeps the wordings of a site, in any inspection committee of it.
WORDING_KEEPERS = (Position.CLERK.value, Position.CHAIR.value, Position.VICE_CHAIR.value)
