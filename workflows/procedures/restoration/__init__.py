"""P9 – Thay đổi, hủy bỏ, phục hồi: what becomes of a discipline that should not have been."""
