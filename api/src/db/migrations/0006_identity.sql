-- People and their appointments. Signing in runs as onemap_identity and touches nothing of the trade;
-- managing people runs as onemap_admin, which never reads a password's hash, a session's token or a TOTP secret.

GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, accounts, verifications, two_factors TO onemap_identity;
--> statement-breakpoint
GRANT SELECT, UPDATE ON users TO onemap_identity;
--> statement-breakpoint
GRANT SELECT ON appointments, offices, grids TO onemap_identity;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON users, appointments TO onemap_admin;
--> statement-breakpoint
GRANT SELECT (id, user_id, expires_at, ip_address, user_agent, created_at, updated_at), DELETE ON sessions TO onemap_admin;
--> statement-breakpoint
GRANT SELECT (id, user_id, account_id, provider_id), INSERT, UPDATE (password, updated_at) ON accounts TO onemap_admin;
--> statement-breakpoint
GRANT SELECT (id, user_id), DELETE ON two_factors TO onemap_admin;
--> statement-breakpoint
-- The real names of those who look after a grid are for everybody who works with the district; nothing else of them is.
CREATE VIEW grid_people AS
  SELECT a.id, a.grid_id, u.name, a.position, a.valid_from, a.valid_to, a.ended_at
  FROM appointments a
  JOIN users u ON u.id = a.user_id
  WHERE a.role = 'grid';
--> statement-breakpoint
GRANT SELECT ON grid_people TO onemap_wide, onemap_grid, onemap_enterprise, onemap_admin;
--> statement-breakpoint
-- Whoever manages people sees no row of any enterprise, only by what name and credit code to appoint to it.
CREATE FUNCTION enterprise_names(ids uuid[]) RETURNS TABLE (id uuid, name text, credit_code text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$ SELECT e.id, e.name, e.credit_code FROM public.enterprises e WHERE e.id = ANY (ids) $$;
--> statement-breakpoint
CREATE FUNCTION find_enterprise_names(words text, most integer) RETURNS TABLE (id uuid, name text, credit_code text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT e.id, e.name, e.credit_code
    FROM public.enterprises e
    WHERE strpos(e.name || ' ' || e.initials || ' ' || lower(e.credit_code), lower(words)) > 0
    ORDER BY e.initials COLLATE "C", e.id
    LIMIT least(most, 50)
  $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION enterprise_names, find_enterprise_names FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION enterprise_names, find_enterprise_names TO onemap_admin;
