-- The second wall: which rows of case files, papers, envelopes and declarations the database shows to whom.
--
-- The first wall is Python (cases/queries.py, cases/readers.py). This is the same said a second time, by
-- hand and in other words, so that a query that forgot the first wall shows nothing it should not; a test
-- compares what both show, person by person. Laid afresh by every `migrate`.
--
-- Each statement of the site carries the setting kiem_tra.reader (config/postgresql/asking.py): "system",
-- "nobody", or a person's number and a day. Without it nothing is shown and nothing can be written.

-- What an earlier version laid goes first, and its policies with its functions; all in one transaction.
DO $$
DECLARE
  laid regprocedure;
BEGIN
  SET LOCAL client_min_messages = warning;
  FOR laid IN SELECT oid FROM pg_proc WHERE proname LIKE 'wall\_%' AND pronamespace = 'public'::regnamespace LOOP
    EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', laid);
  END LOOP;
END
$$;
DROP VIEW IF EXISTS cases_steptaken;


-- Who asks ---------------------------------------------------------------------------------------

CREATE FUNCTION wall_is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(current_setting('kiem_tra.reader', true) = 'system', false)
$$;

CREATE FUNCTION wall_reader() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT substring(current_setting('kiem_tra.reader', true) FROM '^([0-9]+) ')::bigint
$$;

CREATE FUNCTION wall_day() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT substring(current_setting('kiem_tra.reader', true) FROM '^[0-9]+ ([0-9]{4}-[0-9]{2}-[0-9]{2})$')::date
$$;

CREATE FUNCTION wall_holds(first_day date, last_day date) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT first_day <= wall_day() AND (last_day IS NULL OR last_day >= wall_day())
$$;

-- The posts held that day, and those in which the reader then acts for the holder.
CREATE FUNCTION wall_posts()
RETURNS TABLE (body bigint, organisation bigint, "position" text, lent boolean) LANGUAGE sql STABLE AS $$
  SELECT p.body_id, b.organisation_id, p.position, false
    FROM registry_post p JOIN registry_body b ON b.id = p.body_id
    WHERE p.person_id = wall_reader() AND wall_holds(p.first_day, p.last_day)
  UNION ALL
  SELECT p.body_id, b.organisation_id, p.position, true
    FROM registry_delegation d JOIN registry_post p ON p.id = d.post_id JOIN registry_body b ON b.id = p.body_id
    WHERE d.to_id = wall_reader() AND wall_holds(d.first_day, d.last_day) AND wall_holds(p.first_day, p.last_day)
$$;


-- The bodies that keep their files on paper, for which the reader enters what they did.
CREATE FUNCTION wall_entered_bodies() RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  SELECT e.body_id FROM registry_paperonly e JOIN wall_posts() held ON held.body = e.entered_by_id
  WHERE wall_holds(e.first_day, e.last_day) AND held.position IN ('truong_phong', 'kiem_tra_vien', 'van_thu')
$$;


-- What is asked once a statement -------------------------------------------------------------------

CREATE FUNCTION wall_own_files() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(case_id), '{}') FROM cases_subject
  WHERE person_id = wall_reader() AND superseded_by_id IS NULL
$$;

-- A clerk's post opens the outside of the body's files, any other post what lies in them as well.
CREATE FUNCTION wall_bodies(inside boolean) RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT body), '{}') FROM (
    SELECT body FROM wall_posts()
    WHERE position IN ('bi_thu', 'pho_bi_thu', 'chu_nhiem', 'pho_chu_nhiem', 'truong_ban', 'pho_truong_ban',
                       'giam_sat_ho_so', 'uy_vien', 'truong_phong', 'kiem_tra_vien')
       OR position = 'van_thu' AND NOT inside
    UNION ALL
    SELECT wall_entered_bodies()
  ) AS found (body)
$$;

-- A post that is lent opens no envelope.
CREATE FUNCTION wall_keeping_bodies() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT body), '{}') FROM wall_posts()
  WHERE NOT lent AND position IN ('van_thu', 'chu_nhiem', 'pho_chu_nhiem', 'giam_sat_ho_so')
$$;


-- Ways into a file about others, but for a post in the body that handles it ------------------------

