-- Who may see and change a row is the database's business. One role per audience; a request borrows it with
-- SET LOCAL ROLE for one transaction. A policy belongs to one role and is one bare comparison, so that
-- indexes, geography included, keep working under it. A policy says which rows, a grant which verbs and columns.

DO $$
DECLARE audience text;
BEGIN
  FOREACH audience IN ARRAY ARRAY['onemap_wide', 'onemap_grid', 'onemap_enterprise', 'onemap_public', 'onemap_auditor', 'onemap_admin', 'onemap_identity'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', audience);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- roles belong to the server, another database may have made them
    END;
    -- Who migrates may not be a superuser: borrowing a role needs membership.
    EXECUTE format('GRANT %I TO CURRENT_USER', audience);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION scope_enterprise() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.enterprise_id', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION scope_grids() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.grid_ids', true), '')::uuid[] $$;
--> statement-breakpoint
CREATE FUNCTION scope_office() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.office_id', true), '')::uuid $$;
--> statement-breakpoint
-- Which migration the database stands at, for a login that owns nothing and may not look itself.
CREATE FUNCTION schema_version() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS
  $$ SELECT max(created_at) FROM drizzle.__drizzle_migrations $$;
--> statement-breakpoint
-- What a row is scoped by is its enterprise's: whoever leaves it out gets it filled in. The foreign key
-- refuses anything else, the policy refuses an enterprise that is not the writer's.
CREATE FUNCTION take_scope_of_enterprise() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT grid_id, office_id INTO NEW.grid_id, NEW.office_id FROM enterprises WHERE id = NEW.enterprise_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION take_scope_and_town_of_enterprise() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT grid_id, office_id, town_code INTO NEW.grid_id, NEW.office_id, NEW.town_code FROM enterprises WHERE id = NEW.enterprise_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public
  TO onemap_wide, onemap_grid, onemap_enterprise, onemap_public, onemap_auditor, onemap_admin, onemap_identity;
--> statement-breakpoint
-- The public sees the land; grids and offices, and all else, only as published.
GRANT SELECT ON areas, base_features, geo_sources
  TO onemap_wide, onemap_grid, onemap_enterprise, onemap_admin, onemap_public;
--> statement-breakpoint
GRANT SELECT ON grids, offices
  TO onemap_wide, onemap_grid, onemap_enterprise, onemap_admin;
--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON areas, base_features, geo_sources, grids, offices TO onemap_admin;
--> statement-breakpoint
GRANT SELECT ON enterprises, risk_points, hazard_sources, assessments, control_measures, responsibilities, hazards, hazard_events, layer_versions
  TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
-- Enterprises: the bureau's office enters and keeps them, the enterprise itself says what only it knows.
-- Derived levels, the demonstration mark and the responsible office are written by neither.
GRANT INSERT (id, credit_code, name, initials, kind, industry_code, industry, activity, address, area_code, town_code, grid_id, office_id,
    geom, source_datum, legal_representative, principal, safety_officer, duty_phone, employees, major_hazard_level),
  UPDATE (credit_code, name, initials, kind, industry_code, industry, activity, address, area_code, town_code, grid_id,
    geom, source_datum, legal_representative, principal, safety_officer, duty_phone, employees, major_hazard_level, updated_at)
  ON enterprises TO onemap_wide;
--> statement-breakpoint
GRANT UPDATE (activity, address, legal_representative, principal, safety_officer, duty_phone, employees, updated_at)
  ON enterprises TO onemap_enterprise;
--> statement-breakpoint
-- Risk points and what hangs on them: the enterprise and its office. Levels are derived, an assessment is never changed.
GRANT DELETE,
  INSERT (enterprise_id, id, no, code, name, type, domain, public_domain, location_text, geom, extent),
  UPDATE (no, code, name, type, domain, public_domain, location_text, geom, extent, updated_at)
  ON risk_points TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
GRANT DELETE,
  INSERT (enterprise_id, id, risk_point_id, description, factor, risk_category, accident_type, occupational_factor),
  UPDATE (risk_point_id, description, factor, risk_category, accident_type, occupational_factor)
  ON hazard_sources TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (enterprise_id, id, hazard_source_id, stage, method, inputs, score, level, profile_id, profile_version, direct_criterion,
    assessor, assessed_on, reason)
  ON assessments TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
GRANT DELETE,
  INSERT (enterprise_id, id, hazard_source_id, category, control_level, content, status, verified_on),
  UPDATE (hazard_source_id, category, control_level, content, status, verified_on)
  ON control_measures TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
GRANT DELETE,
  INSERT (enterprise_id, id, risk_point_id, control_level, department, person, mobile_sealed, mobile_masked),
  UPDATE (risk_point_id, control_level, department, person, mobile_sealed, mobile_masked)
  ON responsibilities TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
-- Hazards: everybody who works on the closed loop. What was reported stays reported, 挂牌督办 is the bureau's alone,
-- nothing is ever deleted, a step once taken is never changed.
GRANT INSERT (enterprise_id, id, risk_point_id, no, code, description, location_text, geom, origin, grade, treatment, status,
    reported_at, deadline, accepted_at, closed_at, round, extension, work_stop),
  UPDATE (risk_point_id, description, location_text, geom, grade, treatment, status, deadline, accepted_at, closed_at, round, extension, work_stop)
  ON hazards TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
