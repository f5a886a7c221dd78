"""The door's objections to ending a denunciation for its withdrawal: what the minutes with the denouncer say."""

from __future__ import annotations

import law
from cases.reading import File
from law import Reason
from workflows.conditions.denunciation import FREELY
from workflows.rows import RowKind
from workflows.stages import Step

#: The steps by which what was withdrawn is handled no more.
ENDED_BY = frozenset({"stop_settling", "drop_withdrawn"})


def about_withdrawal(file: File, step: Step) -> list[Reason]:
    """Nothing ends without minutes of the withdrawal, nor where the newest say it was not free."""
    ends = step.prepares or step.code
    if ends not in ENDED_BY:
        return []
    rule = law.rule(step.basis, on=file.facts.acted_on)
    said = file.facts.last(RowKind.SENDER_WITHDREW)
    if said is None:
        text = "Chưa có biên bản làm việc về việc người tố cáo rút nội dung."
        remedy = "Làm bước “Ghi việc người tố cáo rút nội dung” trước."
    elif said.facts["freely"] != FREELY:
        text = "Biên bản ghi người tố cáo không tự nguyện rút."
        remedy = "Tiếp tục giải quyết; xem xét việc đe dọa, ép buộc, mua chuộc."
    elif ends == "stop_settling" and said.facts["scope"] != "toan_bo":
        text = "Biên bản ghi người tố cáo chỉ rút một phần."
        remedy = "Thôi xem xét nội dung đã rút, giải quyết các nội dung còn lại."
    else:
        return []
    return [Reason("withdrawal.minutes", text, rule.cited, rule.confidence, remedy)]
