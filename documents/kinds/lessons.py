"""The notice that sends the lessons of one conclusion to others, with what each has to do."""

from documents.catalogue import SignedBy, register

LESSONS_NOTICE = register(
    "TB-09.RKN",
    "Thông báo rút kinh nghiệm",
    heading="THÔNG BÁO",
    abstract="rút kinh nghiệm qua {content}",
    symbol="TB",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "content", "lessons", "requests", "signatory"},
    takes={"due_on"},
    blocks=("qua-ket-luan", "viec-can-rut-kinh-nghiem", "yeu-cau-rut-kinh-nghiem"),
    recipients=("{addressee}", "{committee} (để báo cáo)", "Lưu {keeper}"),
)