-- The bodies in which the reader votes: as a member of them, or in a cell as an official member of the Party.
CREATE FUNCTION wall_bodies_of_votes() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT body), '{}') FROM (
    SELECT body FROM wall_posts() WHERE NOT lent
      AND position IN ('bi_thu', 'pho_bi_thu', 'chu_nhiem', 'pho_chu_nhiem', 'uy_vien')
    UNION ALL
    SELECT b.id FROM registry_membership m JOIN registry_body b ON b.organisation_id = m.cell_id
      WHERE b.kind = 'chi_bo' AND m.person_id = wall_reader() AND m.status = 'chinh_thuc'
      AND wall_holds(m.first_day, m.last_day)) AS found
$$;

CREATE FUNCTION wall_right_under(organisations bigint[]) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  SELECT organisation_id FROM registry_placement
  WHERE parent_id = ANY(organisations) AND wall_holds(first_day, last_day)
$$;

-- The bodies that report to the committees of those organisations: their own, and the cells right under them.
CREATE FUNCTION wall_reporting_to(organisations bigint[]) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
  SELECT id FROM registry_body WHERE organisation_id = ANY(organisations) AND kind <> 'chi_bo'
  UNION ALL
  SELECT id FROM registry_body
    WHERE organisation_id IN (SELECT wall_right_under(organisations)) AND kind = 'chi_bo'
$$;

-- The bodies whose reports become known to the reader: who leads or audits where they report to, or follows for
-- it the unit they belong to or stand right under. What was reported opens its outside and its signed papers.
CREATE FUNCTION wall_bodies_heard() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH area AS (
    SELECT b.organisation_id AS home, a.unit_id AS unit
    FROM registry_areaassignment a JOIN registry_body b ON b.id = a.body_id
    WHERE a.person_id = wall_reader() AND wall_holds(a.first_day, a.last_day)
    AND a.body_id IN (SELECT body FROM wall_posts() WHERE NOT lent)
  )
  SELECT coalesce(array_agg(DISTINCT found.body), '{}') FROM (
    SELECT wall_reporting_to(ARRAY(SELECT organisation FROM wall_posts() WHERE position IN
      ('bi_thu', 'pho_bi_thu', 'chu_nhiem', 'pho_chu_nhiem', 'giam_sat_ho_so'))) AS body
    UNION ALL
    SELECT b.id FROM registry_body b
      WHERE b.id IN (SELECT wall_reporting_to(ARRAY(SELECT home FROM area)))
      AND (b.organisation_id IN (SELECT unit FROM area)
        OR b.organisation_id IN (SELECT wall_right_under(ARRAY(SELECT unit FROM area))))) AS found
$$;

-- The cells right under where the reader chairs: for them he answers what the law leaves open.
CREATE FUNCTION wall_bodies_answered() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(id), '{}') FROM registry_body WHERE kind = 'chi_bo' AND organisation_id IN
    (SELECT wall_right_under(ARRAY(
      SELECT organisation FROM wall_posts() WHERE position IN ('chu_nhiem', 'pho_chu_nhiem'))))
$$;

-- The files that open to the reader by name: a seat, a part taken in them, an agenda, an exception. They open
-- what lies in them too; but for an exception, `drafts` as well.
CREATE FUNCTION wall_named() RETURNS TABLE (file bigint, drafts boolean) LANGUAGE sql STABLE AS $$
  SELECT s.case_id, true FROM cases_teamseat s WHERE s.person_id = wall_reader()
  UNION ALL
  SELECT p.case_id, true FROM cases_participant p WHERE p.body_id IN (SELECT body FROM wall_posts() WHERE "position" IN
    ('bi_thu', 'pho_bi_thu', 'chu_nhiem', 'pho_chu_nhiem', 'truong_ban', 'pho_truong_ban', 'kiem_tra_vien', 'van_thu')
    UNION ALL SELECT wall_entered_bodies())
  UNION ALL
  SELECT a.case_id, true FROM cases_agendaentry a JOIN cases_case m ON m.id = a.meeting_id
    WHERE m.procedure = 'HN' AND m.closed_on IS NULL AND m.body_id = ANY(wall_bodies_of_votes())
    AND EXISTS (SELECT FROM cases_steprecord r WHERE r.case_id = m.id AND r.step IN ('invite', 'open_session'))
  UNION ALL
  SELECT g.object_pk::bigint, false FROM permissions_personalgrant g
    JOIN auth_permission p ON p.id = g.permission_id AND p.content_type_id = g.content_type_id
    JOIN django_content_type t ON t.id = g.content_type_id
    JOIN registry_person holder ON holder.id = g.person_id AND holder.account_id = g.user_id
    WHERE g.person_id = wall_reader() AND g.ended_at IS NULL
    AND p.codename = 'open_case' AND t.app_label = 'cases' AND t.model = 'case'
    AND (g.kind = 'ngoai_le' AND wall_day() BETWEEN g.first_day AND g.last_day
      OR g.kind = 'khan_cap' AND g.until > now())
    -- It opens nothing once its reader has come too close to the matter.
    AND NOT EXISTS (SELECT FROM cases_subject s JOIN registry_kinship k
        ON (k.person_id, k.relative_id) IN ((s.person_id, wall_reader()), (wall_reader(), s.person_id))
      WHERE s.case_id = g.object_pk::bigint AND s.superseded_by_id IS NULL)
    AND NOT EXISTS (SELECT FROM cases_filerow w JOIN cases_steprecord r ON r.id = w.laid_by_id
      WHERE w.case_id = g.object_pk::bigint AND w.kind = 'xin_rut' AND w.superseded_by_id IS NULL
      AND r.actor_id = wall_reader())
