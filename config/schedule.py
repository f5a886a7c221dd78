"""Background jobs and how often they run; each is safe to run twice."""

#: Name → (function, minutes between runs).
JOBS = {
    "print what was numbered": ("documents.printing.print_pending", 1),
    "take up what waits": ("jobs.running.run_waiting", 1),
    "put confirmed law in force": ("cases.adoptions.settle", 1),
    "count what has grown": ("reports.counting.keeping.refresh_all", 10),
    "read what grew for searching": ("cases.search_words.refresh_all", 10),
    "send the daily letters": ("desk.digest_mail.send_all", 60),
    "seal the heads of histories": ("cases.checkpointing.seal", 5),
    "decide finished files again": ("cases.conformance.replaying.replay_finished", 24 * 60),
    "look over what could not be": ("cases.checking.run", 24 * 60),
    "record what has lapsed": ("cases.lapsing.lapse_what_has_run_out", 24 * 60),
}


def lay() -> None:
    """Write the schedule into the worker's table, so that a new job needs no hand."""
    from django_q.models import Schedule  # noqa: PLC0415 -- needs the apps to be ready

    for name, (function, minutes) in JOBS.items():
        Schedule.objects.update_or_create(
            name=name,
            defaults={"func": function, "schedule_type": Schedule.MINUTES, "minutes": minutes},
        )
    Schedule.objects.exclude(name__in=JOBS).delete()
