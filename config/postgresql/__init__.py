"""Django's PostgreSQL backend, which brings up our own server when needed and looks before it trusts."""


class ReadsNoHistory:
    """A router for commands that never open a database: there is no history of migrations to compare with."""

    def allow_migrate(self, *_arguments, **_hints) -> bool:
        return False
