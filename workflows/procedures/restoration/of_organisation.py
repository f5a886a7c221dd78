"""P9.OANT – Kỷ luật oan of an organisation: the same machine; what was dissolved is founded again."""

from documents import kinds
from workflows.conditions.file import every_paper_is_issued
from workflows.conditions.giving_back import (
    somebody_answered_for_it,
    the_result_was_told,
    the_successor_was_told,
    the_way_fits_what_was_imposed,
)
from workflows.conditions.restoration import (
    silence_asks_for_nothing,
    silence_is_waited_for,
    the_condition_fits_the_discipline,
    the_discipline_came_before,
    the_notice_to_the_wronged_is_numbered,
    the_speaker_is_named,
    the_wronged_were_told,
)
from workflows.matter import Right
from workflows.procedures.restoration.of_member import WrongfulDiscipline
from workflows.questions import restoration as ask
from workflows.variants import varied


class WrongfulOrganisationDiscipline(WrongfulDiscipline):
    """Xin lỗi và phục hồi quyền lợi của tổ chức đảng bị kỷ luật oan."""

    code = "P9.OANT"
    label = "Giải quyết kỷ luật oan đối với tổ chức đảng"
    subjects = frozenset({"organisation"})
    leads_on_at = frozenset({"da_phuc_hoi", "da_nop_luu"})
    rights = (
        Right("Được thông báo bằng văn bản", "tell"),
        Right("Nêu nguyện vọng về hình thức xin lỗi", "record_wishes"),
        Right("Được công khai xin lỗi", "complete_apology"),
        Right("Được phục hồi quyền lợi", "restore", rule="principle.wrongful"),
    )
    stage = varied(
        WrongfulDiscipline,
        without=["exclude", "close_excluded", "take_back"],  # each is about a member alone
        papers={kinds.WRONGFUL_RESTORATION: kinds.WRONGFUL_ORGANISATION_RESTORATION},
        changed={
            "propose": {
                "inputs": ask.PROPOSE_ORGANISATION,
                "when": [the_discipline_came_before, the_condition_fits_the_discipline],
            },
            "tell": {
                "label": "Thông báo cho tổ chức đảng bị kỷ luật oan",
                "sentence": "Nơi đã quyết định thông báo bằng văn bản cho tổ chức đảng bị kỷ luật oan,"
                " hoặc tổ chức kế thừa, tiếp nhận.",
            },
            "record_wishes": {
                "source": ("da_huy",),  # no application is waited for later
                "inputs": ask.WISHES_OF_ORGANISATION,
                "when": [
                    the_wronged_were_told,
                    the_notice_to_the_wronged_is_numbered,
                    the_speaker_is_named,
                    silence_is_waited_for,
                    silence_asks_for_nothing,
                ],
                "sentence": "Đại diện tổ chức đảng bị kỷ luật oan nêu nguyện vọng về xin lỗi, phục hồi.",
            },
            "restore": {
                "inputs": ask.RESTORE_ORGANISATION,
                "when": [the_way_fits_what_was_imposed],
                "sentence": "Bị giải tán oan thì thành lập lại, chỉ định cấp ủy lâm thời; đã kết thúc hoạt động"
                " thì đánh giá lại và thông báo tổ chức kế thừa.",
            },
            "notify": {"inputs": ask.NOTIFY_OF_ORGANISATION},
            "close": {
                "when": [
                    every_paper_is_issued,
                    the_result_was_told,
                    the_successor_was_told,
                    somebody_answered_for_it,
                ],
            },
        },
    )
