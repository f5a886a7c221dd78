-- Each table of a file as it lay at a moment, under its own name: a name in WITH stands before the table's, so that
-- the statement of cases/reading.py, set after this, reads the file as it was. Values: case, upto (how many records
-- lay then), until (the moment itself), team and bodies (what no row keeps, found by cases/as_of.py).
WITH cases_case AS (
  SELECT c.id, c.reference, c.procedure, c.opened_on, %(upto)s AS records,
    (SELECT r.hash FROM cases_steprecord r WHERE r.case_id = c.id AND r.sequence = %(upto)s) AS head,
    m.to_stage AS stage, m.acted_on AS moved_on,
    coalesce(
      (SELECT (r.inputs ->> 'to')::bigint FROM cases_steprecord r WHERE r.case_id = c.id
         AND r.step = 'pass_on_file' AND r.sequence <= %(upto)s ORDER BY r.sequence DESC LIMIT 1),
      (SELECT (f.facts ->> 'from')::bigint FROM cases_filerow f JOIN cases_steprecord r ON r.id = f.laid_by_id
         WHERE f.case_id = c.id AND f.kind = 'chuyen_co_quan' ORDER BY r.sequence LIMIT 1),
      c.body_id) AS body_id
  FROM cases_case c CROSS JOIN LATERAL (SELECT r.to_stage, r.acted_on FROM cases_steprecord r
    WHERE r.case_id = c.id AND r.moves AND r.sequence <= %(upto)s ORDER BY r.sequence DESC LIMIT 1) m
  WHERE c.id = %(case)s),
cases_steprecord AS (
  SELECT * FROM cases_steprecord WHERE case_id = %(case)s AND sequence <= %(upto)s),
cases_subject AS (
  SELECT id, person_id, organisation_id, managed_by_id, managed_on, case_id, number, laid_by_id,
    CASE WHEN superseded_by_id IN (SELECT id FROM cases_steprecord) THEN superseded_by_id END AS superseded_by_id
  FROM cases_subject WHERE case_id = %(case)s AND laid_by_id IN (SELECT id FROM cases_steprecord)),
cases_finding AS (
  SELECT id, subject_id, content, stage, case_id, number, laid_by_id,
    CASE WHEN superseded_by_id IN (SELECT id FROM cases_steprecord) THEN superseded_by_id END AS superseded_by_id
  FROM cases_finding WHERE case_id = %(case)s AND laid_by_id IN (SELECT id FROM cases_steprecord)),
cases_filerow AS (
  SELECT id, kind, facts, words, case_id, number, laid_by_id,
    CASE WHEN superseded_by_id IN (SELECT id FROM cases_steprecord) THEN superseded_by_id END AS superseded_by_id
  FROM cases_filerow WHERE case_id = %(case)s AND laid_by_id IN (SELECT id FROM cases_steprecord)),

cases_recordpaper AS (
  SELECT * FROM cases_recordpaper WHERE case_id = %(case)s AND record_id IN (SELECT id FROM cases_steprecord)),
documents_paper AS (
  SELECT p.id, p.kind, p.replaces_id, CASE WHEN n.numbered THEN p.dated END AS dated,
    CASE WHEN p.state = 'da_tiep_nhan' THEN p.state
      WHEN p.state = 'da_huy' AND EXISTS (SELECT FROM cases_filerow f WHERE f.kind IN ('huy_van_ban', 'thay_van_ban')
        AND f.facts ->> 'paper' = p.id::text) THEN p.state
      WHEN EXISTS (SELECT FROM documents_service s WHERE s.paper_id = p.id AND s.recorded_at <= %(until)s)
        THEN 'da_tong_dat'
      WHEN EXISTS (SELECT FROM documents_print t WHERE t.paper_id = p.id AND t.printed_at <= %(until)s)
        THEN 'da_ban_hanh'
      WHEN n.numbered THEN 'cho_in' ELSE 'da_ky' END AS state
  FROM cases_recordpaper rp JOIN documents_paper p ON p.id = rp.paper_id
  CROSS JOIN LATERAL (SELECT coalesce(min(e.recorded_at) <= %(until)s, p.symbol = '' OR p.number IS NOT NULL)
    AS numbered FROM documents_bookentry e WHERE e.paper_id = p.id AND e.deed = 'cap_so') n),

-- Of the register what had been written down by then: a row that a later entry brought is not there, one that a
-- later entry changed is as that entry found it.
registry_post AS NOT MATERIALIZED (
  SELECT p.id, p.person_id, p.body_id, p.position, p.first_day, p.awaits_approval,
    CASE WHEN e.was IS NULL THEN p.last_day ELSE (e.was ->> 'last_day')::date END AS last_day,
    CASE WHEN e.was IS NULL THEN p.approved_on ELSE (e.was ->> 'approved_on')::date END AS approved_on
  FROM registry_post p LEFT JOIN LATERAL (SELECT r.content::jsonb -> 'before' AS was FROM registry_registerentry r
    WHERE r.person_id = p.person_id AND r.recorded_at > %(until)s
      AND r.content::jsonb -> 'after' @> jsonb_build_object('table', 'post', 'row', p.id) ORDER BY r.id LIMIT 1) e
    ON true WHERE e.was IS NULL OR jsonb_typeof(e.was) = 'object'),
registry_delegation AS NOT MATERIALIZED (
  SELECT d.id, d.post_id, d.to_id, d.first_day,
    CASE WHEN e.was IS NULL THEN d.last_day ELSE (e.was ->> 'last_day')::date END AS last_day
  FROM registry_delegation d LEFT JOIN LATERAL (SELECT r.content::jsonb -> 'before' AS was
    FROM registry_registerentry r WHERE r.person_id = d.to_id AND r.recorded_at > %(until)s
      AND r.content::jsonb -> 'after' @> jsonb_build_object('table', 'delegation', 'row', d.id) ORDER BY r.id LIMIT 1) e
    ON true WHERE e.was IS NULL OR jsonb_typeof(e.was) = 'object'),
registry_kinship AS NOT MATERIALIZED (
  SELECT k.* FROM registry_kinship k WHERE NOT EXISTS (SELECT FROM registry_registerentry r
    WHERE r.deed = 'ke_khai' AND r.recorded_at > %(until)s
      AND r.content::jsonb -> 'after' @> jsonb_build_object('table', 'kinship', 'row', k.id))),
cases_participant AS (
  SELECT %(case)s AS case_id, x AS body_id FROM unnest(%(bodies)s) AS x),
cases_teamseat AS (
  SELECT %(case)s AS case_id, (x.one ->> 'person')::bigint AS person_id, x.one ->> 'role' AS role, x.place AS id
  FROM jsonb_array_elements(%(team)s) WITH ORDINALITY AS x (one, place))
