-- The closed loop at work: what its steps write besides 0004, the files of a step, reminders and messages.

CREATE OR REPLACE FUNCTION scope_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
--> statement-breakpoint
GRANT INSERT (last_seq, reported_by, reporter_name, suggested_grade, linked_to),
  UPDATE (last_seq, criteria, rectifier_id, rectifier_name, cost, extension_deadline, merged_into, work_stop_by)
  ON hazards TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
GRANT UPDATE (supervision_level) ON hazards TO onemap_wide;
--> statement-breakpoint
GRANT INSERT (actor_id, client_id) ON hazard_events TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
GRANT SELECT, INSERT (enterprise_id, hazard_id, seq, evidence_id, part, position)
  ON hazard_event_evidence TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
GRANT SELECT, INSERT (enterprise_id, id, recipient, user_id, kind, subject, subject_id, params, sent_at)
  ON messages TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
GRANT SELECT ON hazard_reminders TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
-- Reminders are sent office by office, in each office's own scope.
GRANT INSERT (enterprise_id, hazard_id, deadline, step, sent_at) ON hazard_reminders TO onemap_wide;
--> statement-breakpoint
DO $$
DECLARE
  owned text;
  at_office CONSTANT text := 'office_id = scope_office()';
  in_grids CONSTANT text := 'grid_id = ANY (scope_grids())';
  own CONSTANT text := 'enterprise_id = scope_enterprise()';
BEGIN
  FOREACH owned IN ARRAY ARRAY['hazard_event_evidence', 'hazard_reminders', 'messages'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY wide_reads ON %I FOR SELECT TO onemap_wide USING (true)', owned);
    EXECUTE format('CREATE POLICY wide_adds ON %I FOR INSERT TO onemap_wide WITH CHECK (%s)', owned, at_office);
    EXECUTE format('CREATE POLICY grid_reads ON %I FOR SELECT TO onemap_grid USING (%s)', owned, in_grids);
    EXECUTE format('CREATE POLICY grid_adds ON %I FOR INSERT TO onemap_grid WITH CHECK (%s)', owned, in_grids);
    EXECUTE format('CREATE POLICY enterprise_reads ON %I FOR SELECT TO onemap_enterprise USING (%s)', owned, own);
    EXECUTE format('CREATE POLICY enterprise_adds ON %I FOR INSERT TO onemap_enterprise WITH CHECK (%s)', owned, own);
    EXECUTE format('CREATE TRIGGER scope_of_enterprise BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.grid_id IS NULL OR NEW.office_id IS NULL) EXECUTE FUNCTION take_scope_of_enterprise()', owned);
  END LOOP;
END $$;
--> statement-breakpoint
-- What somebody has read is theirs alone.
ALTER TABLE message_reads ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT SELECT, INSERT ON message_reads TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
CREATE POLICY wide_reads ON message_reads FOR SELECT TO onemap_wide USING (user_id = scope_user());
--> statement-breakpoint
CREATE POLICY wide_adds ON message_reads FOR INSERT TO onemap_wide WITH CHECK (user_id = scope_user());
--> statement-breakpoint
CREATE POLICY grid_reads ON message_reads FOR SELECT TO onemap_grid USING (user_id = scope_user());
--> statement-breakpoint
CREATE POLICY grid_adds ON message_reads FOR INSERT TO onemap_grid WITH CHECK (user_id = scope_user());
--> statement-breakpoint
CREATE POLICY enterprise_reads ON message_reads FOR SELECT TO onemap_enterprise USING (user_id = scope_user());
--> statement-breakpoint
CREATE POLICY enterprise_adds ON message_reads FOR INSERT TO onemap_enterprise WITH CHECK (user_id = scope_user());
--> statement-breakpoint
-- Hazards are numbered through the district by year, and within an enterprise, which nobody but the owner sees all of.
-- Whoever reports waits for the report before to be on record, so that two of one moment get two numbers.
CREATE FUNCTION next_hazard_number(of_enterprise uuid, of_year integer) RETURNS TABLE (no integer, code text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  prefix text := format('YH-%s-', of_year);
  last_code text;
BEGIN
  PERFORM pg_advisory_xact_lock(370405, 1);
  SELECT h.code INTO last_code FROM public.hazards h
    WHERE left(h.code, 8) = prefix AND h.code ~ '^YH-\d{4}-\d{1,9}$'
    ORDER BY length(h.code) DESC, h.code DESC LIMIT 1;
  SELECT coalesce(max(h.no), 0) + 1 INTO no FROM public.hazards h WHERE h.enterprise_id = of_enterprise;
  code := prefix || lpad((coalesce(substr(last_code, 9)::integer, 0) + 1)::text, greatest(4, coalesce(length(last_code) - 8, 0)), '0');
  RETURN NEXT;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION next_hazard_number FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION next_hazard_number TO onemap_wide, onemap_grid, onemap_enterprise;