$$;

-- What was decided about the organisation that the reader leads, or about a member of it, once it was made
-- known: its heading, and the papers that went out. A member belongs to where they did on the day of service.
CREATE FUNCTION wall_served_files() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH led AS (SELECT organisation FROM wall_posts() WHERE "position" IN ('bi_thu', 'pho_bi_thu'))
  SELECT s.case_id FROM cases_subject s WHERE s.superseded_by_id IS NULL
    AND s.organisation_id IN (SELECT organisation FROM led)
    AND EXISTS (SELECT FROM cases_steprecord r WHERE r.case_id = s.case_id
      AND r.step IN ('open', 'plan', 'present', 'hear', 'warn', 'request', 'explain', 'serve_paper', 'announce', 'hand_over'))
  UNION ALL
  SELECT s.case_id FROM registry_membership m JOIN cases_subject s USING (person_id)
    WHERE m.cell_id IN (SELECT organisation FROM led) AND s.superseded_by_id IS NULL
    AND EXISTS (SELECT FROM cases_steprecord r WHERE r.case_id = s.case_id
      AND r.step IN ('serve_paper', 'announce', 'hand_over')
      AND m.first_day <= r.acted_on AND (m.last_day IS NULL OR m.last_day >= r.acted_on))
$$;

CREATE FUNCTION wall_named_files() RETURNS SETOF bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT file FROM wall_named()
$$;

-- A file, what lies in it, its papers --------------------------------------------------------------

-- The subject of a file learns of it at these steps and sees nothing before, whatever posts he holds.
CREATE FUNCTION wall_was_told(file bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM cases_steprecord r WHERE r.case_id = file AND r.step IN ('open', 'plan', 'present', 'hear', 'hand_over', 'warn', 'request', 'explain'))
$$;

-- Whether the drafts of a file about others open to the reader.
CREATE FUNCTION wall_reads_drafts(asked bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM cases_case c WHERE c.id = asked AND c.body_id = ANY(wall_bodies(true)))
      OR EXISTS (SELECT FROM wall_named() n WHERE n.file = asked AND n.drafts)
$$;

-- A file about others; one's own has ways of its own.
CREATE FUNCTION wall_reads(asked bigint, inside boolean) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  file record;
BEGIN
  SELECT body_id, procedure, reported INTO file FROM cases_case WHERE id = asked;
  RETURN file.body_id = ANY(wall_bodies(inside))
    OR EXISTS (SELECT FROM wall_named() n WHERE n.file = asked)
    OR file.procedure = 'HN' AND file.body_id = ANY(wall_bodies_of_votes())
    OR file.procedure IN ({answered_above}) AND file.body_id = ANY(wall_bodies_answered())
    OR NOT inside AND file.reported AND file.body_id = ANY(wall_bodies_heard());
END
$$;

-- What went out to the subject: addressed to them, or how the matter ended, handed over or announced.
CREATE FUNCTION wall_issued(kind text, state text, file bigint) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT state IN ('da_ban_hanh', 'da_tong_dat', 'da_tiep_nhan') AND CASE
    WHEN kind IN ('QD-01', 'KH-01', 'DC-01', 'KH-02', 'QD-02', 'QD-02.TV', 'QD-01.KT', 'KH-01.KT', 'DC-01.KT',
      'KH-02.KT', 'QD-02.KT', 'QD-02.KT.TV', 'KH-01.KL', 'KH-01.KL.CB', 'DC-01.KD', 'DC-01.KD.CB', 'QD-01.CH',
      'KH-01.CH', 'KH-01.CH.CB', 'KH-01.CB', 'DC-01.CH', 'KH-02.CH',
      'QD-01.TO', 'KH-01.TO', 'KH-01.TO.CB', 'DC-01.TO', 'QD-02.TO', 'QD-02.TO.TV') THEN true
    WHEN kind IN ('TB-01', 'TB-01.CB', 'TB-01.KT', 'TB-01.CH', 'TB-01.CH.CB', 'QD-04', 'QD-04.CB', 'QD-06', 'QD-06.TC', 'QD-06.GH',
      'QD-06.TL', 'TB-02', 'TB-06.TO') THEN state = 'da_tong_dat'
      OR EXISTS (SELECT FROM cases_steprecord r WHERE r.case_id = file AND r.step IN ('announce', 'hand_over'))
    ELSE false END
