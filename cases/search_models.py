"""What is searched: the words of each file and of each paper, derived, and laid again as files grow."""

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from registry.models import Body


class FileWords(models.Model):
    """The words of one file as they stood at `records`: of its heading, and of all that lies in it.

    `body` is the body that handles it: words of a file are looked for among the files of a body, so that
    those of a body somebody does not read are not even come across.
    """

    case = models.OneToOneField("cases.Case", models.CASCADE, primary_key=True, related_name="said")
    body = models.ForeignKey(Body, models.CASCADE, related_name="+", db_index=False)
    records = models.PositiveIntegerField("số bản ghi")
    heading = SearchVectorField("đầu mục")
    inside = SearchVectorField("toàn hồ sơ")

    class Meta:
        verbose_name = "từ ngữ của hồ sơ"
        indexes = [
            models.Index(fields=["body", "-case"], name="words_newest"),
            GinIndex(fields=["body", "heading"], name="words_of_heading"),
            GinIndex(fields=["body", "inside"], name="words_inside"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}"


class PaperWords(models.Model):
    """The words of one paper: number, title and text; who may open it is asked of the paper."""

    paper = models.OneToOneField(
        "documents.Paper", models.CASCADE, primary_key=True, related_name="said"
    )
    case = models.ForeignKey("cases.Case", models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, models.CASCADE, related_name="+", db_index=False)
    words = SearchVectorField("từ ngữ")

    class Meta:
        verbose_name = "từ ngữ của văn bản"
        indexes = [
            models.Index(fields=["body", "-paper"], name="papers_words_newest"),
            GinIndex(fields=["body", "words"], name="words_of_papers"),
        ]

    def __str__(self) -> str:
        return f"{self.paper_id}"
