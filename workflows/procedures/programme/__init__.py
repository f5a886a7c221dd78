"""P2 – Kiểm tra theo chương trình: the procedures of an inspection that the year's programme names."""
