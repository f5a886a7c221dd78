"""The sample commune's register: a member list with its faults, who manages which posts, files gone through."""

from __future__ import annotations

from datetime import date, timedelta

from registry import offices
from registry.member_models import MemberRow
from registry.members.taking_in import TakeIn
from registry.models import Body, Organisation, Person
from registry.organ_models import Level
from registry.organs.files import CheckFile, NamePaper, kinds_of
from registry.organs.levels import GiveLevel
from registry.organs.management import DetermineManager, ManagePost
from registry.provinces import Province

_COLUMNS = (
    "ma_dinh_danh,ho_ten,ngay_sinh,ma_chi_bo,loai,ngay_ket_nap,ngay_chinh_thuc,so_the,chuc_vu"
)
#: Invented members of one cell: name, born, standing, admitted, official, post. The last has a number cut short.
_MEMBERS = (
    ("Vi Thị Mẫu An", "05/9/1972", "chinh_thuc", "03/02/1998", "03/02/1999", "Bí thư chi bộ"),
    ("Hà Văn Thử Báu", "12/3/1980", "chinh_thuc", "19/5/2006", "19/5/2007", "Phó bí thư chi bộ"),
    ("Lò Thị Mẫu Chi", "20/11/1985", "chinh_thuc", "02/9/2012", "02/9/2013", ""),
    ("Quách Văn Thử Duy", "08/8/1990", "chinh_thuc", "07/11/2018", "07/11/2019", "Trưởng thôn"),
    ("Mạc Thị Mẫu Giang", "17/01/1999", "du_bi", "03/02/2026", "", ""),
    ("Đinh Văn Thử Hải", "25/12/1988", "chinh_thuc", "22/12/2015", "22/12/2016", ""),
    ("Lương Thị Mẫu Hoa", "30/4/1995", "chinh_thuc", "30/4/2021", "30/4/2022", ""),
)
_SOURCE = "Cơ sở dữ liệu đảng viên (mẫu)"
_DIVISION = "Quy định phân cấp quản lý cán bộ (mẫu)"


def tell(province: Province, today: date) -> None:
    """Lay it, each through the door of the register, by the secretary of the commune."""
    btv, secretary = province.bodies["btv"], province.people["bithuxa"]
    xa, cell = province.organisations["xa"], province.organisations["thon3"]
    begun = xa.first_day
    deeds = [
        GiveLevel(
            in_body=btv, organisation=xa, level=Level.ABOVE_BASE, first_day=begun,
            last_day=date(2026, 7, 25), document="Quyết định thí điểm (mẫu)",
        ),
        *(
            ManagePost(
                in_body=btv, manager=xa, organisation_kind=organisation, body_kind=body,
                position=position, first_day=begun, document=_DIVISION,
            )
            for organisation, body, position in (
                ("chi_bo", "chi_bo", "bi_thu"),
                ("chi_bo", "chi_bo", "pho_bi_thu"),
                ("xa", "ubkt", "kiem_tra_vien"),
            )
        ),
        _list_of(btv, secretary, cell, today),
    ]  # fmt: skip
    for deed in deeds:
        offices.record(deed, by=secretary, today=today)
    _files(btv, secretary, cell, today)


def _list_of(btv: Body, by: Person, cell: Organisation, today: date) -> TakeIn:
    lines = [_COLUMNS]
    for number, (name, born, status, admitted, official, post) in enumerate(_MEMBERS):
        key = f"{990100000000 + number}" if number < len(_MEMBERS) - 1 else "9901"
        lines.append(",".join([key, name, born, cell.code, status, admitted, official, "", post]))
    return TakeIn(
        document=_SOURCE, in_body=btv, taken_by=by, content="\n".join(lines).encode(),
        file_name="danh-sach-mau.csv", synced_on=today - timedelta(days=20),
    )  # fmt: skip


def _files(btv: Body, by: Person, cell: Organisation, today: date) -> None:
    """One file lacks two papers, two kinds have a name, one member is managed by a document."""
    rows = MemberRow.objects.filter(superseded_in=None, cell=cell).order_by("pk")
    first, second = rows[0], rows[1]
    codes = [one.code for one in kinds_of(first.status, btv.organisation_id, today).rows]
    for code, name in (
        ("du_bi-01", "Lý lịch (tên mẫu)"),
        ("du_bi-02", "Đơn xin vào Đảng (tên mẫu)"),
    ):
        deed = NamePaper(in_body=btv, code=code, name=name, document="Danh mục của đơn vị (mẫu)")
        offices.record(deed, by=by, today=today)
    check = CheckFile(
        in_body=btv, row=first, checked_on=today - timedelta(days=6), present=codes[2:],
        document="Biên bản kiểm tra hồ sơ (mẫu)",
    )  # fmt: skip
    manager = DetermineManager(
        in_body=btv, person=second.person, manager=btv.organisation, since=today - timedelta(days=90),
        document="Quyết định luân chuyển cán bộ (mẫu)",
    )  # fmt: skip
    for deed in (check, manager):
        offices.record(deed, by=by, today=today)
