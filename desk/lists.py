"""The kinds of lists that an office takes in from Excel or CSV, each with the words of its pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from desk.gathering.lists import earlier_member_lists, unit_codes
from desk.pages.parts import Fact
from registry.lists.taking_in import TakeListIn
from registry.members.rights import bodies_written_by
from registry.members.taking_in import TakeIn
from registry.models import Body


@dataclass(frozen=True)
class ListKind:
    """One kind of list: the deed that takes it in, and what its pages say of it.

    `columns` say what each column holds; `area` is the address to which one goes back, and its name; `codes` are
    the values a column may write (of units, say), `earlier` what lists before this one did.
    """

    deed: type[TakeListIn]
    title: str | Promise
    columns: Mapping[str, str | Promise]
    area: tuple[str, str | Promise]
    steps: Sequence[str | Promise]
    codes_of: str | Promise = ""
    bodies: Callable[..., QuerySet[Body]] = bodies_written_by
    codes: Callable[..., Sequence[Fact]] = lambda body, today: ()
    earlier: Callable[[Body], Sequence[Fact]] = lambda body: ()


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
        earlier=earlier_member_lists,
    ),
}
