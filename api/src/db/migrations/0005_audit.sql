-- Every write is recorded by the database itself: who, when, from where, each field before and after.
-- A write puts a row into audit_intake; at commit the transaction's rows move to the end of audit_log, each
-- hashed together with the hash before it. Only then do writers wait for one another, on the one row of
-- audit_head, which is the last lock a transaction takes: no two of them can wait in a circle.
-- What the database derives is not an act: levels are recorded only when a person's own statement changes them,
-- the grid, town and office of what an enterprise owns only by the enterprise's own entry. Layer versions,
-- one-time values of a sign-in in progress, counters and times of last change never are.

INSERT INTO audit_head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'));
--> statement-breakpoint
-- A bulk load is trusted to the owner's tools alone: an audience cannot silence its own record.
CREATE FUNCTION audit_is_load() RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT current_setting('app.bulk', true) IS NOT DISTINCT FROM 'true' AND current_setting('role') NOT LIKE 'onemap\_%' $$;
--> statement-breakpoint
CREATE FUNCTION audit_is_sensitive(field text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT field ~ '(^|_)(password|passwords|token|tokens|secret|secrets|codes|mobile|mobiles|id_number|sealed)(_|$)'
    AND field NOT IN ('must_change_password', 'mobile_masked') AND field NOT LIKE '%\_expires\_at'
$$;
--> statement-breakpoint
-- A value as the record keeps it: secrets masked, outlines by their number of points and a digest.
CREATE FUNCTION audit_value(field text, value jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN value IS NULL OR value = 'null' THEN NULL
    WHEN audit_is_sensitive(field) THEN '"•••"'::jsonb
    WHEN jsonb_typeof(value) = 'object' AND value ? 'coordinates' AND value ->> 'type' <> 'Point' THEN jsonb_build_object(
      'type', value -> 'type',
      'points', (length(value ->> 'coordinates') - length(replace(value ->> 'coordinates', '], [', ''))) / 4 + 1,
      'sha256', left(encode(sha256(convert_to(value ->> 'coordinates', 'UTF8')), 'hex'), 16))
    ELSE value
  END
$$;
--> statement-breakpoint
CREATE FUNCTION audit_changes(before_row jsonb, after_row jsonb, unmentioned text[]) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_object_agg(key, jsonb_build_object('from', audit_value(key, o.value), 'to', audit_value(key, n.value))), '{}')
  FROM jsonb_each(coalesce(before_row, '{}')) o
  FULL JOIN jsonb_each(coalesce(after_row, '{}')) n USING (key)
  WHERE coalesce(o.value, 'null') <> coalesce(n.value, 'null')
    AND (before_row IS NULL OR after_row IS NULL OR key <> ALL (unmentioned))
$$;
--> statement-breakpoint
-- Fills in who acts, from the settings that the scope of a request made.
CREATE FUNCTION audit_take(
  did text, about text, key_of jsonb, named text, of_enterprise uuid, what_changed jsonb
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  actor uuid := coalesce(nullif(current_setting('app.actor', true), ''), nullif(current_setting('app.user_id', true), ''))::uuid;
  by_name text := nullif(current_setting('app.actor_name', true), '');
  by_role text := nullif(current_setting('app.actor_role', true), '');
  in_scope boolean := current_setting('role') LIKE 'onemap\_%';
BEGIN
  IF actor IS NOT NULL AND (by_name IS NULL OR by_role IS NULL) THEN
    SELECT coalesce(by_name, u.name), coalesce(by_role, u.role) INTO by_name, by_role FROM users u WHERE u.id = actor;
  END IF;
  INSERT INTO audit_intake (actor_id, actor_name, actor_role, ip, action, object_table, object_key, object_name, enterprise_id, changes)
  VALUES (
    actor,
    coalesce(by_name, CASE WHEN in_scope THEN '未登录' ELSE '系统' END),
    coalesce(by_role, CASE WHEN in_scope THEN 'public' ELSE 'system' END),
    nullif(current_setting('app.request_ip', true), '')::inet,
    did, about, key_of, named, of_enterprise, what_changed
  );
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION audit_take FROM PUBLIC;
--> statement-breakpoint
CREATE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET timezone = 'Asia/Shanghai' AS $$
DECLARE
  before_row jsonb := to_jsonb(OLD);
  after_row jsonb := to_jsonb(NEW);
  stands jsonb := coalesce(after_row, before_row);
  unmentioned text[] := ARRAY['updated_at', 'version', 'failed_sign_ins', 'failed_verification_count'];
  changes jsonb;
BEGIN
  IF pg_trigger_depth() > 1 THEN unmentioned := unmentioned || ARRAY['risk_level', 'level', 'accident_type']; END IF;
  IF TG_ARGV[0] = 'enterprise_id' OR TG_TABLE_NAME = 'prejudgements' THEN unmentioned := unmentioned || ARRAY['grid_id', 'town_code', 'office_id']; END IF;
  changes := audit_changes(before_row, after_row, unmentioned);
  IF TG_OP = 'UPDATE' AND changes = '{}' THEN RETURN NULL; END IF;
  PERFORM audit_take(
    lower(TG_OP),
    TG_TABLE_NAME,
    (SELECT jsonb_object_agg(column_name, stands -> column_name) FROM unnest(TG_ARGV) column_name),
    coalesce(stands ->> 'name', stands ->> 'title', stands ->> 'code', stands ->> 'person', left(coalesce(stands ->> 'description', stands ->> 'content'), 60)),
    (CASE WHEN TG_TABLE_NAME = 'enterprises' THEN stands ->> 'id' ELSE stands ->> 'enterprise_id' END)::uuid,
    changes
  );
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Bulk loads: one entry a table and transaction, saying how many rows.
CREATE FUNCTION audit_load() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  rows integer;
BEGIN
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
  SELECT count(*) INTO rows FROM changed;
  IF rows = 0 THEN RETURN NULL; END IF;
  INSERT INTO audit_intake AS i (loaded_by, actor_name, actor_role, action, object_table, object_key, changes, inserted, updated, deleted)
  VALUES (
    pg_current_xact_id()::text, coalesce(nullif(current_setting('app.actor_name', true), ''), '系统'), 'system',
    'load', TG_TABLE_NAME, '{}', '{}',
    CASE TG_OP WHEN 'INSERT' THEN rows ELSE 0 END, CASE TG_OP WHEN 'UPDATE' THEN rows ELSE 0 END, CASE TG_OP WHEN 'DELETE' THEN rows ELSE 0 END
  )
  ON CONFLICT (loaded_by, object_table) DO UPDATE
  SET inserted = i.inserted + excluded.inserted, updated = i.updated + excluded.updated, deleted = i.deleted + excluded.deleted;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION audit_truncate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM audit_take('truncate', TG_TABLE_NAME, '{}', NULL, NULL, '{}');
  RETURN NULL;
END $$;
--> statement-breakpoint
-- What changes no row, or means more than the row says: a reveal, a sign-in, an export.
CREATE FUNCTION record_audit(
  action text, object_table text, object_key jsonb, enterprise_id uuid, changes jsonb, object_name text DEFAULT NULL
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF action IN ('insert', 'update', 'delete', 'truncate', 'load') THEN
    RAISE EXCEPTION 'only the database records writes' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM audit_take(action, object_table, object_key, object_name, enterprise_id, (
    SELECT coalesce(jsonb_object_agg(key, jsonb_build_object('from', audit_value(key, value -> 'from'), 'to', audit_value(key, value -> 'to'))), '{}')
    FROM jsonb_each(changes)
  ));
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION record_audit FROM PUBLIC;
--> statement-breakpoint
-- What the hash covers. api/src/audit/chain-queries.ts says it again: it does not trust this database's functions.
CREATE FUNCTION audit_canonical(entry audit_log) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT jsonb_build_object(
    'seq', entry.seq,
    'at', to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'actorId', entry.actor_id,
    'actorName', entry.actor_name,
    'actorRole', entry.actor_role,
    'ip', host(entry.ip),
    'action', entry.action,
    'table', entry.object_table,
    'key', entry.object_key,
    'objectName', entry.object_name,
    'enterpriseId', entry.enterprise_id,
    'changes', entry.changes
  )::text
$$;
--> statement-breakpoint
-- Moves a transaction's rows to the end of the chain. Called for each of them; the first call moves all,
-- since of other transactions' rows none are visible. The chain goes on from audit_head, so that a gap
-- made at its end stays a gap.
CREATE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  item audit_intake;
  entry audit_log;
BEGIN
  IF NOT EXISTS (SELECT FROM audit_intake WHERE id = NEW.id) THEN RETURN NULL; END IF;
  SELECT seq, hash INTO STRICT entry.seq, entry.hash FROM audit_head FOR UPDATE;
  entry.seq := greatest(entry.seq, (SELECT max(seq) FROM audit_log));
  FOR item IN SELECT * FROM audit_intake ORDER BY id LOOP
    entry.seq := entry.seq + 1;
    entry.at := item.at;
    entry.actor_id := item.actor_id;
    entry.actor_name := item.actor_name;
    entry.actor_role := item.actor_role;
    entry.ip := item.ip;
    entry.action := item.action;
    entry.object_table := item.object_table;
    entry.object_key := item.object_key;
    entry.object_name := item.object_name;
    entry.enterprise_id := item.enterprise_id;
    entry.changes := CASE WHEN item.loaded_by IS NULL THEN item.changes ELSE (
      SELECT jsonb_object_agg(what, jsonb_build_object('from', NULL, 'to', rows))
      FROM (VALUES ('inserted', item.inserted), ('updated', item.updated), ('deleted', item.deleted)) counts (what, rows)
      WHERE rows > 0
    ) END;
    entry.prev_hash := entry.hash;
    entry.hash := sha256(entry.prev_hash || convert_to(audit_canonical(entry), 'UTF8'));
    INSERT INTO audit_log SELECT entry.*;
  END LOOP;
  DELETE FROM audit_intake;
  UPDATE audit_head SET seq = entry.seq, hash = entry.hash;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER audit_seal AFTER INSERT ON audit_intake
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_seal();
--> statement-breakpoint
-- The owner has no right to lose by REVOKE, so that what binds everybody is a trigger, on in every replication mode.
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = ANY (TG_ARGV) AND pg_trigger_depth() > 1 THEN RETURN NULL; END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_refuse BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse('INSERT');
--> statement-breakpoint
ALTER TABLE audit_log ENABLE ALWAYS TRIGGER audit_refuse;
--> statement-breakpoint
CREATE TRIGGER audit_refuse BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse('UPDATE');
--> statement-breakpoint
ALTER TABLE audit_head ENABLE ALWAYS TRIGGER audit_refuse;
--> statement-breakpoint
ALTER TABLE audit_intake ENABLE ALWAYS TRIGGER audit_seal;
--> statement-breakpoint
-- Puts a table under the record, once. Migrations that make tables call it for each.
CREATE FUNCTION audit_attach(target regclass) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  key_columns text;
BEGIN
  IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = target AND tgname = 'audit_row') THEN RETURN; END IF;
  SELECT string_agg(quote_literal(a.attname), ', ' ORDER BY a.attnum) INTO STRICT key_columns
  FROM pg_index i
  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
  WHERE i.indrelid = target AND i.indisprimary;
  EXECUTE format('CREATE TRIGGER audit_row AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW WHEN (NOT audit_is_load()) EXECUTE FUNCTION audit_row(%s)', target, key_columns);
  EXECUTE format('CREATE TRIGGER audit_load_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS changed FOR EACH STATEMENT WHEN (audit_is_load()) EXECUTE FUNCTION audit_load()', target);
  EXECUTE format('CREATE TRIGGER audit_load_update AFTER UPDATE ON %s REFERENCING NEW TABLE AS changed FOR EACH STATEMENT WHEN (audit_is_load()) EXECUTE FUNCTION audit_load()', target);
  EXECUTE format('CREATE TRIGGER audit_load_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS changed FOR EACH STATEMENT WHEN (audit_is_load()) EXECUTE FUNCTION audit_load()', target);
  EXECUTE format('CREATE TRIGGER audit_truncate AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION audit_truncate()', target);
END $$;
--> statement-breakpoint
SELECT audit_attach(c.oid::regclass)
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
  AND c.relname NOT IN ('audit_log', 'audit_head', 'audit_intake', 'layer_versions', 'verifications', 'changes', 'changes_head', 'changes_intake', 'public_records',
    'messages', 'message_reads', 'hazard_reminders', 'neighbour_checks', 'neighbour_sweeps')
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e');
--> statement-breakpoint
ALTER TABLE audit_log ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY auditor_reads ON audit_log FOR SELECT TO onemap_auditor USING (true);
--> statement-breakpoint
GRANT SELECT ON audit_log, audit_head TO onemap_auditor;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION record_audit TO onemap_wide, onemap_grid, onemap_enterprise, onemap_auditor, onemap_admin, onemap_identity;
