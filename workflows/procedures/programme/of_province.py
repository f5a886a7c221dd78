"""P2.TU – Tỉnh ủy, ban thường vụ tỉnh ủy kiểm tra theo chương trình: its standing officers sign."""

from workflows.procedures.programme.of_committee import ProgrammeInspection
from workflows.variants import varied


class ProvinceProgrammeInspection(ProgrammeInspection):
    """Tỉnh ủy, ban thường vụ tỉnh ủy kiểm tra cấp ủy, đảng viên trực thuộc theo chương trình năm."""

    code = "P2.TU"
    label = "Kiểm tra theo chương trình của tỉnh ủy"
    levels = frozenset({"tinh"})
    stage = varied(
        ProgrammeInspection,
        changed={
            "instruct": {
                "sentence": "Theo chương trình năm, ban thường vụ giao ủy ban kiểm tra hoặc ban của tỉnh ủy chuẩn bị."
            },
            "decide": {
                "sentence": "Thường trực tỉnh ủy ký quyết định lập đoàn, kế hoạch kiểm tra."
            },
        },
    )
