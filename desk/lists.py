"""The kinds of lists that an office takes in from Excel or CSV, each with the words of its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desk.gathering.grades import scheme_codes
from desk.gathering.lists import unit_codes
from desk.pages.parts import Fact
from registry.absences.taking_in import TakeAbsencesIn
from registry.grades.taking_in import TakeGradesIn
from registry.journeys.taking_in import TakeJourneysIn
from registry.lists.taking_in import TakeListIn
from registry.members.rights import bodies_written_by
from registry.members.taking_in import TakeIn
from registry.models import Body


@dataclass(frozen=True)
class ListKind:
    """One kind of list: the deed that takes it in, and what its pages say of it.

    `columns` say what each column holds; `area` is the address to which one goes back, and its name; `codes` are
    the values a column may write (of units, say).
    """

    deed: type[TakeListIn]
    title: str | Promise
    columns: Mapping[str, str | Promise]
    area: tuple[str, str | Promise]
    steps: Sequence[str | Promise]
    codes_of: str | Promise = ""
    bodies: Callable[..., QuerySet[Body]] = bodies_written_by
    codes: Callable[..., Sequence[Fact]] = lambda body, today: ()


#: By what stands in the address.
LISTS: Mapping[str, ListKind] = {
    "dang-vien": ListKind(
        deed=TakeIn,
        title=_("Nhập danh sách đảng viên"),
        columns={
            "ma_dinh_danh": _("Số định danh cá nhân, 12 chữ số"),
            "ho_ten": _("Họ và tên"),
            "ngay_sinh": _("Ngày sinh, ví dụ 05/9/1980"),
            "ma_chi_bo": _("Mã chi bộ theo danh bạ tổ chức"),
            "loai": _("chinh_thuc hoặc du_bi"),
            "ngay_ket_nap": _("Ngày quyết định kết nạp"),
            "ngay_chinh_thuc": _("Ngày công nhận chính thức"),
            "so_the": _("Số thẻ đảng viên"),
            "chuc_vu": _("Chức vụ, ghi bằng chữ"),
        },
        area=("members", _("Danh sách đảng viên")),
        steps=(
            _("Xem trước: ai mới, ai thay đổi, dòng nào sai. Chưa ghi gì."),
            _(
                "Nhập: dòng đúng vào danh bạ, dòng sai giữ lại thành sai sót phải sửa ở danh sách gốc."
            ),
            _(
                "Nhập lại tệp đã sửa: sai sót đã sửa tự đóng; cùng một tệp nhập hai lần không đổi gì."
            ),
            _("Không ai bị ra khỏi danh bạ vì không có trong tệp."),
        ),
        codes_of=_("Ghi mã này ở cột ma_chi_bo."),
        codes=unit_codes,
    ),
    "di-lam-an-xa": ListKind(
        deed=TakeAbsencesIn,
        title=_("Nhập danh sách đi làm ăn xa"),
        columns={
            "ma_dinh_danh": _("Số định danh cá nhân, có trong danh sách đảng viên"),
            "ho_ten": _("Họ và tên, để đối chiếu"),
            "noi_den": _("Nơi đến: xã, tỉnh"),
            "dia_chi": _("Địa chỉ đã khai báo; chưa khai báo thì để trống"),
            "di_tu_ngay": _("Ngày đi, ví dụ 05/9/2026"),
            "du_kien_ve": _("Ngày dự kiến về"),
            "van_ban_mien": _("Văn bản của cấp ủy cho miễn sinh hoạt"),
            "mien_den_ngay": _("Được miễn đến hết ngày"),
            "dang_ky_cu_tru": _("co hoặc khong"),
            "ngay_ve": _("Ngày về; chưa về thì để trống"),
            "nhan_xet": _("Nhận xét của nơi đến: số, ngày văn bản"),
        },
        area=("absences", _("Đi làm ăn xa")),
        steps=(
            _("Xem trước: ai mới, ai thay đổi, dòng nào sai. Chưa ghi gì."),
            _("Nhập: dòng đúng vào sổ, dòng sai giữ lại thành sai sót phải sửa."),
            _(
                "Nhập lại tệp đã sửa: sai sót đã sửa tự đóng; cùng một tệp nhập hai lần không đổi gì."
            ),
            _("Không ai bị coi là đã về vì không có trong tệp."),
        ),
    ),
    "di-nuoc-ngoai": ListKind(
        deed=TakeJourneysIn,
        title=_("Nhập danh sách đi nước ngoài"),
        columns={
            "ma_dinh_danh": _("Số định danh cá nhân, 12 chữ số"),
            "ho_ten": _("Họ và tên"),
            "noi_den": _("Nơi đến"),
            "muc_dich": _("viec_cong, viec_rieng hoặc hoc_tap"),
            "ngay_di": _("Ngày đi"),
            "ngay_ve": _("Ngày về dự kiến"),
            "ngay_bao_cao": _("Ngày báo cáo trước khi đi; để trống khi không báo cáo"),
            "ngay_ve_thuc_te": _("Ngày đã về"),
            "ngay_bao_cao_sau": _("Ngày báo cáo sau khi về"),
            "doan": _("Đoàn, nhóm cùng đi"),
            "van_ban": _("Báo cáo, văn bản"),
        },
        area=("journeys", _("Đi nước ngoài")),
        steps=(
            _("Xem trước: chuyến nào mới, chuyến nào bổ sung, dòng nào sai. Chưa ghi gì."),
            _("Đảng viên phải có trong danh sách đảng viên; dòng sai giữ lại thành sai sót."),
            _(
                "Chuyến đi đã ghi chỉ được bổ sung ngày về, báo cáo sau khi về; điều đã ghi không đổi."
            ),
        ),
    ),
    "xep-loai": ListKind(
        deed=TakeGradesIn,
        title=_("Nhập kết quả xếp loại"),
        columns={
            "ma_dinh_danh": _("Số định danh cá nhân, 12 chữ số"),
            "ho_ten": _("Họ và tên"),
            "loai_ky": _("nam, quy, nhiem_ky hoặc khi_can"),
            "ky": _("2025 cho năm, 2025-Q3 cho quý, tên nhiệm kỳ hoặc lần đánh giá"),
            "ngay_cuoi_ky": _("Chỉ ghi cho nhiệm kỳ hoặc lần đánh giá"),
            "quy_dinh": _("Số, ký hiệu quy định đã dùng để xếp loại"),
            "xep_loai": _("xuat_sac, tot, hoan_thanh hoặc khong_hoan_thanh"),
            "diem": _("Điểm đã chấm, nếu có, ví dụ 87,5"),
            "ty_le_cham": _("Phần trăm việc chậm, nếu có"),
            "vuot_yeu_cau": _("Phần trăm vượt yêu cầu, nếu có"),
            "quyet_dinh": _("Số, ngày quyết định xếp loại"),
        },
        area=("grades", _("Xếp loại đảng viên")),
        steps=(
            _("Xem trước: kết quả nào mới, kết quả nào thay đổi, dòng nào sai. Chưa ghi gì."),
            _(
                "Điểm trái với mức xếp loại là sai sót phải xem lại; mức xếp loại vẫn giữ như đã quyết định."
            ),
            _(
                "Người được miễn, bị đình chỉ, mới kết nạp mà có kết quả; tỷ lệ xuất sắc quá mức: cũng là sai sót."
            ),
            _("Kết quả khác với lần nhập trước thay kết quả cũ; bản cũ còn giữ."),
        ),
        codes_of=_("Ghi số này ở cột quy_dinh."),
        codes=scheme_codes,
    ),
}
