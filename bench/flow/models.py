"""The process behind the compared flow, as viewflow's own guide lays one: a proxy over its JSON."""

from viewflow import jsonstore
from viewflow.workflow.models import Process


class SupervisionProcess(Process):
    """One supervision; what its steps say is kept in viewflow's JSON column."""

    lead = jsonstore.IntegerField()
    stage = jsonstore.CharField(max_length=24)
    draft = jsonstore.TextField(blank=True)

    class Meta:
        proxy = True
        verbose_name = "cuộc giám sát"

    def __str__(self) -> str:
        return f"{self.pk}"
