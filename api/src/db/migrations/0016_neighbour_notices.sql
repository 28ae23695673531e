-- Telling the neighbours. A notice is its sender's, a copy of it is its recipient's: neither sees the other's rows.
-- What passes between them is the database's own doing: issuing delivers, signing and reminding report back.

GRANT SELECT ON neighbour_notices, neighbour_notice_recipients, received_notices TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
-- Drafts are made in the sender's or its office's scope. Issuing is the sender's alone.
GRANT DELETE,
  INSERT (enterprise_id, id, risk_point_id, no, status, cause, point_level, profile_id, profile_version, radius, geom, extent, content, edited, client_id, drafted_at),
  UPDATE (status, cause, point_level, profile_id, profile_version, radius, geom, extent, content, edited, version, client_id, ended_at, ended_by_name, reason)
  ON neighbour_notices TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
GRANT UPDATE (issued_at, issued_by, issued_by_name, issued_by_part, renew_on) ON neighbour_notices TO onemap_enterprise;
--> statement-breakpoint
GRANT DELETE,
  INSERT (enterprise_id, notice_id, recipient_id, recipient_name, geom, distance, origin, reason, affected)
  ON neighbour_notice_recipients TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
GRANT UPDATE (signed_by, signed_by_name, signed_at) ON received_notices TO onemap_enterprise;
--> statement-breakpoint
GRANT UPDATE (reminded_at) ON received_notices TO onemap_wide;
--> statement-breakpoint
DO $$
DECLARE
  owned text;
  at_office CONSTANT text := 'office_id = scope_office()';
  own CONSTANT text := 'enterprise_id = scope_enterprise()';
