"""P8 – Xóa tên, xin ra khỏi Đảng, hủy quyết định kết nạp; khiếu nại và phục hồi."""
