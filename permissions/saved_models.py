"""Filters of long lists that somebody named and kept: for themselves, or for everybody with a post in one body."""

from django.db import models
from django.db.models import Q

from registry.models import Body, Person


class SavedFilter(models.Model):
    """Words of an address under a name. It opens nothing: each reader sees of the list what is theirs to see.

    One thrown away stays, so that its owner can have it back.
    """

    owner = models.ForeignKey(Person, models.CASCADE, related_name="saved_filters")
    page = models.CharField("danh sách", max_length=40)
    name = models.CharField("tên", max_length=80)
    query = models.CharField("điều kiện lọc", max_length=500)
    shared_with = models.ForeignKey(Body, models.CASCADE, null=True, related_name="+")
    thrown_away = models.BooleanField("đã bỏ", default=False)

    class Meta:
        verbose_name = "bộ lọc đã lưu"
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "page", "name"],
                condition=Q(thrown_away=False),
                name="one_filter_a_name",
            )
        ]

    def __str__(self) -> str:
        return self.name


class DefaultFilter(models.Model):
    """The filter with which a list opens for one person, their own or one that was shared with them."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    page = models.CharField("danh sách", max_length=40)
    filter = models.ForeignKey(SavedFilter, models.CASCADE, related_name="defaults")

    class Meta:
        verbose_name = "bộ lọc mặc định"
        constraints = [
            models.UniqueConstraint(fields=["person", "page"], name="one_default_a_list")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.filter}"
