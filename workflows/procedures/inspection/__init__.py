"""P3 – Kiểm tra khi có dấu hiệu vi phạm: the procedures of inspection on signs of a violation."""
