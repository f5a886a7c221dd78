"""What the page of each deed with an envelope says before it is done."""

from django.utils.translation import gettext as _

from permissions.vault.deeds import Deed


def deed_sentence(deed: Deed) -> str:
    """What it records."""
    return {
        Deed.HAND_OVER: _("Từ ngày ghi, người nhận giữ phong bì ở nơi mới."),
        Deed.OPEN_PAPER: _("Ghi việc đã mở phong bì giấy; không ghi tên người gửi."),
        Deed.DESTROY_PAPER: _("Ghi việc đã hủy phong bì giấy theo văn bản."),
        Deed.ASK: _("Một người khác có thẩm quyền đọc lý do này rồi mới đồng ý hay không."),
        Deed.ERASE: _("Khóa và bản mã bị hủy; bí danh và lịch sử còn nguyên."),
    }[deed]


def deed_press(deed: Deed) -> str:
    """What its button says."""
    if deed is Deed.ASK:
        return _("Gửi lời xin")
    return _("Xóa hẳn danh tính") if deed is Deed.ERASE else _("Ghi vào lịch sử")


def deed_warning(deed: Deed) -> str:
    """What must be seen before it is done; nothing for most."""
    if deed is Deed.ERASE:
        return _(
            "Không hoàn lại được. Sau đó người quản trị đổi khóa, để bản sao lưu cũ cũng không đọc được."
        )
    if deed is Deed.DESTROY_PAPER:
        return _("Phong bì đã hủy thì không ghi việc giao hay mở nữa.")
    return ""
