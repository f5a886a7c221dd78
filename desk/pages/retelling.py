"""The page on which a matter is told again from its records."""

from dataclasses import dataclass

from cases.stories.illustrated.parts import Story
from desk.pages.parts import Link


@dataclass(frozen=True)
class RetellingPage:
    """The story, and the way back to the file from which it was asked."""

    case: Link
    story: Story
    erased: str = ""
