-- Supervision orders: the bureau's office issues them, the enterprise answers, its grid reads. Saved views are a person's own.

GRANT SELECT ON supervision_orders, supervision_order_events, supervision_order_evidence
  TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (enterprise_id, id, hazard_id, document_no, title, requirement, status, deadline, issued_by, issued_by_name, issued_at, last_seq),
  UPDATE (status, deadline, replied_at, accepted_at, round, last_seq)
  ON supervision_orders TO onemap_wide;
--> statement-breakpoint
-- An enterprise answers. What it is told to do, and until when, it does not write.
GRANT UPDATE (status, replied_at, last_seq) ON supervision_orders TO onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (enterprise_id, order_id, seq, client_id, type, from_status, to_status, actor_id, actor_name, actor_role, occurred_at, text, deadline)
  ON supervision_order_events TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (enterprise_id, order_id, seq, evidence_id) ON supervision_order_evidence TO onemap_wide, onemap_enterprise;
--> statement-breakpoint
DO $$
DECLARE
  owned text;
BEGIN
  FOREACH owned IN ARRAY ARRAY['supervision_orders', 'supervision_order_events', 'supervision_order_evidence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', owned);
    EXECUTE format('CREATE POLICY wide_reads ON %I FOR SELECT TO onemap_wide USING (true)', owned);
    EXECUTE format('CREATE POLICY wide_adds ON %I FOR INSERT TO onemap_wide WITH CHECK (office_id = scope_office())', owned);
    EXECUTE format('CREATE POLICY wide_changes ON %I FOR UPDATE TO onemap_wide USING (office_id = scope_office())', owned);
    EXECUTE format('CREATE POLICY grid_reads ON %I FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()))', owned);
    EXECUTE format('CREATE POLICY enterprise_reads ON %I FOR SELECT TO onemap_enterprise USING (enterprise_id = scope_enterprise())', owned);
    EXECUTE format('CREATE POLICY enterprise_adds ON %I FOR INSERT TO onemap_enterprise WITH CHECK (enterprise_id = scope_enterprise())', owned);
    EXECUTE format('CREATE POLICY enterprise_changes ON %I FOR UPDATE TO onemap_enterprise USING (enterprise_id = scope_enterprise())', owned);
    EXECUTE format('CREATE TRIGGER scope_of_enterprise BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.grid_id IS NULL OR NEW.office_id IS NULL) EXECUTE FUNCTION take_scope_of_enterprise()', owned);
    EXECUTE format('SELECT audit_attach(%L)', owned);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION scope_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;
--> statement-breakpoint
GRANT SELECT, DELETE, INSERT (id, user_id, screen, name, query, columns), UPDATE (name, query, columns) ON saved_views
  TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
ALTER TABLE saved_views ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY wide_own ON saved_views TO onemap_wide USING (user_id = scope_user());
--> statement-breakpoint
CREATE POLICY grid_own ON saved_views TO onemap_grid USING (user_id = scope_user());
--> statement-breakpoint
CREATE POLICY enterprise_own ON saved_views TO onemap_enterprise USING (user_id = scope_user());
--> statement-breakpoint
SELECT audit_attach('saved_views');
--> statement-breakpoint
SELECT changes_attach('supervision_orders', 'orders');
--> statement-breakpoint
SELECT changes_attach('supervision_order_events', 'orders', 'order_id');
