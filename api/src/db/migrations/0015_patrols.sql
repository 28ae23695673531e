-- Patrols: who is appointed to a grid records visits to its objects; nobody changes or removes them. The object
-- itself, its office and the leaders read.

-- What an enterprise's level was until yesterday. A level that comes back on the same day has not changed; on the
-- day an enterprise is entered, its first level is yet to be found.
CREATE FUNCTION keep_past_level() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  today CONSTANT date := (now() AT TIME ZONE 'Asia/Shanghai')::date;
  yesterday record;
BEGIN
  IF (NEW.created_at AT TIME ZONE 'Asia/Shanghai')::date >= today THEN RETURN NULL; END IF;
  SELECT level INTO yesterday FROM enterprise_past_levels WHERE enterprise_id = NEW.id AND until_on = today - 1;
  IF NOT FOUND THEN
    INSERT INTO enterprise_past_levels (enterprise_id, until_on, level) VALUES (NEW.id, today - 1, OLD.risk_level);
  ELSIF yesterday.level IS NOT DISTINCT FROM NEW.risk_level THEN
    DELETE FROM enterprise_past_levels WHERE enterprise_id = NEW.id AND until_on = today - 1;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keep_past_level AFTER UPDATE OF risk_level ON enterprises FOR EACH ROW
  WHEN (OLD.risk_level IS DISTINCT FROM NEW.risk_level) EXECUTE FUNCTION keep_past_level();
--> statement-breakpoint
-- Derived, and so no act of anybody's.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_row', 'audit_load_insert', 'audit_load_update', 'audit_load_delete', 'audit_truncate'] LOOP
    EXECUTE format('DROP TRIGGER IF EXISTS %I ON enterprise_past_levels', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT ON enterprise_past_levels, patrol_visits, patrol_evidence, patrol_hazards TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (enterprise_id, id, user_id, user_name, started_at, finished_at, received_at, visited_on, check_in, geom, accuracy, distance,
    kind, template_version, answers, result, signature, signed_by, note, flags, profile_version, digest)
  ON patrol_visits TO onemap_grid;
--> statement-breakpoint
GRANT INSERT (enterprise_id, visit_id, evidence_id, part, position) ON patrol_evidence TO onemap_grid;
--> statement-breakpoint
GRANT INSERT (enterprise_id, visit_id, hazard_id, part, item) ON patrol_hazards TO onemap_grid;
--> statement-breakpoint
DO $$
DECLARE
  owned text;
  in_grids CONSTANT text := 'grid_id = ANY (scope_grids())';
BEGIN
  FOREACH owned IN ARRAY ARRAY['enterprise_past_levels', 'patrol_visits', 'patrol_evidence', 'patrol_hazards'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY wide_reads ON %I FOR SELECT TO onemap_wide USING (true)', owned);
    EXECUTE format('CREATE POLICY grid_reads ON %I FOR SELECT TO onemap_grid USING (%s)', owned, in_grids);
    EXECUTE format('CREATE POLICY enterprise_reads ON %I FOR SELECT TO onemap_enterprise USING (enterprise_id = scope_enterprise())', owned);
    EXECUTE format('CREATE TRIGGER scope_of_enterprise BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.grid_id IS NULL OR NEW.office_id IS NULL) EXECUTE FUNCTION take_scope_of_enterprise()', owned);
    IF owned <> 'enterprise_past_levels' THEN
      EXECUTE format('CREATE POLICY grid_adds ON %I FOR INSERT TO onemap_grid WITH CHECK (%s)', owned, in_grids);
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
-- Who patrols which grid, by id: as grid_people, for whoever counts by person.
CREATE VIEW grid_patrollers AS
  SELECT a.grid_id, a.user_id, u.name, a.valid_from, a.valid_to, a.ended_at
  FROM appointments a
  JOIN users u ON u.id = a.user_id
  WHERE a.role = 'grid';
--> statement-breakpoint
GRANT SELECT ON grid_patrollers TO onemap_wide, onemap_grid;
--> statement-breakpoint
SELECT changes_attach('patrol_visits', 'patrols');
--> statement-breakpoint
SELECT changes_attach('patrol_hazards', 'patrols', 'visit_id');
