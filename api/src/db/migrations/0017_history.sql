-- The recorded past of the map: what stood on which days, from its first to its last. Days are days in China, and what
-- changes on a day is of that day: a day is shown as it stood at its end.

-- What changes twice a day is written once; a change that is taken back on the same day has not been.
CREATE FUNCTION keep_past_point() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  today CONSTANT date := (now() AT TIME ZONE 'Asia/Shanghai')::date;
  yesterday risk_point_past_levels;
BEGIN
  IF OLD.stands_since < today THEN
    INSERT INTO risk_point_past_levels (enterprise_id, risk_point_id, from_on, until_on, no, geom, level, accident_type, grid_id, office_id, town_code)
    VALUES (OLD.enterprise_id, OLD.id, OLD.stands_since, today - 1, OLD.no, OLD.geom, OLD.level, OLD.accident_type, OLD.grid_id, OLD.office_id, OLD.town_code);
    NEW.stands_since := today;
    RETURN NEW;
  END IF;
  SELECT * INTO yesterday FROM risk_point_past_levels WHERE enterprise_id = NEW.enterprise_id AND risk_point_id = NEW.id AND until_on = today - 1;
  IF FOUND AND (yesterday.no, yesterday.geom::bytea, yesterday.level, yesterday.accident_type) IS NOT DISTINCT FROM (NEW.no, NEW.geom::bytea, NEW.level, NEW.accident_type) THEN
    DELETE FROM risk_point_past_levels WHERE enterprise_id = NEW.enterprise_id AND risk_point_id = NEW.id AND until_on = today - 1;
    NEW.stands_since := yesterday.from_on;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
-- No column list: levels are written beside other columns too, and what a point stands for is compared here.
CREATE TRIGGER keep_past_point BEFORE UPDATE ON risk_points FOR EACH ROW
  WHEN ((OLD.no, OLD.geom::bytea, OLD.level, OLD.accident_type) IS DISTINCT FROM (NEW.no, NEW.geom::bytea, NEW.level, NEW.accident_type))
  EXECUTE FUNCTION keep_past_point();
--> statement-breakpoint
-- Who goes with the enterprise leaves no past: there is nobody left whose it would be.
CREATE FUNCTION keep_past_points_gone() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  today CONSTANT date := (now() AT TIME ZONE 'Asia/Shanghai')::date;
BEGIN
  INSERT INTO risk_point_past_levels (enterprise_id, risk_point_id, from_on, until_on, no, geom, level, accident_type, grid_id, office_id, town_code)
  SELECT g.enterprise_id, g.id, g.stands_since, today - 1, g.no, g.geom, g.level, g.accident_type, e.grid_id, e.office_id, e.town_code
  FROM gone g JOIN enterprises e ON e.id = g.enterprise_id
  WHERE g.stands_since < today;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_past_points_gone AFTER DELETE ON risk_points
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION keep_past_points_gone();
--> statement-breakpoint
-- Derived, and so no act of anybody's.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_row', 'audit_load_insert', 'audit_load_update', 'audit_load_delete', 'audit_truncate'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS %I ON risk_point_past_levels', name);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE risk_point_past_levels ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY wide_reads ON risk_point_past_levels FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE POLICY grid_reads ON risk_point_past_levels FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()));
--> statement-breakpoint
CREATE POLICY enterprise_reads ON risk_point_past_levels FOR SELECT TO onemap_enterprise USING (enterprise_id = scope_enterprise());
--> statement-breakpoint
GRANT SELECT ON risk_point_past_levels TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
-- Past and present in one: `until_on` is null where it stands still. Name, kind, place and grid are of now.
CREATE VIEW enterprise_stretches WITH (security_invoker = true) AS
  SELECT e.id, e.name, e.initials, e.credit_code, e.kind, e.industry_code, e.industry, e.geom, e.area_code, e.town_code, e.grid_id, e.office_id,
    s.level AS risk_level, s.from_on, s.until_on
  FROM enterprises e
  JOIN (
    SELECT p.enterprise_id, p.level, lag(p.until_on) OVER (PARTITION BY p.enterprise_id ORDER BY p.until_on) + 1 AS from_on, p.until_on
    FROM enterprise_past_levels p
    UNION ALL
    SELECT e.id, e.risk_level, (SELECT max(p.until_on) + 1 FROM enterprise_past_levels p WHERE p.enterprise_id = e.id), NULL
    FROM enterprises e
  ) AS found (enterprise_id, level, from_on, until_on) ON found.enterprise_id = e.id
  CROSS JOIN LATERAL (
    SELECT found.level, coalesce(found.from_on, (e.created_at AT TIME ZONE 'Asia/Shanghai')::date) AS from_on, found.until_on
  ) s
  WHERE s.until_on IS NULL OR s.from_on <= s.until_on;
--> statement-breakpoint
CREATE VIEW risk_point_stretches WITH (security_invoker = true) AS
  SELECT enterprise_id, risk_point_id AS id, no, geom, level, accident_type, grid_id, office_id, town_code, from_on, until_on
  FROM risk_point_past_levels
  UNION ALL
  SELECT enterprise_id, id, no, geom, level, accident_type, grid_id, office_id, town_code, stands_since, NULL
  FROM risk_points;
