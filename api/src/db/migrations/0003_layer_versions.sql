-- A map layer's version rises, per grid, exactly when a row that the layer shows appears, goes or
-- changes in a column that the layer carries. Readers sum the versions of the grids they may see.
-- The first version of a grid is the time, so that a database made anew never repeats the versions
-- a browser remembers of the one before. The triggers run as the owner: a version is raised by whoever
-- changes a row, and written by nobody else. They join by hash: a cached plan would take the transition
-- tables for tiny and compare every row with every other. Nothing is compiled for them: the planner takes what it may
-- not do (nested loops) for so dear that compiling would seem to pay, and one write would wait a second for it.

CREATE FUNCTION raise_layer_version(which text, touched uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO layer_versions (layer, grid_id, version)
  SELECT which, grid_id, (extract(epoch FROM clock_timestamp()) * 1000)::bigint
  FROM (SELECT DISTINCT unnest(touched) AS grid_id) g
  ORDER BY grid_id
  ON CONFLICT (layer, grid_id) DO UPDATE SET version = layer_versions.version + 1
$$;
--> statement-breakpoint
CREATE FUNCTION raise_layer_for_rows() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM raise_layer_version(TG_ARGV[0], array_agg(DISTINCT grid_id)) FROM changed HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER layer_after_insert AFTER INSERT ON enterprises
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_layer_for_rows('enterprises');
--> statement-breakpoint
CREATE TRIGGER layer_after_delete AFTER DELETE ON enterprises
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_layer_for_rows('enterprises');
--> statement-breakpoint
CREATE TRIGGER layer_after_insert AFTER INSERT ON risk_points
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_layer_for_rows('risk-points');
--> statement-breakpoint
CREATE TRIGGER layer_after_delete AFTER DELETE ON risk_points
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_layer_for_rows('risk-points');
--> statement-breakpoint
CREATE TRIGGER layer_after_insert AFTER INSERT ON hazards
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_layer_for_rows('hazards');
--> statement-breakpoint
CREATE TRIGGER layer_after_delete AFTER DELETE ON hazards
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION raise_layer_for_rows('hazards');
--> statement-breakpoint
CREATE FUNCTION raise_layer_after_enterprise_update() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off SET jit = off AS $$
BEGIN
  PERFORM raise_layer_version('enterprises', array_agg(g.grid_id))
  FROM before_update o
  JOIN after_update n USING (id)
  CROSS JOIN LATERAL (VALUES (o.grid_id), (n.grid_id)) g (grid_id)
  WHERE (o.geom::bytea, o.name, o.initials, o.credit_code, o.kind, o.risk_level, o.town_code, o.grid_id, o.industry_code, o.industry)
    IS DISTINCT FROM (n.geom::bytea, n.name, n.initials, n.credit_code, n.kind, n.risk_level, n.town_code, n.grid_id, n.industry_code, n.industry)
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER layer_after_update AFTER UPDATE ON enterprises
  REFERENCING OLD TABLE AS before_update NEW TABLE AS after_update FOR EACH STATEMENT EXECUTE FUNCTION raise_layer_after_enterprise_update();
--> statement-breakpoint
CREATE FUNCTION raise_layer_after_point_update() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off SET jit = off AS $$
BEGIN
  PERFORM raise_layer_version('risk-points', array_agg(g.grid_id))
  FROM before_update o
  JOIN after_update n USING (enterprise_id, id)
  CROSS JOIN LATERAL (VALUES (o.grid_id), (n.grid_id)) g (grid_id)
  WHERE (o.geom::bytea, o.no, o.level, o.accident_type, o.grid_id)
    IS DISTINCT FROM (n.geom::bytea, n.no, n.level, n.accident_type, n.grid_id)
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER layer_after_update AFTER UPDATE ON risk_points
  REFERENCING OLD TABLE AS before_update NEW TABLE AS after_update FOR EACH STATEMENT EXECUTE FUNCTION raise_layer_after_point_update();
--> statement-breakpoint
CREATE FUNCTION raise_layer_after_hazard_update() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_nestloop = off SET jit = off AS $$
BEGIN
  PERFORM raise_layer_version('hazards', array_agg(g.grid_id))
  FROM before_update o
  JOIN after_update n USING (enterprise_id, id)
  CROSS JOIN LATERAL (VALUES (o.grid_id), (n.grid_id)) g (grid_id)
  WHERE (o.geom::bytea, o.status, o.grade, o.deadline, o.reported_at, o.grid_id)
    IS DISTINCT FROM (n.geom::bytea, n.status, n.grade, n.deadline, n.reported_at, n.grid_id)
  HAVING count(*) > 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER layer_after_update AFTER UPDATE ON hazards
  REFERENCING OLD TABLE AS before_update NEW TABLE AS after_update FOR EACH STATEMENT EXECUTE FUNCTION raise_layer_after_hazard_update();
