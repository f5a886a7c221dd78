"""The law's own short words as a Vietnamese reader knows them, and back; any other word is itself."""

#: Names of the parts of a value.
PARTS = {
    "excellent_from": "xuất sắc từ",
    "excellent_beyond": "xuất sắc vượt từ",
    "good_from": "tốt từ",
    "done_from": "hoàn thành từ",
    "done_late": "hoàn thành chậm không quá",
    "mode": "được",
    "forms": "hình thức",
    "violations": "vi phạm",
    "except": "trừ",
    "min": "ít nhất",
    "max": "nhiều nhất",
    "on_proposal_of": "theo đề nghị của",
    "all_forms": "mọi hình thức",
    "body": "cơ quan",
    "then": "sau đó",
    "min_members_gt": "số đảng viên nhiều hơn",
    "same_level_committee_members": "cấp ủy viên cùng cấp",
    "plus": "thêm",
    "delegated_by": "do ai giao",
    "revocable": "thu hồi được",
    "propose": "đề nghị",
    "decide": "quyết định",
    "general": "chung",
    "criminal": "hình sự",
    "criminal_bodies": "cơ quan, khi bị tố tụng hình sự",
    "criminal_subjects": "đối tượng, khi bị tố tụng hình sự",
    "light_only": "chỉ hình thức nhẹ",
    "light": "hình thức nhẹ",
    "heavy": "hình thức nặng",
    "rating": "xếp loại",
    "consecutive_years_min": "số năm liền ít nhất",
    "kinds": "loại",
    "cap_trung_uong": "cấp Trung ương",
    "base": "cơ sở",
    "above": "trên cơ sở",
    "extension": "gia hạn",
    "base_and_members": "cơ sở và đảng viên",
    "above_base_and_province": "trên cơ sở và cấp tỉnh",
    "centre": "Trung ương",
    "government": "Chính phủ",
    "ha_noi_hcm": "Hà Nội, Thành phố Hồ Chí Minh",
    "official_members_from": "từ số đảng viên chính thức",
    "du_bi": "đảng viên dự bị",
    "chinh_thuc": "đảng viên chính thức, thêm",
    "third": "con thứ ba",
    "fourth": "con thứ tư",
    "fifth_plus": "con thứ năm trở lên",
    "first": "lần đầu",
    "repeat": "lần sau",
    "very_serious": "rất nghiêm trọng",
    "deceased": "đã qua đời",
    "missing": "mất tích",
    "requests": "số lần yêu cầu",
    "count": "số lần",
    "chi_bo_co_so": "chi bộ cơ sở",
    "chi_bo_truc_thuoc": "chi bộ trực thuộc",
    "khien_trach": "khiển trách",
    "canh_cao": "cảnh cáo",
    "cach_chuc": "cách chức",
    "khai_tru": "khai trừ",
    "group_members": "số đảng viên cùng đi",
    "group_months": "lập chi bộ tạm thời từ số tháng",
    "transfer_months": "chuyển sinh hoạt tạm thời từ số tháng",
    "official_months": "chuyển sinh hoạt chính thức từ số tháng",
}
#: Words that stand as a value, or in a list.
WORDS = {
    "decide": "quyết định",
    "propose": "đề nghị",
    "appraise": "thẩm định",
    "none": "không có thẩm quyền",
    "any": "bất kỳ",
    "khien_trach": "khiển trách",
    "canh_cao": "cảnh cáo",
    "cach_chuc": "cách chức",
    "khai_tru": "khai trừ",
    "giai_tan": "giải tán",
    "khac": "hình thức khác",
    "above_base_ubkt": "ủy ban kiểm tra cấp trên trực tiếp của cơ sở",
    "ubkt_tinh": "ủy ban kiểm tra cấp tỉnh",
    "cap_uy_vien": "cấp ủy viên",
    "can_bo_cap_tren_quan_ly": "cán bộ cấp trên quản lý",
    "cumulate_heaviest_down": "cộng dồn từ hình thức nặng nhất xuống",
    "secret": "phiếu kín (bắt buộc)",
    "step_day": "ngày thực hiện bước",
    "meeting_day": "ngày họp",
    "abolished_or_renamed": "đã bỏ hoặc đổi tên",
    "kiem_tra": "đang được kiểm tra khi có dấu hiệu vi phạm",
    "to_cao": "có tố cáo phải giải quyết, chưa giải quyết xong",
    "ky_luat": "đang thi hành kỷ luật",
    "truy_cuu": "đang bị điều tra, truy cứu",
}
_PARTS_BACK = {said: part for part, said in PARTS.items()}
_WORDS_BACK = {said: word for word, said in WORDS.items()}


def part(name: str) -> str:
    """Return what a part of a value is called."""
    return PARTS.get(name, name)


def part_named(said: str) -> str:
    """Return the part that is so called."""
    return _PARTS_BACK.get(said, said)


def word(value: str) -> str:
    """Return a word of a value as one says it."""
    return WORDS.get(value, value)


def word_meant(said: str) -> str:
    """Return the word that is so said."""
    return _WORDS_BACK.get(said, said)
