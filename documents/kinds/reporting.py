"""The periodic report of an inspection committee: locked figures, and free words around them."""

from documents.catalogue import SignedBy, register

PERIODIC_REPORT = register(
    "BC-09",
    "Báo cáo định kỳ về kiểm tra, giám sát, kỷ luật đảng",
    heading="BÁO CÁO",
    abstract="công tác kiểm tra, giám sát và thi hành kỷ luật đảng {reported}",
    symbol="BC",
    signed_by=SignedBy.COMMITTEE,
    needs={"addressee", "reported", "counted_on", "background", "strengths", "faults", "ahead", "signatory"},
    takes={"figures", "causes", "proposals"},
    blocks=("tinh-hinh-trong-ky", "so-lieu-da-chot", "danh-gia-trong-ky", "nhiem-vu-ky-toi"),
    recipients=("{addressee}", "{committee} (để báo cáo)", "Lưu {keeper}"),
)  # fmt: skip
