-- Kết quả xử lý vi phạm đã kết luận qua kiểm tra
SELECT
  count(*) FILTER (WHERE person_id IS NOT NULL) AS "tong.tong",
  count(*) FILTER (WHERE person_id IS NOT NULL AND outcome = 'chua_den_muc') AS "tong.chua_den_muc",
  count(*) FILTER (WHERE person_id IS NOT NULL AND outcome = 'mien') AS "tong.mien",
  count(*) FILTER (WHERE person_id IS NOT NULL AND outcome = 'het_thoi_hieu') AS "tong.het_thoi_hieu",
  count(*) FILTER (WHERE person_id IS NOT NULL AND outcome = 'tam_chua') AS "tong.tam_chua",
  count(*) FILTER (WHERE person_id IS NOT NULL AND outcome = 'de_nghi_tren') AS "tong.de_nghi_tren",
  count(*) FILTER (WHERE person_id IS NOT NULL AND outcome = 'dang_xem_xet') AS "tong.dang_xem_xet",
  count(*) FILTER (WHERE person_id IS NOT NULL AND outcome = 'da_ky_luat') AS "tong.da_ky_luat",
  count(*) FILTER (WHERE organisation_id IS NOT NULL) AS "to_chuc.tong",
  count(*) FILTER (WHERE organisation_id IS NOT NULL AND outcome = 'chua_den_muc') AS "to_chuc.chua_den_muc",
  count(*) FILTER (WHERE organisation_id IS NOT NULL AND outcome = 'mien') AS "to_chuc.mien",
  count(*) FILTER (WHERE organisation_id IS NOT NULL AND outcome = 'het_thoi_hieu') AS "to_chuc.het_thoi_hieu",
  count(*) FILTER (WHERE organisation_id IS NOT NULL AND outcome = 'tam_chua') AS "to_chuc.tam_chua",
  count(*) FILTER (WHERE organisation_id IS NOT NULL AND outcome = 'de_nghi_tren') AS "to_chuc.de_nghi_tren",
  count(*) FILTER (WHERE organisation_id IS NOT NULL AND outcome = 'dang_xem_xet') AS "to_chuc.dang_xem_xet",
  count(*) FILTER (WHERE organisation_id IS NOT NULL AND outcome = 'da_ky_luat') AS "to_chuc.da_ky_luat"
FROM reports_counted
WHERE what IN ('kiem_tra', 'kiem_tra_dhvp')
  AND day BETWEEN %(first)s AND %(last)s
  AND since <= %(last)s AND (until IS NULL OR until > %(last)s)
  AND 'vi_pham' = ANY (marks)
  AND unit_id = ANY (%(units)s);
