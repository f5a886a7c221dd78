"""Who may sign which draft: one that waits, that has passed its stations, that somebody else wrote."""

from __future__ import annotations

from law import Reason
from workflows import drafts, stations
from workflows.facts import Facts
from workflows.stages import Step
from workflows.stations import Station


def against_signing(step: Step, facts: Facts, person: int, read: int | None = None) -> list[Reason]:
    """Nobody signs without a draft, before its stations, their own draft, or another than they `read`."""
    if not step.drafted:
        return []
    draft = drafts.waiting(step.code, facts)
    if draft is None:
        return [
            Reason(
                "draft.none",
                f"Chưa có dự thảo trình ký cho bước “{step.label}”.",
                remedy="Cán bộ soạn dự thảo và trình ký trước; người ký không tự soạn.",
            )
        ]
    reasons = []
    if person in stations.writers(draft, facts):
        reasons.append(
            Reason(
                "draft.own",
                "Người soạn dự thảo không được tự ký duyệt, kể cả người soạn bản trước.",
                remedy="Người khác có thẩm quyền ký; hoặc người khác soạn lại dự thảo.",
            )
        )
    gone = stations.passed(draft, facts)
    if any(row.by == person for one, row in gone.items() if one in stations.HOLDERS):
        reasons.append(
            Reason(
                "route.same_hand",
                "Bạn đã thẩm định dự thảo này ở một cấp của đường duyệt: người thẩm định không ký ban hành.",
                remedy="Người khác có thẩm quyền ký.",
            )
        )
    reasons += [
        Reason(
            "route.station",
            f"Dự thảo chưa qua cấp “{Station(one).label}” của đường duyệt.",
            remedy="Cấp đó ký nháy, thẩm định trước; vắng thì người được ủy quyền, giao phụ trách làm thay.",
        )
        for one in stations.route_of(draft).stations
        if one not in gone
    ]
    awaited = stations.still_asked(draft, facts)
    if awaited and stations.route_of(draft).waits_for_opinions:
        reasons.append(
            Reason(
                "route.opinions",
                f"Còn {len(awaited)} người được xin ý kiến chưa trả lời và chưa hết hạn.",
                remedy="Chờ trả lời hoặc hết hạn; quá hạn thì ghi nhận là không có ý kiến.",
            )
        )
    if read is not None and read != draft.number:
        reasons.append(
            Reason(
                "draft.unread",
                "Người soạn vừa trình bản khác: bản đang chờ ký không phải bản bạn đã đọc.",
                remedy="Đọc bản mới và những chỗ đã sửa, rồi quyết định.",
            )
        )
    return reasons