BEGIN
  FOREACH owned IN ARRAY ARRAY['neighbour_notices', 'neighbour_notice_recipients', 'received_notices'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY wide_reads ON %I FOR SELECT TO onemap_wide USING (true)', owned);
    EXECUTE format('CREATE POLICY wide_changes ON %I FOR UPDATE TO onemap_wide USING (%s)', owned, at_office);
    EXECUTE format('CREATE POLICY grid_reads ON %I FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()))', owned);
    EXECUTE format('CREATE POLICY enterprise_reads ON %I FOR SELECT TO onemap_enterprise USING (%s)', owned, own);
    EXECUTE format('CREATE POLICY enterprise_changes ON %I FOR UPDATE TO onemap_enterprise USING (%s)', owned, own);
    EXECUTE format('CREATE TRIGGER scope_of_enterprise BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.grid_id IS NULL OR NEW.office_id IS NULL) EXECUTE FUNCTION take_scope_of_enterprise()', owned);
  END LOOP;
  FOREACH owned IN ARRAY ARRAY['neighbour_notices', 'neighbour_notice_recipients'] LOOP
    EXECUTE format('CREATE POLICY wide_adds ON %I FOR INSERT TO onemap_wide WITH CHECK (%s)', owned, at_office);
    EXECUTE format('CREATE POLICY wide_removes ON %I FOR DELETE TO onemap_wide USING (%s)', owned, at_office);
    EXECUTE format('CREATE POLICY enterprise_adds ON %I FOR INSERT TO onemap_enterprise WITH CHECK (%s)', owned, own);
    EXECUTE format('CREATE POLICY enterprise_removes ON %I FOR DELETE TO onemap_enterprise USING (%s)', owned, own);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION scope_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
--> statement-breakpoint
-- A draft may become anything, an issued notice only ends, and what was said in it stays. Issuing one ends the one before.
CREATE FUNCTION notice_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status <> 'draft' AND (NEW.content, NEW.cause, NEW.point_level, NEW.radius, NEW.profile_id, NEW.profile_version, NEW.geom::text, NEW.extent::text, NEW.issued_at, NEW.issued_by_name)
      IS DISTINCT FROM (OLD.content, OLD.cause, OLD.point_level, OLD.radius, OLD.profile_id, OLD.profile_version, OLD.geom::text, OLD.extent::text, OLD.issued_at, OLD.issued_by_name) THEN
    RAISE EXCEPTION 'notice % was issued and stays as it is', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.status = OLD.status THEN RETURN NEW; END IF;
  IF NOT (OLD.status = 'draft' AND NEW.status = 'issued' OR OLD.status = 'issued' AND NEW.status IN ('superseded', 'withdrawn')) THEN
    RAISE EXCEPTION 'a notice does not go from % to %', OLD.status, NEW.status USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.status = 'issued' THEN
    IF current_user = current_setting('role') AND NEW.issued_by IS DISTINCT FROM scope_user() THEN
      RAISE EXCEPTION 'a notice is issued by who is signed in' USING ERRCODE = 'check_violation';
    END IF;
    UPDATE neighbour_notices SET status = 'superseded', ended_at = NEW.issued_at
    WHERE enterprise_id = NEW.enterprise_id AND risk_point_id = NEW.risk_point_id AND status = 'issued' AND id <> NEW.id;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER notice_steps BEFORE UPDATE OF status, content, cause, point_level, radius, profile_id, profile_version, geom, extent, issued_at, issued_by_name
  ON neighbour_notices FOR EACH ROW EXECUTE FUNCTION notice_steps();
--> statement-breakpoint
-- Of notices only drafts are deleted, of recipients only those of drafts; what the database itself does is not held up.
CREATE FUNCTION notice_is_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  stands boolean;
BEGIN
  IF current_user <> current_setting('role') THEN RETURN coalesce(NEW, OLD); END IF;
  IF TG_TABLE_NAME = 'neighbour_notices' THEN stands := OLD.status = 'draft';
  ELSIF TG_OP = 'DELETE' THEN stands := EXISTS (SELECT FROM neighbour_notices WHERE enterprise_id = OLD.enterprise_id AND id = OLD.notice_id AND status = 'draft');
  ELSE stands := EXISTS (SELECT FROM neighbour_notices WHERE enterprise_id = NEW.enterprise_id AND id = NEW.notice_id AND status = 'draft');
  END IF;
  IF NOT stands THEN RAISE EXCEPTION 'the notice is no draft' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER notice_is_draft BEFORE DELETE ON neighbour_notices FOR EACH ROW EXECUTE FUNCTION notice_is_draft();
--> statement-breakpoint
CREATE TRIGGER notice_is_draft BEFORE INSERT OR DELETE ON neighbour_notice_recipients FOR EACH ROW EXECUTE FUNCTION notice_is_draft();
--> statement-breakpoint
-- Tells the enterprises that hold these copies, each with a message.
CREATE FUNCTION tell_holders(copies uuid[], what text, at timestamptz) RETURNS void LANGUAGE sql SET search_path = public, pg_temp AS $$
  INSERT INTO messages (enterprise_id, id, recipient, kind, subject, subject_id, params, sent_at)
  SELECT c.enterprise_id, gen_random_uuid(), 'enterprise', what, 'received-notice', c.id,
    jsonb_build_object('description', left(c.content #>> '{riskPoint,name}', 80), 'by', c.sender_name, 'level', c.point_level), at
  FROM received_notices c WHERE c.id = ANY (copies)
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION tell_holders FROM PUBLIC;
--> statement-breakpoint
-- Issuing: a copy goes to everybody whom this version concerns, and to whoever has none. The others keep theirs, signed or
-- not. Who no longer is a recipient is told that theirs is withdrawn.
CREATE FUNCTION notice_delivers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sent uuid[];
  ended uuid[];
BEGIN
  UPDATE neighbour_notice_recipients r
  SET delivery_id = c.id, told_at = c.issued_at, signed_by_name = c.signed_by_name, signed_at = c.signed_at, reminded_at = c.reminded_at
  FROM received_notices c
  WHERE r.enterprise_id = NEW.enterprise_id AND r.notice_id = NEW.id AND NOT r.affected
    AND c.enterprise_id = r.recipient_id AND c.sender_id = NEW.enterprise_id AND c.risk_point_id = NEW.risk_point_id AND c.status = 'current';
  UPDATE received_notices c SET status = 'superseded', ended_at = NEW.issued_at
  FROM neighbour_notice_recipients r
  WHERE c.sender_id = NEW.enterprise_id AND c.risk_point_id = NEW.risk_point_id AND c.status = 'current'
    AND r.enterprise_id = NEW.enterprise_id AND r.notice_id = NEW.id AND r.recipient_id = c.enterprise_id AND r.delivery_id IS NULL;
  WITH gone AS (
    UPDATE received_notices c SET status = 'withdrawn', ended_at = NEW.issued_at
    WHERE c.sender_id = NEW.enterprise_id AND c.risk_point_id = NEW.risk_point_id AND c.status = 'current'
      AND NOT EXISTS (SELECT FROM neighbour_notice_recipients r WHERE r.enterprise_id = NEW.enterprise_id AND r.notice_id = NEW.id AND r.recipient_id = c.enterprise_id)
    RETURNING c.id
  )
  SELECT array_agg(id) INTO ended FROM gone;
  WITH copies AS (
    INSERT INTO received_notices (enterprise_id, id, sender_id, sender_name, notice_id, notice_no, risk_point_id, cause, point_level, geom, extent, radius, distance, content, issued_at, issued_by_name)
    SELECT r.recipient_id, gen_random_uuid(), NEW.enterprise_id, NEW.content #>> '{enterprise,name}', NEW.id, NEW.no, NEW.risk_point_id, NEW.cause, NEW.point_level, NEW.geom, NEW.extent, NEW.radius,
      r.distance, NEW.content, NEW.issued_at, NEW.issued_by_name
    FROM neighbour_notice_recipients r
    WHERE r.enterprise_id = NEW.enterprise_id AND r.notice_id = NEW.id AND r.delivery_id IS NULL
    RETURNING id, enterprise_id
  ),
  noted AS (
    UPDATE neighbour_notice_recipients r SET delivery_id = c.id, told_at = NEW.issued_at
    FROM copies c WHERE r.enterprise_id = NEW.enterprise_id AND r.notice_id = NEW.id AND r.recipient_id = c.enterprise_id
    RETURNING c.id
  )
  SELECT array_agg(id) INTO sent FROM noted;
  IF NOT audit_is_load() THEN
    PERFORM tell_holders(sent, 'notice-received', NEW.issued_at), tell_holders(ended, 'notice-withdrawn', NEW.issued_at);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER notice_delivers AFTER UPDATE OF status ON neighbour_notices
  FOR EACH ROW WHEN (OLD.status = 'draft' AND NEW.status = 'issued') EXECUTE FUNCTION notice_delivers();
--> statement-breakpoint
CREATE FUNCTION notice_withdraws() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  ended uuid[];
BEGIN
  WITH gone AS (
    UPDATE received_notices c SET status = 'withdrawn', ended_at = NEW.ended_at
    WHERE c.sender_id = NEW.enterprise_id AND c.risk_point_id = NEW.risk_point_id AND c.status = 'current' RETURNING c.id
  )
  SELECT array_agg(id) INTO ended FROM gone;
  PERFORM tell_holders(ended, 'notice-withdrawn', NEW.ended_at);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER notice_withdraws AFTER UPDATE OF status ON neighbour_notices
  FOR EACH ROW WHEN (OLD.status = 'issued' AND NEW.status = 'withdrawn') EXECUTE FUNCTION notice_withdraws();
--> statement-breakpoint
-- A receipt is signed once, by who is signed in.
CREATE FUNCTION receipt_steps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.signed_at IS NOT NULL AND (NEW.signed_at, NEW.signed_by, NEW.signed_by_name) IS DISTINCT FROM (OLD.signed_at, OLD.signed_by, OLD.signed_by_name) THEN
    RAISE EXCEPTION 'receipt % is signed', OLD.id USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF current_user = current_setting('role') AND OLD.signed_at IS NULL AND NEW.signed_at IS NOT NULL AND NEW.signed_by IS DISTINCT FROM scope_user() THEN
    RAISE EXCEPTION 'a receipt is signed by who is signed in' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER receipt_steps BEFORE UPDATE OF signed_at, signed_by, signed_by_name ON received_notices FOR EACH ROW EXECUTE FUNCTION receipt_steps();
--> statement-breakpoint
CREATE FUNCTION receipt_reports() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE neighbour_notice_recipients
  SET signed_by_name = NEW.signed_by_name, signed_at = NEW.signed_at, reminded_at = NEW.reminded_at
  WHERE enterprise_id = NEW.sender_id AND delivery_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER receipt_reports AFTER UPDATE OF signed_at, reminded_at ON received_notices
  FOR EACH ROW WHEN (NEW.signed_at IS DISTINCT FROM OLD.signed_at OR NEW.reminded_at IS DISTINCT FROM OLD.reminded_at) EXECUTE FUNCTION receipt_reports();
--> statement-breakpoint
-- Whether the reader may see an enterprise: for functions that look beyond the reader's own rows on its behalf.
CREATE FUNCTION may_see_enterprise(asked uuid) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  CASE current_setting('role')
    WHEN 'onemap_wide' THEN RETURN true;
    WHEN 'onemap_enterprise' THEN RETURN asked = scope_enterprise();
    WHEN 'onemap_grid' THEN RETURN EXISTS (SELECT FROM enterprises WHERE id = asked AND grid_id = ANY (scope_grids()));
    ELSE RETURN current_setting('role') NOT LIKE 'onemap\_%';
  END CASE;
END $$;
--> statement-breakpoint
-- Whom points of an enterprise concern: enterprises within so many metres of a point or its outline, along the ellipsoid;
-- and how far certain others are from it. An enterprise has to tell its neighbours and so learns who they are: name, kind
-- and place, nothing else.
CREATE FUNCTION neighbours_of_points(of_enterprise uuid, points uuid[], metres double precision[], others uuid[] DEFAULT '{}')
RETURNS TABLE (risk_point_id uuid, id uuid, name text, kind text, geom geometry, distance double precision, within boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT may_see_enterprise(of_enterprise) THEN RETURN; END IF;
  RETURN QUERY
    WITH places AS MATERIALIZED (
      SELECT p.id, coalesce(p.extent, p.geom)::geography AS place, asked.radius
      FROM unnest(points, metres) AS asked (point, radius)
      JOIN risk_points p ON p.enterprise_id = of_enterprise AND p.id = asked.point
    )
    SELECT p.id, n.id, n.name, n.kind, n.geom, ST_Distance(n.geom::geography, p.place), true
    FROM places p
    JOIN enterprises n ON ST_DWithin(n.geom::geography, p.place, p.radius) AND n.id <> of_enterprise;
  IF cardinality(others) = 0 THEN RETURN; END IF;
  RETURN QUERY
    WITH places AS MATERIALIZED (
      SELECT p.id, coalesce(p.extent, p.geom)::geography AS place, asked.radius
      FROM unnest(points, metres) AS asked (point, radius)
      JOIN risk_points p ON p.enterprise_id = of_enterprise AND p.id = asked.point
    )
    SELECT p.id, n.id, n.name, n.kind, n.geom, ST_Distance(n.geom::geography, p.place), false
    FROM places p
    JOIN enterprises n ON n.id = ANY (others) AND n.id <> of_enterprise AND NOT ST_DWithin(n.geom::geography, p.place, p.radius);
END $$;
--> statement-breakpoint
-- Assessed risk points of others within so many metres of an enterprise, whatever their own radius.
CREATE FUNCTION points_around(of_enterprise uuid, metres double precision)
RETURNS TABLE (enterprise_id uuid, enterprise_name text, major_hazard boolean, risk_point_id uuid, name text, level smallint, geom geometry, distance double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT may_see_enterprise(of_enterprise) THEN RETURN; END IF;
  RETURN QUERY
    WITH here AS MATERIALIZED (SELECT e.geom::geography AS place FROM enterprises e WHERE e.id = of_enterprise),
    near AS (
      SELECT p.enterprise_id, p.id FROM here JOIN risk_points p ON ST_DWithin(p.geom::geography, here.place, metres)
      UNION
      SELECT p.enterprise_id, p.id FROM here JOIN risk_points p ON p.extent IS NOT NULL AND ST_DWithin(p.extent::geography, here.place, metres)
    )
    SELECT p.enterprise_id, e.name, e.major_hazard_level IS NOT NULL, p.id, p.name, p.level, p.geom, ST_Distance(coalesce(p.extent, p.geom)::geography, here.place)
    FROM near
    JOIN risk_points p ON p.enterprise_id = near.enterprise_id AND p.id = near.id AND p.enterprise_id <> of_enterprise AND p.level IS NOT NULL
    JOIN enterprises e ON e.id = p.enterprise_id
    CROSS JOIN here;
END $$;
--> statement-breakpoint
-- Enterprises by name within so many metres of one, nearest first: who else may be told.
CREATE FUNCTION enterprises_by_name(of_enterprise uuid, words text, metres double precision, most integer)
RETURNS TABLE (id uuid, name text, kind text, geom geometry, distance double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT may_see_enterprise(of_enterprise) THEN RETURN; END IF;
  RETURN QUERY
    SELECT n.id, n.name, n.kind, n.geom, ST_Distance(n.geom::geography, e.geom::geography)
    FROM enterprises e
    JOIN enterprises n ON ST_DWithin(n.geom::geography, e.geom::geography, metres) AND n.id <> e.id
    WHERE e.id = of_enterprise AND (n.name ILIKE words OR n.initials ILIKE words)
    ORDER BY 5, n.id
    LIMIT most;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION may_see_enterprise, neighbours_of_points, points_around, enterprises_by_name FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION neighbours_of_points, points_around, enterprises_by_name TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
-- What changes what a neighbour has to be told is noted, and looked at soon after. Rows that a grid or an office takes
-- along touch none of these columns.
CREATE FUNCTION note_neighbour_check() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'risk_points' THEN INSERT INTO neighbour_checks (enterprise, around) VALUES (NEW.enterprise_id, false);
  ELSE INSERT INTO neighbour_checks (enterprise, around) VALUES (NEW.id, NEW.geom::text <> OLD.geom::text OR NEW.name <> OLD.name);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER neighbour_check AFTER UPDATE OF level, geom, extent, name, type, location_text ON risk_points
  FOR EACH ROW WHEN ((OLD.level, OLD.geom::text, OLD.extent::text, OLD.name, OLD.type, OLD.location_text) IS DISTINCT FROM (NEW.level, NEW.geom::text, NEW.extent::text, NEW.name, NEW.type, NEW.location_text))
  EXECUTE FUNCTION note_neighbour_check();
--> statement-breakpoint
CREATE TRIGGER neighbour_check AFTER UPDATE OF geom, name, address, duty_phone, major_hazard_level ON enterprises
  FOR EACH ROW WHEN ((OLD.geom::text, OLD.name, OLD.address, OLD.duty_phone, OLD.major_hazard_level) IS DISTINCT FROM (NEW.geom::text, NEW.name, NEW.address, NEW.duty_phone, NEW.major_hazard_level))
  EXECUTE FUNCTION note_neighbour_check();
--> statement-breakpoint
CREATE FUNCTION note_neighbour_checks() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_TABLE_NAME = 'risk_points' THEN INSERT INTO neighbour_checks (enterprise, around) SELECT DISTINCT enterprise_id, false FROM touched;
  ELSE INSERT INTO neighbour_checks (enterprise, around) SELECT id, true FROM touched;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER neighbour_checks AFTER INSERT ON risk_points REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_neighbour_checks();
--> statement-breakpoint
CREATE TRIGGER neighbour_checks_gone AFTER DELETE ON risk_points REFERENCING OLD TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_neighbour_checks();
--> statement-breakpoint
CREATE TRIGGER neighbour_checks AFTER INSERT ON enterprises REFERENCING NEW TABLE AS touched FOR EACH STATEMENT EXECUTE FUNCTION note_neighbour_checks();
--> statement-breakpoint
-- Spreads checks to whoever may have to tell an enterprise that came or moved, and adds those whose year has passed.
-- After a bulk load everybody is looked at. Returns whether there is anything to look at.
CREATE FUNCTION spread_neighbour_checks(today date, metres double precision) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  news uuid[];
BEGIN
  WITH taken AS (DELETE FROM neighbour_checks WHERE around RETURNING enterprise)
  SELECT array_agg(DISTINCT enterprise) INTO news FROM taken;
  IF cardinality(news) > 200 THEN
    INSERT INTO neighbour_checks (enterprise, around) SELECT id, false FROM enterprises;
  ELSIF news IS NOT NULL THEN
    WITH places AS MATERIALIZED (SELECT id, geom::geography AS place FROM enterprises WHERE id = ANY (news))
    INSERT INTO neighbour_checks (enterprise, around)
    SELECT id, false FROM places
    UNION SELECT p.enterprise_id, false FROM places n JOIN risk_points p ON ST_DWithin(p.geom::geography, n.place, metres)
    UNION SELECT p.enterprise_id, false FROM places n JOIN risk_points p ON p.extent IS NOT NULL AND ST_DWithin(p.extent::geography, n.place, metres)
    UNION SELECT r.enterprise_id, false FROM neighbour_notice_recipients r
      JOIN neighbour_notices d ON d.enterprise_id = r.enterprise_id AND d.id = r.notice_id AND d.status = 'draft'
      WHERE r.recipient_id = ANY (news);
  END IF;
  INSERT INTO neighbour_checks (enterprise, around)
  SELECT DISTINCT n.enterprise_id, false FROM neighbour_notices n
  WHERE n.status = 'issued' AND n.renew_on <= today
    AND NOT EXISTS (SELECT FROM neighbour_notices d WHERE d.enterprise_id = n.enterprise_id AND d.risk_point_id = n.risk_point_id AND d.status = 'draft');
  RETURN EXISTS (SELECT FROM neighbour_checks);
END $$;
--> statement-breakpoint
-- Takes some enterprises of an office to look at. Who fails puts them back by failing; two that take at once take different ones.
CREATE FUNCTION take_neighbour_checks(of_office uuid, most integer) RETURNS SETOF uuid LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH chosen AS (
    SELECT c.seq FROM neighbour_checks c JOIN enterprises e ON e.id = c.enterprise
    WHERE e.office_id = of_office AND NOT c.around
      AND c.enterprise IN (SELECT DISTINCT f.enterprise FROM neighbour_checks f JOIN enterprises o ON o.id = f.enterprise WHERE o.office_id = of_office AND NOT f.around ORDER BY 1 LIMIT most)
    FOR UPDATE OF c SKIP LOCKED
  ),
  taken AS (DELETE FROM neighbour_checks c USING chosen WHERE c.seq = chosen.seq RETURNING c.enterprise)
  SELECT DISTINCT enterprise FROM taken
$$;
--> statement-breakpoint
-- Whether a profile is new here: then every point is looked at by it, once.
CREATE FUNCTION begin_neighbour_sweep(profile text, version integer) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM neighbour_sweeps s WHERE s.profile_id = profile AND s.profile_version = version) THEN RETURN false; END IF;
  INSERT INTO neighbour_sweeps (profile_id, profile_version) VALUES (profile, version) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO neighbour_checks (enterprise, around) SELECT id, false FROM enterprises;
  RETURN true;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION spread_neighbour_checks, take_neighbour_checks, begin_neighbour_sweep FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION spread_neighbour_checks, take_neighbour_checks, begin_neighbour_sweep TO onemap_wide;
--> statement-breakpoint
SELECT changes_attach('neighbour_notices', 'notices');
--> statement-breakpoint
SELECT changes_attach('neighbour_notice_recipients', 'notices', 'notice_id');
--> statement-breakpoint
SELECT changes_attach('received_notices', 'notices');
