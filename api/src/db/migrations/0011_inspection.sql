-- Inspection: the enterprise keeps its checklists and plans and works through its tasks; its grid and the bureau
-- read. Tasks fall due on their own: who makes them writes as the enterprise or as its office, and writes nothing else.

ALTER TABLE check_items ADD CONSTRAINT check_items_at_risk_point
  FOREIGN KEY (enterprise_id, risk_point_id) REFERENCES risk_points (enterprise_id, id) ON DELETE SET NULL (risk_point_id);
--> statement-breakpoint
ALTER TABLE check_items ADD CONSTRAINT check_items_of_measure
  FOREIGN KEY (enterprise_id, measure_id) REFERENCES control_measures (enterprise_id, id) ON DELETE SET NULL (measure_id);
--> statement-breakpoint
GRANT SELECT ON inspection_standards, check_items, inspection_plans, inspection_tasks, inspection_findings, inspection_finding_evidence
  TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (enterprise_id, id, name, kind, note),
  UPDATE (name, kind, note, archived, version, updated_at)
  ON inspection_standards TO onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (enterprise_id, id, standard_id, seq, subject, subject_name, risk_point_id, measure_id, content, requirement, basis, suggested_grade),
  UPDATE (seq, retired_at)
  ON check_items TO onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (enterprise_id, id, standard_id, name, kind, frequency, from_on, to_on, active_since, department, assignee, assignee_id),
  UPDATE (standard_id, name, kind, frequency, from_on, to_on, active_since, department, assignee, assignee_id, paused, version, updated_at)
  ON inspection_plans TO onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (enterprise_id, plan_id, standard_id, name, kind, department, assignee, assignee_id, opens_on, due_on, closes_on)
  ON inspection_tasks TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
GRANT UPDATE (started_at, completed_at, completed_by, completed_by_name, summary, assignee, assignee_id)
  ON inspection_tasks TO onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (enterprise_id, task_id, check_item_id, result, note, hazard_id, recorded_by, recorded_by_name, found_at),
  UPDATE (result, note, hazard_id, revision, recorded_by, recorded_by_name, found_at)
  ON inspection_findings TO onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (enterprise_id, task_id, check_item_id, evidence_id), DELETE
  ON inspection_finding_evidence TO onemap_enterprise;
--> statement-breakpoint
DO $$
DECLARE
  name text;
  own CONSTANT text := 'enterprise_id = scope_enterprise()';
BEGIN
  FOREACH name IN ARRAY ARRAY['inspection_standards', 'check_items', 'inspection_plans', 'inspection_tasks', 'inspection_findings', 'inspection_finding_evidence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY wide_reads ON %I FOR SELECT TO onemap_wide USING (true)', name);
    EXECUTE format('CREATE POLICY grid_reads ON %I FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()))', name);
    EXECUTE format('CREATE POLICY enterprise_reads ON %I FOR SELECT TO onemap_enterprise USING (%s)', name, own);
    EXECUTE format('CREATE POLICY enterprise_adds ON %I FOR INSERT TO onemap_enterprise WITH CHECK (%s)', name, own);
    EXECUTE format('CREATE POLICY enterprise_changes ON %I FOR UPDATE TO onemap_enterprise USING (%s)', name, own);
    EXECUTE format('CREATE POLICY enterprise_removes ON %I FOR DELETE TO onemap_enterprise USING (%s)', name, own);
    EXECUTE format('CREATE TRIGGER scope_of_enterprise BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.grid_id IS NULL OR NEW.office_id IS NULL) EXECUTE FUNCTION take_scope_of_enterprise()', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY wide_adds ON inspection_tasks FOR INSERT TO onemap_wide WITH CHECK (office_id = scope_office());
--> statement-breakpoint
SELECT changes_attach(part::regclass, topic, object) FROM (VALUES
  ('inspection_standards', 'inspections', 'id'),
  ('inspection_plans', 'inspections', 'id'),
  ('inspection_tasks', 'tasks', 'id'),
  ('inspection_findings', 'tasks', 'task_id')
) t (part, topic, object);