$$;

CREATE FUNCTION wall_reads_paper(asked bigint) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  file bigint;
  at_step text;
  p record;
BEGIN
  SELECT rp.case_id, r.step INTO file, at_step
    FROM cases_recordpaper rp JOIN cases_steprecord r ON r.id = rp.record_id WHERE rp.paper_id = asked;
  IF file IS NULL OR wall_reader() IS NULL THEN
    RETURN false;
  END IF;
  -- Minutes of a whole meeting name every matter of it.
  IF at_step = 'end_session' AND EXISTS (SELECT FROM cases_agendaentry a
      WHERE a.meeting_id = file AND a.case_id = ANY(wall_own_files())) THEN
    RETURN false;
  END IF;
  SELECT kind, state, number INTO p FROM documents_paper WHERE id = asked;
  IF NOT file = ANY(wall_own_files()) THEN
    RETURN wall_reads(file, true) OR (p.number IS NOT NULL OR p.state = 'da_ky') AND wall_reads(file, false)
      OR p.number IS NOT NULL AND wall_issued(p.kind, p.state, file) AND file IN (SELECT wall_served_files());
  END IF;
  RETURN wall_was_told(file) AND (wall_issued(p.kind, p.state, file)
    -- Minutes of what was done with that member; of a file about several they hold what others said.
    OR p.state IN ('da_ban_hanh', 'da_tong_dat', 'da_tiep_nhan')
      AND p.kind IN ('BB-01', 'BB-06', 'BB-01.KT', 'BB-01.CH', 'BB-02.KT', 'BB-06.KT', 'BB-08', 'BB-08.DC', 'BB-10', 'BB-10.DC',
        'BB-01.TO', 'BB-02.TO', 'BB-06.TO')
      AND NOT EXISTS (SELECT FROM cases_subject s WHERE s.case_id = file AND s.number > 1 AND s.superseded_by_id IS NULL));
END
$$;


-- What members declared of relations abroad ---------------------------------------------------------

-- Where a member belongs; of one who left, where they last did.
CREATE FUNCTION wall_home_of(member bigint) RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT cell_id FROM registry_membership WHERE person_id = member AND first_day <= wall_day()
  ORDER BY first_day DESC, id DESC LIMIT 1
$$;

-- Cells led by the reader, and the units for which the reader is the organisation line, with all under them.
CREATE FUNCTION wall_units_declared_to() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE line (unit) AS (
    SELECT held.organisation FROM wall_posts() held JOIN registry_body b ON b.id = held.body
      WHERE b.kind IN ('ban', 'cap_uy', 'btv')
      AND held."position" IN ('bi_thu', 'pho_bi_thu', 'truong_ban', 'pho_truong_ban', 'kiem_tra_vien')
    UNION
    SELECT p.organisation_id FROM line JOIN registry_placement p ON p.parent_id = line.unit
      WHERE wall_holds(p.first_day, p.last_day)
  )
  SELECT coalesce(array_agg(unit), '{}') FROM (
    SELECT unit FROM line
    UNION
    SELECT held.organisation FROM wall_posts() held JOIN registry_body b ON b.id = held.body
      WHERE b.kind = 'chi_bo' AND held."position" = 'bi_thu') AS found
$$;

-- Whom the open files are about in which the reader works, or whose body the reader heads.
CREATE FUNCTION wall_worked_on() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT s.person_id), '{}')
  FROM cases_case c JOIN cases_subject s ON s.case_id = c.id AND s.superseded_by_id IS NULL
  WHERE c.closed_on IS NULL AND s.person_id IS NOT NULL AND NOT c.id = ANY(wall_own_files())
    AND (c.body_id IN (SELECT body FROM wall_posts() WHERE "position" IN ('chu_nhiem', 'pho_chu_nhiem'))
      OR EXISTS (SELECT FROM cases_teamseat t WHERE t.case_id = c.id AND t.person_id = wall_reader()
        AND t.role IN ('truong_doan', 'thu_ky_doan', 'thanh_vien_doan', 'uy_vien_phu_trach')))
