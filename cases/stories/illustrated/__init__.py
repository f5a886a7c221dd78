"""Stories with pictures: the records of a family of files, told so that one reads them to the end."""

from cases.stories.illustrated.family import family_of
from cases.stories.illustrated.gathering import story_of
from cases.stories.illustrated.pages import write

__all__ = ["family_of", "story_of", "write"]
