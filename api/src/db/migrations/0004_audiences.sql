-- Who may see a row is the database's business. One role per audience; a request borrows it with
-- SET LOCAL ROLE for one transaction. A policy belongs to one role and is one bare comparison, so that
-- indexes, geography included, keep working under it.

DO $$
DECLARE audience text;
BEGIN
  FOREACH audience IN ARRAY ARRAY['onemap_wide', 'onemap_grid', 'onemap_enterprise', 'onemap_public', 'onemap_auditor', 'onemap_admin'] LOOP
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
GRANT USAGE ON SCHEMA public TO onemap_wide, onemap_grid, onemap_enterprise, onemap_public, onemap_auditor, onemap_admin;
--> statement-breakpoint
GRANT SELECT ON areas, offices, grids, base_features, geo_sources
  TO onemap_wide, onemap_grid, onemap_enterprise, onemap_public, onemap_admin;
--> statement-breakpoint
GRANT SELECT ON enterprises, risk_points, hazard_sources, assessments, control_measures, responsibilities, hazards, hazard_events, layer_versions
  TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
ALTER TABLE enterprises ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY wide_reads ON enterprises FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE POLICY grid_reads ON enterprises FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()));
--> statement-breakpoint
CREATE POLICY enterprise_reads ON enterprises FOR SELECT TO onemap_enterprise USING (id = scope_enterprise());
--> statement-breakpoint
ALTER TABLE risk_points ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY wide_reads ON risk_points FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE POLICY grid_reads ON risk_points FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()));
--> statement-breakpoint
CREATE POLICY enterprise_reads ON risk_points FOR SELECT TO onemap_enterprise USING (enterprise_id = scope_enterprise());
--> statement-breakpoint
ALTER TABLE hazards ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY wide_reads ON hazards FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE POLICY grid_reads ON hazards FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()));
--> statement-breakpoint
CREATE POLICY enterprise_reads ON hazards FOR SELECT TO onemap_enterprise USING (enterprise_id = scope_enterprise());
--> statement-breakpoint
ALTER TABLE layer_versions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY wide_reads ON layer_versions FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE POLICY grid_reads ON layer_versions FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()));
--> statement-breakpoint
CREATE POLICY enterprise_reads ON layer_versions FOR SELECT TO onemap_enterprise USING (true);
--> statement-breakpoint
DO $$
DECLARE owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['hazard_sources', 'assessments', 'control_measures', 'responsibilities', 'hazard_events'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY wide_reads ON %I FOR SELECT TO onemap_wide USING (true)', owned);
    EXECUTE format('CREATE POLICY enterprise_reads ON %I FOR SELECT TO onemap_enterprise USING (enterprise_id = scope_enterprise())', owned);
  END LOOP;
END $$;
