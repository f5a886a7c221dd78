"""P5S – Đình chỉ sinh hoạt đảng, đình chỉ hoạt động: of a member, of an organisation, in proceedings."""
