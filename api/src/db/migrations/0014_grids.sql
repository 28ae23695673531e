-- Grids are drawn and changed by who manages the platform, who sees no row of any enterprise: what a change of
-- boundaries does to the objects is told, and done, by functions that run as the owner.

GRANT SELECT ON grid_overrides TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
ALTER TABLE grid_overrides ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY wide_reads ON grid_overrides FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE POLICY grid_reads ON grid_overrides FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()));
--> statement-breakpoint
CREATE POLICY enterprise_reads ON grid_overrides FOR SELECT TO onemap_enterprise USING (enterprise_id = scope_enterprise());
--> statement-breakpoint
CREATE TRIGGER scope_of_enterprise BEFORE INSERT ON grid_overrides FOR EACH ROW
  WHEN (NEW.grid_id IS NULL OR NEW.office_id IS NULL) EXECUTE FUNCTION take_scope_of_enterprise();
--> statement-breakpoint
SELECT changes_attach('grids', 'grids');
--> statement-breakpoint
-- A grid that was dissolved takes no object, whoever enters it: the foreign key has waited for whoever dissolves it.
CREATE FUNCTION refuse_dissolved_grids() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM grids g WHERE g.valid_to IS NOT NULL AND g.id IN (SELECT DISTINCT grid_id FROM entered)) THEN
    RAISE EXCEPTION 'the grid is dissolved' USING ERRCODE = 'check_violation', CONSTRAINT = 'enterprises_grid_stands';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER grid_stands_for_new AFTER INSERT ON enterprises
  REFERENCING NEW TABLE AS entered FOR EACH STATEMENT EXECUTE FUNCTION refuse_dissolved_grids();
--> statement-breakpoint
CREATE FUNCTION refuse_dissolved_grid() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM grids g WHERE g.id = NEW.grid_id AND g.valid_to IS NOT NULL) THEN
    RAISE EXCEPTION 'the grid is dissolved' USING ERRCODE = 'check_violation', CONSTRAINT = 'enterprises_grid_stands';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER grid_stands_for_moved AFTER UPDATE OF grid_id ON enterprises FOR EACH ROW
  WHEN (OLD.grid_id IS DISTINCT FROM NEW.grid_id) EXECUTE FUNCTION refuse_dissolved_grid();
--> statement-breakpoint
-- And none is dissolved before its objects are elsewhere.
CREATE FUNCTION refuse_dissolving_with_objects() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM enterprises e WHERE e.grid_id = NEW.id) THEN
    RAISE EXCEPTION 'the grid still has objects' USING ERRCODE = 'check_violation', CONSTRAINT = 'grids_dissolved_empty';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER dissolved_empty AFTER UPDATE OF valid_to ON grids FOR EACH ROW
  WHEN (OLD.valid_to IS NULL AND NEW.valid_to IS NOT NULL) EXECUTE FUNCTION refuse_dissolving_with_objects();
--> statement-breakpoint
-- A grid that changes its town takes its objects along: their area is then the town, until somebody names the village.
CREATE FUNCTION follow_grid_to_town() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.area_code := NEW.town_code;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER follow_grid_to_town BEFORE UPDATE OF town_code ON enterprises FOR EACH ROW
  WHEN (OLD.town_code <> NEW.town_code AND OLD.area_code = NEW.area_code AND left(NEW.area_code, 9) <> NEW.town_code)
  EXECUTE FUNCTION follow_grid_to_town();
