"""P2.CS – Đảng ủy cơ sở kiểm tra theo chương trình: no standing officers stand between it and its secretary."""

from workflows.procedures.programme.of_committee import ProgrammeInspection
from workflows.variants import varied


class BaseProgrammeInspection(ProgrammeInspection):
    """Đảng ủy cơ sở kiểm tra chi bộ, đảng viên theo chương trình năm."""

    code = "P2.CS"
    label = "Kiểm tra theo chương trình của đảng ủy cơ sở"
    levels = frozenset({"co_so"})
    stage = varied(
        ProgrammeInspection,
        changed={
            "instruct": {
                "sentence": "Theo chương trình năm, đảng ủy giao ủy ban kiểm tra của mình hoặc đảng ủy viên chuẩn bị."
            },
            "decide": {
                "sentence": "Bí thư hoặc phó bí thư thay mặt đảng ủy, ban thường vụ ký quyết định, kế hoạch."
            },
        },
    )
