"""Two kinds of job for the tests: people are entered one by one, or all or none; each stops where it is told to."""

import os
import signal
import time

from jobs.kinds import Given, Outcome, Tell, job
from law import Reason
from registry.keeping import OfficeRefused
from registry.models import Person

#: In the environment of a process that works on a job: the number at which it goes no further, till it is killed.
STOPS_AT = "KIEM_TRA_TEST_STOPS_AT"


def _enter(given: Given, by, tell: Tell) -> Outcome:
    for number in range(1, given["of"] + 1):
        if number == given.get("refused_at"):
            why = [
                Reason("x", f"Người thứ {n} không có.", remedy="Bỏ ra.")
                for n in (number, number + 1)
            ]
            raise OfficeRefused(why)
        if number == given.get("wrong_at"):
            raise ZeroDivisionError
        Person.objects.get_or_create(full_name=f"Mẫu Thị {number}")
        tell(number, given["of"], f"người thứ {number}")
        if os.environ.get(STOPS_AT) == str(number):
            time.sleep(0.5)  # what is told at once again may be left untold
            tell(number, given["of"], "")
            signal.pause()
    return Outcome(lines=(("Mẫu Thị 1", "đã nhập"),), figures=(("Số người", str(given["of"])),))


PIECES, WHOLE = "thu.tung_phan", "thu.tat_ca"
for code, whole in ((PIECES, False), (WHOLE, True)):
    job(code, "Nhập người", whole=whole, refuses=(OfficeRefused,))(_enter)