--> statement-breakpoint
-- Folds the events of each hazard. What an event set is written behind its number, so that the largest is the last set.
-- Of what came from a ledger, the dates that the ledger knows stand for the events that it does not; a grade or a
-- deadline that no event ever set has always been what it is. China has kept one time since 1992, and an offset is
-- found at once where the name of a zone is looked up for every row.
CREATE VIEW hazard_stretches WITH (security_invoker = true) AS
  WITH steps AS (
    SELECT v.enterprise_id, v.hazard_id, v.seq + 2 AS step, (v.occurred_at AT TIME ZONE interval '8 hours')::date AS on_day, v.to_status AS status,
      CASE WHEN v.type = 'grade' THEN v.detail ->> 'grade' END AS grade,
      CASE WHEN v.type IN ('notify', 'fail', 'reopen') THEN v.detail ->> 'deadline' WHEN v.type = 'approve-extension' THEN coalesce(v.detail ->> 'deadline', 'as asked') END AS deadline,
      CASE WHEN v.type = 'request-extension' THEN v.detail ->> 'deadline' END AS asked,
      CASE v.type WHEN 'pass' THEN (v.occurred_at AT TIME ZONE interval '8 hours')::date::text WHEN 'reopen' THEN '' END AS accepted
    FROM hazard_events v
    UNION ALL
    SELECT h.enterprise_id, h.id, d.step, d.on_day, d.status, NULL, NULL, NULL, CASE WHEN d.step > 0 THEN (h.accepted_at AT TIME ZONE interval '8 hours')::date::text END
    FROM hazards h
    LEFT JOIN hazard_events f ON f.enterprise_id = h.enterprise_id AND f.hazard_id = h.id AND f.seq = 1
    CROSS JOIN LATERAL (
      SELECT x.step, (x.at AT TIME ZONE interval '8 hours')::date AS on_day, x.status
      FROM (VALUES (0, h.reported_at, 'reported'), (1, h.accepted_at, 'accepted'), (2, h.closed_at, 'closed')) AS x (step, at, status)
      WHERE x.at IS NOT NULL
    ) d
    WHERE (f.seq IS NULL OR h.reported_at < f.occurred_at) AND (f.seq IS NULL OR d.on_day < (f.occurred_at AT TIME ZONE interval '8 hours')::date)
  ),
  granted AS (
    SELECT s.enterprise_id, s.hazard_id, s.step, s.on_day, s.status, s.grade, s.accepted,
      CASE WHEN s.deadline = 'as asked' THEN substr(max(lpad(s.step::text, 9, '0') || s.asked) OVER so_far, 10) ELSE s.deadline END AS deadline
    FROM steps s
    WINDOW so_far AS (PARTITION BY s.enterprise_id, s.hazard_id ORDER BY s.step)
  ),
  folded AS (
    SELECT s.enterprise_id, s.hazard_id, s.on_day, s.status,
      lead(s.on_day) OVER so_far AS next_day,
      substr(max(lpad(s.step::text, 9, '0') || s.grade) OVER so_far, 10) AS grade,
      substr(max(lpad(s.step::text, 9, '0') || s.deadline) OVER so_far, 10) AS deadline,
      substr(max(lpad(s.step::text, 9, '0') || s.accepted) OVER so_far, 10) AS accepted,
      count(s.grade) OVER ever AS grades,
      count(s.deadline) OVER ever AS deadlines
    FROM granted s
    WINDOW so_far AS (PARTITION BY s.enterprise_id, s.hazard_id ORDER BY s.step), ever AS (PARTITION BY s.enterprise_id, s.hazard_id)
  )
  SELECT h.enterprise_id, h.id, h.no, h.code, h.description, h.origin, h.geom, h.grid_id, h.office_id, h.town_code, h.reported_at, h.accepted_at,
    (h.reported_at AT TIME ZONE interval '8 hours')::date AS reported_on,
    CASE WHEN f.next_day IS NULL THEN h.status ELSE f.status END AS status,
    CASE WHEN f.next_day IS NULL OR f.grades = 0 THEN h.grade ELSE f.grade END AS grade,
    CASE WHEN f.next_day IS NULL OR f.deadlines = 0 THEN h.deadline ELSE f.deadline::date END AS deadline,
    CASE WHEN f.next_day IS NULL THEN (h.accepted_at AT TIME ZONE interval '8 hours')::date ELSE nullif(f.accepted, '')::date END AS accepted_on,
    f.on_day AS from_on,
    f.next_day - 1 AS until_on
  FROM folded f
  JOIN hazards h ON h.enterprise_id = f.enterprise_id AND h.id = f.hazard_id
  WHERE f.next_day IS NULL OR f.next_day > f.on_day;
--> statement-breakpoint
GRANT SELECT ON enterprise_stretches, risk_point_stretches, hazard_stretches TO onemap_wide, onemap_grid, onemap_enterprise;