GRANT UPDATE (supervision) ON hazards TO onemap_wide;
--> statement-breakpoint
GRANT INSERT (enterprise_id, hazard_id, seq, type, from_status, to_status, actor_name, actor_role, occurred_at, opinion, detail)
  ON hazard_events TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
-- Reading: the wide audience everything, a grid its grids, an enterprise itself. Writing: a member of an office the
-- objects of the office (a leader has none and so writes nothing), an enterprise itself, a grid the hazards of its grids.
DO $$
DECLARE
  owned record;
  own text;
  at_office CONSTANT text := 'office_id = scope_office()';
  in_grids CONSTANT text := 'grid_id = ANY (scope_grids())';
BEGIN
  FOR owned IN SELECT * FROM (VALUES
    ('enterprises', 'id', false),
    ('risk_points', 'enterprise_id', false),
    ('hazard_sources', 'enterprise_id', false),
    ('assessments', 'enterprise_id', false),
    ('control_measures', 'enterprise_id', false),
    ('responsibilities', 'enterprise_id', false),
    ('hazards', 'enterprise_id', true),
    ('hazard_events', 'enterprise_id', true)
  ) t (name, key, grids_write) LOOP
    own := format('%I = scope_enterprise()', owned.key);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned.name);
    EXECUTE format('CREATE POLICY wide_reads ON %I FOR SELECT TO onemap_wide USING (true)', owned.name);
    EXECUTE format('CREATE POLICY wide_adds ON %I FOR INSERT TO onemap_wide WITH CHECK (%s)', owned.name, at_office);
    EXECUTE format('CREATE POLICY wide_changes ON %I FOR UPDATE TO onemap_wide USING (%s)', owned.name, at_office);
    EXECUTE format('CREATE POLICY wide_removes ON %I FOR DELETE TO onemap_wide USING (%s)', owned.name, at_office);
    EXECUTE format('CREATE POLICY grid_reads ON %I FOR SELECT TO onemap_grid USING (%s)', owned.name, in_grids);
    IF owned.grids_write THEN
      EXECUTE format('CREATE POLICY grid_adds ON %I FOR INSERT TO onemap_grid WITH CHECK (%s)', owned.name, in_grids);
      EXECUTE format('CREATE POLICY grid_changes ON %I FOR UPDATE TO onemap_grid USING (%s)', owned.name, in_grids);
    END IF;
    EXECUTE format('CREATE POLICY enterprise_reads ON %I FOR SELECT TO onemap_enterprise USING (%s)', owned.name, own);
    EXECUTE format('CREATE POLICY enterprise_adds ON %I FOR INSERT TO onemap_enterprise WITH CHECK (%s)', owned.name, own);
    EXECUTE format('CREATE POLICY enterprise_changes ON %I FOR UPDATE TO onemap_enterprise USING (%s)', owned.name, own);
    EXECUTE format('CREATE POLICY enterprise_removes ON %I FOR DELETE TO onemap_enterprise USING (%s)', owned.name, own);
  END LOOP;

  FOR owned IN SELECT * FROM (VALUES
    ('risk_points', 'NEW.grid_id IS NULL OR NEW.office_id IS NULL OR NEW.town_code IS NULL', 'take_scope_and_town_of_enterprise'),
    ('hazards', 'NEW.grid_id IS NULL OR NEW.office_id IS NULL OR NEW.town_code IS NULL', 'take_scope_and_town_of_enterprise'),
    ('hazard_sources', 'NEW.grid_id IS NULL OR NEW.office_id IS NULL', 'take_scope_of_enterprise'),
    ('assessments', 'NEW.grid_id IS NULL OR NEW.office_id IS NULL', 'take_scope_of_enterprise'),
    ('control_measures', 'NEW.grid_id IS NULL OR NEW.office_id IS NULL', 'take_scope_of_enterprise'),
    ('responsibilities', 'NEW.grid_id IS NULL OR NEW.office_id IS NULL', 'take_scope_of_enterprise'),
    ('hazard_events', 'NEW.grid_id IS NULL OR NEW.office_id IS NULL', 'take_scope_of_enterprise')
  ) t (name, left_out, function) LOOP
    EXECUTE format('CREATE TRIGGER scope_of_enterprise BEFORE INSERT ON %I FOR EACH ROW WHEN (%s) EXECUTE FUNCTION %I()',
      owned.name, owned.left_out, owned.function);
  END LOOP;
END $$;
--> statement-breakpoint
-- A layer's version in a grid says that something changed there and nothing of what: an enterprise, which has no grids, may read all.
ALTER TABLE layer_versions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY wide_reads ON layer_versions FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE POLICY grid_reads ON layer_versions FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()));
--> statement-breakpoint
CREATE POLICY enterprise_reads ON layer_versions FOR SELECT TO onemap_enterprise USING (true);
