-- Levels follow their assessments inside the same transaction:
-- assessment → hazard source → risk point → enterprise.
-- One set-based statement a step, and only rows that differ are written, so that a bulk load
-- that already carries the right levels costs no second write. The triggers run as the owner: derived
-- values follow whoever writes, and nobody who is scoped may write them by hand.

CREATE FUNCTION refresh_source_levels(sources uuid[][]) RETURNS void LANGUAGE sql AS $$
  WITH touched AS (
    SELECT DISTINCT sources[i][1] AS enterprise_id, sources[i][2] AS id
    FROM generate_subscripts(sources, 1) AS i
  ),
  in_force AS (
    SELECT t.enterprise_id, t.id, a.level
    FROM touched t
    LEFT JOIN LATERAL (
      SELECT level
      FROM assessments
      WHERE enterprise_id = t.enterprise_id AND hazard_source_id = t.id
      ORDER BY stage = 'residual' DESC, assessed_on DESC, recorded_at DESC, id DESC
      LIMIT 1
    ) a ON true
  )
  UPDATE hazard_sources s
  SET level = f.level
  FROM in_force f
  WHERE s.enterprise_id = f.enterprise_id AND s.id = f.id AND s.level IS DISTINCT FROM f.level
$$;
--> statement-breakpoint
CREATE FUNCTION refresh_point_levels(points uuid[][]) RETURNS void LANGUAGE sql AS $$
  WITH touched AS (
    SELECT DISTINCT points[i][1] AS enterprise_id, points[i][2] AS id
    FROM generate_subscripts(points, 1) AS i
  ),
  worst AS (
    SELECT t.enterprise_id, t.id, s.level, s.accident_type
    FROM touched t
    LEFT JOIN LATERAL (
      SELECT level, accident_type
      FROM hazard_sources
      WHERE enterprise_id = t.enterprise_id AND risk_point_id = t.id
      ORDER BY level NULLS LAST, accident_type
      LIMIT 1
    ) s ON true
  )
  UPDATE risk_points p
  SET level = w.level, accident_type = w.accident_type
  FROM worst w
  WHERE p.enterprise_id = w.enterprise_id AND p.id = w.id
    AND (p.level, p.accident_type) IS DISTINCT FROM (w.level, w.accident_type)
$$;
--> statement-breakpoint
CREATE FUNCTION refresh_enterprise_levels(touched uuid[]) RETURNS void LANGUAGE sql AS $$
  UPDATE enterprises e
  SET risk_level = w.level
  FROM (
    SELECT t.id, (SELECT min(level) FROM risk_points WHERE enterprise_id = t.id) AS level
    FROM (SELECT DISTINCT unnest(touched) AS id) t
  ) w
  WHERE e.id = w.id AND e.risk_level IS DISTINCT FROM w.level
$$;
--> statement-breakpoint
CREATE FUNCTION levels_after_assessments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refresh_source_levels(array_agg(ARRAY[enterprise_id, hazard_source_id])) FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER levels_after_insert AFTER INSERT ON assessments
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION levels_after_assessments();
--> statement-breakpoint
CREATE TRIGGER levels_after_update AFTER UPDATE ON assessments
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION levels_after_assessments();
--> statement-breakpoint
CREATE TRIGGER levels_after_delete AFTER DELETE ON assessments
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION levels_after_assessments();
--> statement-breakpoint
CREATE FUNCTION levels_after_sources() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refresh_point_levels(array_agg(ARRAY[enterprise_id, risk_point_id])) FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER levels_after_insert AFTER INSERT ON hazard_sources
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION levels_after_sources();
--> statement-breakpoint
CREATE TRIGGER levels_after_update AFTER UPDATE ON hazard_sources
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION levels_after_sources();
--> statement-breakpoint
CREATE TRIGGER levels_after_delete AFTER DELETE ON hazard_sources
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION levels_after_sources();
--> statement-breakpoint
CREATE FUNCTION levels_after_points() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM refresh_enterprise_levels(array_agg(DISTINCT enterprise_id)) FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER levels_after_insert AFTER INSERT ON risk_points
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION levels_after_points();
--> statement-breakpoint
CREATE TRIGGER levels_after_update AFTER UPDATE ON risk_points
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION levels_after_points();
--> statement-breakpoint
CREATE TRIGGER levels_after_delete AFTER DELETE ON risk_points
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION levels_after_points();