--> statement-breakpoint
CREATE FUNCTION grid_object_counts() RETURNS TABLE (grid_id uuid, objects integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT e.grid_id, count(*)::integer FROM public.enterprises e GROUP BY e.grid_id $$;
--> statement-breakpoint
-- The grids that stand once some have changed. changed: [{id, code, townCode, geometry?, successorId}]: geometry null
-- for a grid that is dissolved, absent for one that keeps its boundary.
CREATE FUNCTION grids_after(changed jsonb) RETURNS TABLE (id uuid, code text, town_code text, geom geometry, touched boolean) LANGUAGE sql STABLE ROWS 100 AS $$
  SELECT (c ->> 'id')::uuid, c ->> 'code', c ->> 'townCode',
         CASE WHEN c ? 'geometry' THEN ST_SetSRID(ST_GeomFromGeoJSON(c ->> 'geometry'), 4326) ELSE (SELECT g.geom FROM public.grids g WHERE g.id = (c ->> 'id')::uuid) END, true
  FROM jsonb_array_elements(changed) c
  WHERE jsonb_typeof(c -> 'geometry') IS DISTINCT FROM 'null'
  UNION ALL
  SELECT g.id, g.code, g.town_code, g.geom, false
  FROM public.grids g
  WHERE g.valid_to IS NULL AND NOT EXISTS (SELECT FROM jsonb_array_elements(changed) c WHERE (c ->> 'id')::uuid = g.id)
$$;
--> statement-breakpoint
-- What a change of grids does to the objects, and for each that lies in no grid, how far the nearest is: those that change
-- hands, lie in no grid, or stay by hand elsewhere than they lie.
-- A place on a common border is of the grid with the lowest code; outside every grid the nearest within a kilometre
-- has it, else it stays where it is. By hand it stays always, or goes to the successor.
-- Only of those is it asked whose they are that a change can concern: all of a grid that is dissolved or has another
-- code; of another that changes, what no longer lies in it; what lies in it and is another's; and what lies in none nearby.
CREATE FUNCTION planned_grid_objects(changed jsonb) RETURNS TABLE (
    enterprise_id uuid, from_grid uuid, to_grid uuid, by_geometry uuid, covered boolean, metres double precision, override text
  )
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET jit = off SET enable_mergejoin = off SET enable_seqscan = off SET work_mem = '64MB'
  AS $$
    WITH standing AS MATERIALIZED (
      SELECT s.id, s.geom, s.touched, row_number() OVER (ORDER BY s.code COLLATE "C") AS rank,
             s.touched AND EXISTS (SELECT FROM public.grids g WHERE g.id = s.id AND g.code <> s.code) AS renamed
      FROM grids_after(changed) s
    ), leaving AS MATERIALIZED (
      SELECT (c ->> 'id')::uuid AS id, (c ->> 'successorId')::uuid AS successor_id
      FROM jsonb_array_elements(changed) c WHERE c ->> 'successorId' IS NOT NULL
    ), shape AS MATERIALIZED (
      SELECT s.geom FROM standing s WHERE s.touched
      UNION ALL
      SELECT g.geom FROM public.grids g WHERE g.id IN (SELECT (c ->> 'id')::uuid FROM jsonb_array_elements(changed) c)
    ), doubtful AS MATERIALIZED (
      -- Grid by grid: of an outline that is made ready once it is quickly told whether many places lie in it.
      SELECT e.id FROM leaving l CROSS JOIN LATERAL (SELECT e.id FROM public.enterprises e WHERE e.grid_id = l.id OFFSET 0) e
      UNION
      SELECT e.id FROM standing s CROSS JOIN LATERAL (SELECT e.id FROM public.enterprises e WHERE e.grid_id = s.id AND (s.renamed OR NOT ST_Covers(s.geom, e.geom)) OFFSET 0) e
      WHERE s.touched
      UNION
      SELECT e.id FROM standing s CROSS JOIN LATERAL (SELECT e.id FROM public.enterprises e WHERE e.geom @ s.geom AND e.grid_id <> s.id AND ST_Covers(s.geom, e.geom) OFFSET 0) e
      WHERE s.touched
      UNION
      SELECT e.id
      FROM standing s
      CROSS JOIN LATERAL (
        SELECT e.id, e.geom FROM public.enterprises e WHERE e.grid_id = s.id AND NOT ST_Covers(s.geom, e.geom) OFFSET 0
      ) e
      WHERE NOT s.touched
        AND EXISTS (SELECT FROM shape WHERE s.geom && ST_Expand(shape.geom, 0.04))
        AND EXISTS (SELECT FROM shape WHERE e.geom && ST_Expand(shape.geom, 0.02))
    ), weighed AS MATERIALIZED (
      SELECT e.* FROM doubtful d CROSS JOIN LATERAL (SELECT e.id, e.grid_id, e.geom FROM public.enterprises e WHERE e.id = d.id OFFSET 0) e
    ), covering AS MATERIALIZED (
      SELECT e.id, min(s.rank) AS rank
      FROM standing s
      CROSS JOIN LATERAL (SELECT w.id FROM weighed w WHERE s.geom && w.geom AND ST_Covers(s.geom, w.geom) OFFSET 0) e
      GROUP BY e.id
    )
    SELECT planned.*
    FROM (
      SELECT e.id, e.grid_id AS from_grid,
             CASE
               WHEN o.enterprise_id IS NOT NULL THEN coalesce(own.id, l.successor_id)
               ELSE coalesce(by_place.id, near.id, own.id, l.successor_id)
             END AS to_grid,
             coalesce(by_place.id, near.id) AS by_geometry, v.id IS NOT NULL AS covered, near.metres, o.reason
      FROM weighed e
      LEFT JOIN covering v ON v.id = e.id
      LEFT JOIN standing by_place ON by_place.rank = v.rank
      LEFT JOIN standing own ON own.id = e.grid_id
      LEFT JOIN leaving l ON l.id = e.grid_id
      LEFT JOIN LATERAL (SELECT o.enterprise_id, o.reason FROM public.grid_overrides o WHERE o.enterprise_id = e.id OFFSET 0) o ON true
      LEFT JOIN LATERAL (
        SELECT s.id, ST_Distance(s.geom::geography, e.geom::geography) AS metres
        FROM standing s
        WHERE v.id IS NULL AND s.geom && ST_Expand(e.geom, 0.02)
        ORDER BY metres, s.rank
        LIMIT 1
      ) near ON near.metres <= 1000
    ) planned
    WHERE to_grid <> from_grid OR NOT covered OR (reason IS NOT NULL AND by_geometry IS DISTINCT FROM to_grid)
  $$;
--> statement-breakpoint
-- Moves objects from one grid to another: [{id, from, to}]; one that has left its grid meanwhile stays where it is.
-- What an enterprise owns follows by its foreign keys.
CREATE FUNCTION move_grid_objects(moves jsonb, at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp SET jit = off
  AS $$
DECLARE
  moved integer;
BEGIN
  UPDATE enterprises e
  SET grid_id = g.id, town_code = g.town_code, updated_at = at,
      area_code = CASE WHEN left(e.area_code, 9) = g.town_code THEN e.area_code ELSE g.town_code END
  FROM jsonb_to_recordset(moves) m (id uuid, "from" uuid, "to" uuid)
  JOIN grids g ON g.id = m."to"
  WHERE e.id = m.id AND e.grid_id = m."from";
  GET DIAGNOSTICS moved = ROW_COUNT;
  RETURN moved;
END $$;
--> statement-breakpoint
-- Objects by id, as whoever draws the grids sees them.
CREATE FUNCTION grid_objects(ids uuid[], in_grid uuid) RETURNS TABLE (
    enterprise_id uuid, name text, geom geometry, risk_level smallint, grid_id uuid, office_id uuid, office_name text, override text
  )
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT e.id, e.name, e.geom, e.risk_level, e.grid_id, e.office_id, o.name, v.reason
    FROM public.enterprises e
    JOIN public.offices o ON o.id = e.office_id
    LEFT JOIN public.grid_overrides v ON v.enterprise_id = e.id
    WHERE e.id = ANY (ids) OR e.grid_id = in_grid
  $$;
--> statement-breakpoint
CREATE FUNCTION listed_grid_overrides() RETURNS TABLE (enterprise_id uuid, reason text, set_by_name text, set_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT o.enterprise_id, o.reason, o.set_by_name, o.set_at FROM public.grid_overrides o $$;
--> statement-breakpoint
-- Puts an object under a grid by hand, if it is still where the sender saw it. Null: it is not.
CREATE FUNCTION override_grid(of_enterprise uuid, to_grid uuid, expected uuid, why text, at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM enterprises WHERE id = of_enterprise AND grid_id = expected FOR UPDATE;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE enterprises e
  SET grid_id = g.id, town_code = g.town_code, updated_at = at,
      area_code = CASE WHEN left(e.area_code, 9) = g.town_code THEN e.area_code ELSE g.town_code END
  FROM grids g
  WHERE e.id = of_enterprise AND g.id = to_grid AND e.grid_id <> to_grid;
  INSERT INTO grid_overrides (enterprise_id, reason, set_by, set_by_name, set_at)
  VALUES (of_enterprise, why, current_setting('app.user_id')::uuid, current_setting('app.actor_name'), at)
  ON CONFLICT (enterprise_id) DO UPDATE SET reason = excluded.reason, set_by = excluded.set_by, set_by_name = excluded.set_by_name, set_at = excluded.set_at;
  RETURN true;
END $$;
--> statement-breakpoint
-- Lets the boundaries decide again.
CREATE FUNCTION drop_grid_override(of_enterprise uuid, at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM enterprises WHERE id = of_enterprise FOR UPDATE;
  DELETE FROM grid_overrides WHERE enterprise_id = of_enterprise;
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE enterprises e
  SET grid_id = g.id, town_code = g.town_code, updated_at = at,
      area_code = CASE WHEN left(e.area_code, 9) = g.town_code THEN e.area_code ELSE g.town_code END
  FROM grids g
  WHERE e.id = of_enterprise AND g.id = grid_at(e.geom) AND g.id <> e.grid_id;
  RETURN true;
END $$;
--> statement-breakpoint
CREATE FUNCTION change_office(of_enterprise uuid, to_office uuid, expected uuid, at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE enterprises SET office_id = to_office, updated_at = at WHERE id = of_enterprise AND office_id = expected;
  RETURN FOUND;
END $$;
--> statement-breakpoint
-- Whose a place is by the boundaries that stand, by the same rule.
CREATE FUNCTION grid_at(place geometry) RETURNS uuid LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT g.id FROM public.grids g WHERE g.valid_to IS NULL AND ST_Covers(g.geom, place) ORDER BY g.code COLLATE "C" LIMIT 1),
    (SELECT near.id FROM (
      SELECT g.id, ST_Distance(g.geom::geography, place::geography) AS metres, g.code
      FROM public.grids g WHERE g.valid_to IS NULL AND g.geom && ST_Expand(place, 0.02)
    ) near WHERE near.metres <= 1000 ORDER BY near.metres, near.code COLLATE "C" LIMIT 1))
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION grid_object_counts, planned_grid_objects, move_grid_objects, grid_objects, listed_grid_overrides, override_grid, drop_grid_override, change_office FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION grid_object_counts TO onemap_wide, onemap_grid, onemap_enterprise, onemap_admin;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION grid_objects, listed_grid_overrides TO onemap_wide, onemap_admin;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION planned_grid_objects, move_grid_objects, override_grid, drop_grid_override, change_office TO onemap_admin;
