-- Risk points at work: versions, levels raised by hand; 风险预判 and the library of accident cases.

GRANT UPDATE (version) ON risk_points TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (raised_from) ON assessments TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
ALTER TABLE prejudgements ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE prejudgement_risk_points ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE accident_cases ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT ON prejudgements, prejudgement_risk_points, accident_cases TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
GRANT DELETE,
  INSERT (id, level, enterprise_id, title, sources, industry, period_from, period_to, content, measures, accident_types, case_ids, created_by_name),
  UPDATE (title, sources, industry, period_from, period_to, content, measures, accident_types, case_ids, version, updated_at)
  ON prejudgements TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
GRANT DELETE, INSERT (enterprise_id, prejudgement_id, risk_point_id)
  ON prejudgement_risk_points TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
GRANT DELETE,
  INSERT (id, title, occurred_on, place, industry, accident_type, deaths, injuries, summary, lessons, source),
  UPDATE (title, occurred_on, place, industry, accident_type, deaths, injuries, summary, lessons, source, version, updated_at)
  ON accident_cases TO onemap_wide;
--> statement-breakpoint
-- Of an enterprise: by its own columns, as all its rows. Of an industry or the city: nobody's in particular, read by
-- everybody who works here, written by the office whose it is. One policy for each, so that each stays one comparison.
CREATE POLICY wide_reads ON prejudgements FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE POLICY wide_adds ON prejudgements FOR INSERT TO onemap_wide WITH CHECK (office_id = scope_office());
--> statement-breakpoint
CREATE POLICY wide_changes ON prejudgements FOR UPDATE TO onemap_wide USING (office_id = scope_office());
--> statement-breakpoint
CREATE POLICY wide_removes ON prejudgements FOR DELETE TO onemap_wide USING (office_id = scope_office());
--> statement-breakpoint
CREATE POLICY grid_reads ON prejudgements FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()));
--> statement-breakpoint
CREATE POLICY grid_reads_shared ON prejudgements FOR SELECT TO onemap_grid USING (enterprise_id IS NULL);
--> statement-breakpoint
CREATE POLICY enterprise_reads ON prejudgements FOR SELECT TO onemap_enterprise USING (enterprise_id = scope_enterprise());
--> statement-breakpoint
CREATE POLICY enterprise_reads_shared ON prejudgements FOR SELECT TO onemap_enterprise USING (enterprise_id IS NULL);
--> statement-breakpoint
CREATE POLICY enterprise_adds ON prejudgements FOR INSERT TO onemap_enterprise WITH CHECK (enterprise_id = scope_enterprise());
--> statement-breakpoint
CREATE POLICY enterprise_changes ON prejudgements FOR UPDATE TO onemap_enterprise USING (enterprise_id = scope_enterprise());
--> statement-breakpoint
CREATE POLICY enterprise_removes ON prejudgements FOR DELETE TO onemap_enterprise USING (enterprise_id = scope_enterprise());
--> statement-breakpoint
CREATE POLICY wide_reads ON prejudgement_risk_points FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE POLICY wide_adds ON prejudgement_risk_points FOR INSERT TO onemap_wide WITH CHECK (office_id = scope_office());
--> statement-breakpoint
CREATE POLICY wide_removes ON prejudgement_risk_points FOR DELETE TO onemap_wide USING (office_id = scope_office());
--> statement-breakpoint
CREATE POLICY grid_reads ON prejudgement_risk_points FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()));
--> statement-breakpoint
CREATE POLICY enterprise_reads ON prejudgement_risk_points FOR SELECT TO onemap_enterprise USING (enterprise_id = scope_enterprise());
--> statement-breakpoint
CREATE POLICY enterprise_adds ON prejudgement_risk_points FOR INSERT TO onemap_enterprise WITH CHECK (enterprise_id = scope_enterprise());
--> statement-breakpoint
CREATE POLICY enterprise_removes ON prejudgement_risk_points FOR DELETE TO onemap_enterprise USING (enterprise_id = scope_enterprise());
--> statement-breakpoint
CREATE POLICY wide_reads ON accident_cases FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE POLICY wide_adds ON accident_cases FOR INSERT TO onemap_wide WITH CHECK (office_id = scope_office());
--> statement-breakpoint
CREATE POLICY wide_changes ON accident_cases FOR UPDATE TO onemap_wide USING (office_id = scope_office());
--> statement-breakpoint
CREATE POLICY wide_removes ON accident_cases FOR DELETE TO onemap_wide USING (office_id = scope_office());
--> statement-breakpoint
CREATE POLICY grid_reads ON accident_cases FOR SELECT TO onemap_grid USING (true);
--> statement-breakpoint
CREATE POLICY enterprise_reads ON accident_cases FOR SELECT TO onemap_enterprise USING (true);
--> statement-breakpoint
-- What has no enterprise is the writing office's.
CREATE FUNCTION take_office_of_writer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.office_id := scope_office();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER scope_of_enterprise BEFORE INSERT ON prejudgements
  FOR EACH ROW WHEN (NEW.enterprise_id IS NOT NULL AND (NEW.grid_id IS NULL OR NEW.office_id IS NULL)) EXECUTE FUNCTION take_scope_of_enterprise();
--> statement-breakpoint
CREATE TRIGGER office_of_writer BEFORE INSERT ON prejudgements
  FOR EACH ROW WHEN (NEW.enterprise_id IS NULL AND NEW.office_id IS NULL) EXECUTE FUNCTION take_office_of_writer();
--> statement-breakpoint
CREATE TRIGGER scope_of_enterprise BEFORE INSERT ON prejudgement_risk_points
  FOR EACH ROW WHEN (NEW.grid_id IS NULL OR NEW.office_id IS NULL) EXECUTE FUNCTION take_scope_of_enterprise();
--> statement-breakpoint
CREATE TRIGGER office_of_writer BEFORE INSERT ON accident_cases
  FOR EACH ROW WHEN (NEW.office_id IS NULL) EXECUTE FUNCTION take_office_of_writer();
--> statement-breakpoint
-- Nobody's points hang on another enterprise's prejudgement; a foreign key cannot say "or nobody's".
CREATE FUNCTION refuse_strange_prejudgement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM prejudgements WHERE id = NEW.prejudgement_id AND enterprise_id <> NEW.enterprise_id) THEN
    RAISE EXCEPTION 'the prejudgement is another enterprise''s' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER own_prejudgement BEFORE INSERT ON prejudgement_risk_points
  FOR EACH ROW EXECUTE FUNCTION refuse_strange_prejudgement();
