"""An office that takes in letters, for the tests: registered, classified and sent their way in sentences."""

from __future__ import annotations

from datetime import date
from typing import Any

from cases import services
from cases.incoming_models import IncomingEntry
from cases.models import Case, RecordPaper, StepRecord
from documents.models import Paper
from permissions.vault.models import Envelope
from registry.provinces import Province
from tests.cases.supervision import TODAY, ago
from tests.permissions.keepers import Keepers

CLEAR = {"standing": "ro_rang", "concrete": "co", "settled": "chua"}
ANONYMOUS = {"standing": "giau_ten", "concrete": "co", "settled": "chua"}
A_WEEK_AGO = ago(7)
OUR_OWN = "Ủy ban Kiểm tra Đảng ủy xã Thử Đông"


class Letters:
    """The inspection committee of the sample province, whose clerk keeps the incoming book."""

    def __init__(self, province: Province):
        self.province = province
        self.keepers = Keepers(province)

    def envelope(self) -> Envelope:
        """A sealed envelope that the clerk took in."""
        return self.keepers.receive()

    def comes(
        self,
        source: str,
        *,
        sender: str = "",
        kind: str = "",
        about: str = "",
        by: str = "vanthu",
        on: date | None = None,
        body: str = "ubkt",
        **more: Any,
    ) -> Case:
        """A letter of that kind is entered; sealed where its kind says so and nothing else is said."""
        sealed = not (sender or kind)
        said = {
            "source": source,
            "arrived_on": ago(10).isoformat(),
            "postmarked_on": ago(12).isoformat(),
            "sender_kind": kind or ("niem_phong" if sealed else "ca_nhan"),
            "summary": "Việc sử dụng đất giao khoán ở thôn.",
            **({"envelope": self.envelope().alias} if sealed else {}),
            **({"sender": sender} if sender else {}),
            **more,
        }
        return services.open_case(
            "P0.TN",
            body=self.province.bodies[body],
            subjects=[self.province.people[about]] if about else [],
            actor=self.province.people[by],
            acted_on=on or ago(9),
            inputs={name: value for name, value in said.items() if value is not None},
            today=TODAY,
        )

    def take(
        self, case: Case, step: str, by: str = "canbo", on: date = TODAY, **said: Any
    ) -> StepRecord:
        """Take one step of a letter's file, as the person of that short name."""
        record = services.take_step(
            case, step, actor=self.province.people[by], acted_on=on, inputs=said, today=TODAY
        )
        case.refresh_from_db()
        return record

    def classify(
        self, case: Case, nature: str, route: str, on: date = A_WEEK_AGO, **more: Any
    ) -> None:
        """The officer classifies and proposes."""
        said = {
            **CLEAR,
            "competent": OUR_OWN,
            "reason": "Nội dung cụ thể, đúng thẩm quyền.",
            **more,
        }
        self.take(case, "classify", on=on, nature=nature, route=route, **said)

    def goes(self, case: Case, nature: str, route: str, **more: Any) -> None:
        """Classified so, and a member of the committee agrees to the way proposed."""
        self.classify(case, nature, route, **more)
        self.take(case, "decide_route", "uyvien", ago(6), route=route, opinion="Đồng ý.")

    def issued(self, case: Case, step: str, by: str = "chunhiem", **said: Any) -> Paper:
        """The officer drafts the papers of a step, the chair signs; return the last of them."""
        self.take(case, f"draft_{step}", "canbo", ago(5), **said)
        self.take(case, step, by, ago(4))
        return RecordPaper.objects.filter(case=case).latest("paper_id").paper

    def numbered(self, case: Case, paper: Paper) -> str:
        """The clerk gives it its number and day."""
        self.take(case, "number_paper", "vanthu", ago(3), paper=paper.pk)
        paper.refresh_from_db()
        return paper.number_text

    def book(self) -> list[int]:
        """The numbers of the incoming book in their order."""
        return list(IncomingEntry.objects.order_by("pk").values_list("number", flat=True))
