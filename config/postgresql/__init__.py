"""Django's PostgreSQL backend, which starts our own server and looks before it trusts."""


class ReadsNoHistory:
    """A router for commands that open no database, so have no migrations to compare with."""

    def allow_migrate(self, *_arguments, **_hints) -> bool:
        return False
