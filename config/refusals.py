"""The one kind of fault a person at the command line must be able to read and put right."""


class CannotRun(Exception):
    """The machine or its set-up does not allow this; the text says why and what would help."""
