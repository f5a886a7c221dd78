"""The API: the same door, the same reasons and the same rights as the pages."""

from desk.api.routes import api

__all__ = ["api"]
