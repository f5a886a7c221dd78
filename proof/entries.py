"""The abstract row of every history in the product: written once, chained, never edited."""

from django.db import models

from proof.walls import append_only


class Entry(models.Model):
    """One entry of one chain. `content` is the hashed text; other columns only help to query it.

    A history's own Meta continues this one (`class Meta(Entry.Meta)`), or it would have no walls.
    """

    sequence = models.PositiveIntegerField("thứ tự")
    content = models.TextField("nội dung đã băm")
    hash = models.CharField("mã băm", max_length=64)
    recorded_at = models.DateTimeField("ghi lúc")

    class Meta:
        abstract = True
        triggers = append_only()

    def claims(self) -> dict[str, object]:
        """Columns that repeat a part of `content`, by the name they have there; for verification."""
        raise NotImplementedError
