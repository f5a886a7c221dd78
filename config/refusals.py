"""The one kind of fault a person at the command line must be able to read and put right."""


class CannotRun(Exception):  # noqa: N818 -- the name is the sentence's subject
    """The machine or its set-up does not allow this; the text says why and what would help."""
