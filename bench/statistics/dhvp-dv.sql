-- Ủy ban kiểm tra, chi bộ kiểm tra đảng viên khi có dấu hiệu vi phạm
SELECT * FROM (
SELECT
  count(*) AS "tong.tong",
  count(DISTINCT person_id) AS "tong.nguoi",
  count(*) FILTER (WHERE level = 'tw' AND body_kind = 'ubkt') AS "tong.tw",
  count(*) FILTER (WHERE level = 'tinh' AND body_kind = 'ubkt') AS "tong.tinh",
  count(*) FILTER (WHERE level = 'huyen' AND body_kind = 'ubkt' AND day <= '2025-06-30') AS "tong.huyen",
  count(*) FILTER (WHERE level = 'xa' AND body_kind = 'ubkt' AND day >= '2025-07-01') AS "tong.xa",
  count(*) FILTER (WHERE level IN ('co_so', 'xa') AND body_kind = 'ubkt' AND day <= '2025-06-30') AS "tong.co_so_cu",
  count(*) FILTER (WHERE level = 'co_so' AND body_kind = 'ubkt' AND day >= '2025-07-01') AS "tong.co_so",
  count(*) FILTER (WHERE level = 'chi_bo') AS "tong.chi_bo",
  count(*) FILTER (WHERE themes && '{nguyen_tac_to_chuc}') AS "tong.nd_tap_trung",
  count(*) FILTER (WHERE themes && '{hon_nhan_gia_dinh,te_nan_xa_hoi,bao_luc_gia_dinh}') AS "tong.nd_dao_duc",
  count(*) FILTER (WHERE themes && '{}') AS "tong.nd_doan_ket",
  count(*) FILTER (WHERE themes && '{tuyen_truyen_phat_ngon,bi_mat,quan_he_nuoc_ngoai,khieu_nai_to_cao}') AS "tong.nd_khong_duoc",
  count(*) FILTER (WHERE themes && '{dan_so}') AS "tong.nd_dan_so",
  count(*) FILTER (WHERE themes && '{chay_chuc_chay_quyen,tham_nhung_tieu_cuc}') AS "tong.nd_tham_nhung",
  count(*) FILTER (WHERE themes && '{chuc_trach_cong_vu,lanh_dao_quan_ly}') AS "tong.nd_thieu",
  count(*) FILTER (WHERE themes && '{dat_dai_nha_o}') AS "tong.nd_dat_dai",
  count(*) FILTER (WHERE themes && '{dau_tu_xay_dung,tai_chinh_ngan_hang,quy_tai_san_cong}') AS "tong.nd_tai_chinh",
  count(*) FILTER (WHERE themes && '{}') AS "tong.nd_ke_khai",
  count(*) FILTER (WHERE themes && '{to_chuc_can_bo,chinh_tri_noi_bo,bau_cu,van_bang_chung_chi,phong_chong_toi_pham,kiem_tra_thanh_tra,an_sinh_xa_hoi,ton_giao_tin_nguong,khac}') AS "tong.nd_khac",
  count(*) FILTER (WHERE themes = '{}') AS "tong.nd_chua_xep",
  count(*) FILTER (WHERE 'vi_pham' = ANY (marks)) AS "tong.vi_pham",
  count(*) FILTER (WHERE 'phai_ky_luat' = ANY (marks)) AS "tong.phai_kl",
  count(*) FILTER (WHERE 'da_ky_luat' = ANY (marks)) AS "tong.da_kl",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks)) AS "cap_uy_vien.tong",
  count(DISTINCT person_id) FILTER (WHERE 'cap_uy_vien' = ANY (marks)) AS "cap_uy_vien.nguoi",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND level = 'tw' AND body_kind = 'ubkt') AS "cap_uy_vien.tw",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND level = 'tinh' AND body_kind = 'ubkt') AS "cap_uy_vien.tinh",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND level = 'huyen' AND body_kind = 'ubkt' AND day <= '2025-06-30') AS "cap_uy_vien.huyen",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND level = 'xa' AND body_kind = 'ubkt' AND day >= '2025-07-01') AS "cap_uy_vien.xa",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND level IN ('co_so', 'xa') AND body_kind = 'ubkt' AND day <= '2025-06-30') AS "cap_uy_vien.co_so_cu",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND level = 'co_so' AND body_kind = 'ubkt' AND day >= '2025-07-01') AS "cap_uy_vien.co_so",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND level = 'chi_bo') AS "cap_uy_vien.chi_bo",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND themes && '{nguyen_tac_to_chuc}') AS "cap_uy_vien.nd_tap_trung",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND themes && '{hon_nhan_gia_dinh,te_nan_xa_hoi,bao_luc_gia_dinh}') AS "cap_uy_vien.nd_dao_duc",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND themes && '{}') AS "cap_uy_vien.nd_doan_ket",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND themes && '{tuyen_truyen_phat_ngon,bi_mat,quan_he_nuoc_ngoai,khieu_nai_to_cao}') AS "cap_uy_vien.nd_khong_duoc",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND themes && '{dan_so}') AS "cap_uy_vien.nd_dan_so",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND themes && '{chay_chuc_chay_quyen,tham_nhung_tieu_cuc}') AS "cap_uy_vien.nd_tham_nhung",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND themes && '{chuc_trach_cong_vu,lanh_dao_quan_ly}') AS "cap_uy_vien.nd_thieu",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND themes && '{dat_dai_nha_o}') AS "cap_uy_vien.nd_dat_dai",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND themes && '{dau_tu_xay_dung,tai_chinh_ngan_hang,quy_tai_san_cong}') AS "cap_uy_vien.nd_tai_chinh",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND themes && '{}') AS "cap_uy_vien.nd_ke_khai",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND themes && '{to_chuc_can_bo,chinh_tri_noi_bo,bau_cu,van_bang_chung_chi,phong_chong_toi_pham,kiem_tra_thanh_tra,an_sinh_xa_hoi,ton_giao_tin_nguong,khac}') AS "cap_uy_vien.nd_khac",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND themes = '{}') AS "cap_uy_vien.nd_chua_xep",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND 'vi_pham' = ANY (marks)) AS "cap_uy_vien.vi_pham",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND 'phai_ky_luat' = ANY (marks)) AS "cap_uy_vien.phai_kl",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND 'da_ky_luat' = ANY (marks)) AS "cap_uy_vien.da_kl"
FROM reports_counted
WHERE what = 'kiem_tra_dhvp'
  AND day BETWEEN %(first)s AND %(last)s
  AND since <= %(last)s AND (until IS NULL OR until > %(last)s)
  AND person_id IS NOT NULL
  AND body_kind IN ('ubkt', 'chi_bo', 'chi_uy')
  AND unit_id = ANY (%(units)s)
) AS a CROSS JOIN (
SELECT
  count(*) FILTER (WHERE origin = 'giam_sat' AND procedure LIKE 'P3.%%') AS "tong.tu_giam_sat",
  count(*) FILTER (WHERE 'cap_uy_vien' = ANY (marks) AND origin = 'giam_sat' AND procedure LIKE 'P3.%%') AS "cap_uy_vien.tu_giam_sat"
FROM reports_counted
WHERE what = 'ho_so'
  AND day BETWEEN %(first)s AND %(last)s
  AND person_id IS NOT NULL
  AND body_kind IN ('ubkt', 'chi_bo', 'chi_uy')
  AND unit_id = ANY (%(units)s)
) AS b;