$$;


-- The policies: a sub-select is asked once a statement, a plain call once a row ---------------------

CREATE POLICY reading ON cases_case FOR SELECT USING ((SELECT wall_is_system()) OR
  (SELECT wall_reader()) IS NOT NULL AND CASE WHEN id = ANY((SELECT wall_own_files())::bigint[]) THEN wall_was_told(id)
    ELSE body_id = ANY((SELECT wall_bodies(false))::bigint[]) OR id IN (SELECT wall_named_files())
      OR id IN (SELECT wall_served_files())
      OR reported AND body_id = ANY((SELECT wall_bodies_heard())::bigint[])
      OR procedure = 'HN' AND body_id = ANY((SELECT wall_bodies_of_votes())::bigint[])
      OR procedure IN ({answered_above}) AND body_id = ANY((SELECT wall_bodies_answered())::bigint[]) END);

-- Whoever may trace a file reads what lies in it too, and of its drafts who reads drafts; others trace what
-- they did themselves.
CREATE POLICY reading ON cases_steprecord FOR SELECT USING ((SELECT wall_is_system()) OR
  (SELECT wall_reader()) IS NOT NULL AND CASE WHEN case_id = ANY((SELECT wall_own_files())::bigint[]) THEN false
    ELSE CASE WHEN step LIKE 'draft\_%' THEN wall_reads_drafts(case_id) ELSE wall_reads(case_id, true) END
      OR actor_id = (SELECT wall_reader()) AND wall_reads(case_id, false) END);

CREATE POLICY reading ON documents_paper FOR SELECT USING ((SELECT wall_is_system()) OR
  (SELECT wall_reader()) IS NOT NULL AND wall_reads_paper(id));

CREATE POLICY reading ON documents_print FOR SELECT USING ((SELECT wall_is_system()) OR
  (SELECT wall_reader()) IS NOT NULL AND wall_reads_paper(paper_id));

CREATE POLICY reading ON documents_signedstate FOR SELECT USING ((SELECT wall_is_system()) OR
  (SELECT wall_reader()) IS NOT NULL AND wall_reads_paper(paper_id));

CREATE POLICY reading ON documents_copy FOR SELECT USING ((SELECT wall_is_system()) OR
  (SELECT wall_reader()) IS NOT NULL AND wall_reads_paper(paper_id));

CREATE POLICY reading ON documents_original FOR SELECT USING ((SELECT wall_is_system()) OR
  (SELECT wall_reader()) IS NOT NULL AND wall_reads_paper(paper_id));

CREATE POLICY reading ON documents_custody FOR SELECT USING ((SELECT wall_is_system()) OR
  (SELECT wall_reader()) IS NOT NULL AND wall_reads_paper(paper_id));

CREATE POLICY reading ON permissions_envelope FOR SELECT USING ((SELECT wall_is_system()) OR
  body_id = ANY((SELECT wall_keeping_bodies())::bigint[]));

CREATE POLICY reading ON permissions_envelopeentry FOR SELECT USING ((SELECT wall_is_system()) OR
  EXISTS (SELECT FROM permissions_envelope e WHERE e.id = envelope_id
    AND e.body_id = ANY((SELECT wall_keeping_bodies())::bigint[])));

-- A member's own; to others only by office, or for a matter they work on.
CREATE POLICY reading ON registry_foreignrelation FOR SELECT USING ((SELECT wall_is_system()) OR
  (SELECT wall_reader()) IS NOT NULL AND (person_id = (SELECT wall_reader())
    OR wall_home_of(person_id) = ANY((SELECT wall_units_declared_to())::bigint[])
    OR person_id = ANY((SELECT wall_worked_on())::bigint[])));

CREATE POLICY reading ON permissions_sealedidentity FOR SELECT USING ((SELECT wall_is_system()));


-- That a step was taken, and on which day, is all that those know of it who may not trace the file. The
-- conditions of the first wall ask this too: a record that is hidden may be what opens its file to somebody.
CREATE VIEW cases_steptaken AS
  SELECT id, id AS record_id, case_id, sequence, step, acted_on FROM cases_steprecord
  WHERE (SELECT wall_is_system() OR wall_reader() IS NOT NULL);
