"""A supervision in viewflow.workflow: verified → draft report → conference, one person per task."""

from django.contrib.auth import get_user_model
from viewflow import this
from viewflow.workflow import flow
from viewflow.workflow.lock import select_for_update_lock

from bench.flow.models import SupervisionProcess


class SupervisionFlow(flow.Flow):
    """The two tasks around the measured step; each belongs to the team's lead from the start.

    That spares viewflow the question who may take a task up, and the statement that would write the
    answer down.
    """

    process_class = SupervisionProcess
    lock_impl = select_for_update_lock

    start = flow.StartHandle().Next(this.draft)
    draft = flow.View(None).Assign(this.the_lead).Next(this.confer)
    confer = flow.View(None).Assign(this.the_lead).Next(this.end)
    end = flow.End()

    def the_lead(self, activation):
        """Return the account of the team's lead."""
        return get_user_model().objects.get(pk=activation.process.lead)
