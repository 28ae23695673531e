-- Every change of what people look at is announced, in the order of commit. A write notes what it touched in
-- changes_intake; at commit the transaction's notes get numbers from the one row of changes_head. Its lock is held
-- until the transaction has ended and is visible: whoever reads number n has everything before n, and whoever was
-- away reads on from there. Rows that follow others (levels, cascades) announce themselves by the same triggers.
-- The first number is the time, so that a database made anew never repeats the numbers a browser remembers.

INSERT INTO changes_head (seq) VALUES ((extract(epoch FROM clock_timestamp()) * 1000)::bigint);
--> statement-breakpoint
GRANT SELECT ON changes, changes_head TO onemap_wide;
--> statement-breakpoint
-- A statement that touches more rows than this, and every bulk load, is announced as one change of the whole topic.
CREATE FUNCTION changes_most() RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT 500 $$;
--> statement-breakpoint
-- Notes what a statement touched. The arguments are the topic, whether the row is the thing itself, and the
-- expressions that give its enterprise, id, number, grid and office; changes_attach works them out.
CREATE FUNCTION changes_note() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  itself CONSTANT boolean := TG_ARGV[1]::boolean;
  about CONSTANT text := concat_ws(', ', TG_ARGV[2], TG_ARGV[3], TG_ARGV[4], TG_ARGV[5], TG_ARGV[6]);
  came CONSTANT text := format('SELECT DISTINCT 2 AS step, %L AS action, %s FROM after_rows', CASE WHEN TG_OP = 'INSERT' AND itself THEN 'insert' ELSE 'update' END, about);
  went CONSTANT text := format('SELECT DISTINCT 1 AS step, %L AS action, %s FROM before_rows', CASE WHEN itself THEN 'delete' ELSE 'update' END, about);
  touched text;
  many boolean := TG_OP = 'TRUNCATE' OR audit_is_load();
BEGIN
  IF TG_OP = 'INSERT' THEN touched := came;
  ELSIF TG_OP = 'DELETE' THEN touched := went;
  ELSIF TG_OP = 'UPDATE' THEN
    -- A row that moved to another grid has gone for those who watch the one before.
    touched := format('%s UNION ALL (SELECT 1, %L, %s FROM before_rows EXCEPT SELECT 1, %L, %s FROM after_rows)', came,
      CASE WHEN itself THEN 'delete' ELSE 'update' END, about, CASE WHEN itself THEN 'delete' ELSE 'update' END, about);
  END IF;
  IF NOT many THEN
    EXECUTE format('SELECT count(*) > changes_most() FROM (SELECT FROM %I LIMIT changes_most() + 1) first_rows', CASE TG_OP WHEN 'DELETE' THEN 'before_rows' ELSE 'after_rows' END) INTO many;
  ELSIF TG_OP <> 'TRUNCATE' THEN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', CASE TG_OP WHEN 'DELETE' THEN 'before_rows' ELSE 'after_rows' END) INTO many;
    IF NOT many THEN RETURN NULL; END IF;
  END IF;
  IF many THEN
    INSERT INTO changes_intake (opens, topic, action) VALUES (true, TG_ARGV[0], 'reset');
  ELSE
    EXECUTE format(
      'INSERT INTO changes_intake (opens, topic, action, enterprise_id, object_id, object_no, grid_id, office_id)
       SELECT row_number() OVER (ORDER BY t.step) = 1, %L, t.action, t.enterprise_id, t.object_id, t.object_no, t.grid_id, t.office_id
       FROM (%s) t (step, action, enterprise_id, object_id, object_no, grid_id, office_id) ORDER BY t.step', TG_ARGV[0], touched);
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Numbers a transaction's notes; the first call does it for all. audit_head is locked first: at commit every
-- transaction takes the two in this order, whatever it wrote in between.
CREATE FUNCTION changes_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before_seq bigint;
  after_seq bigint;
BEGIN
  IF NOT EXISTS (SELECT FROM changes_intake WHERE id = NEW.id) THEN RETURN NULL; END IF;
  PERFORM FROM audit_head FOR UPDATE;
  SELECT seq INTO STRICT before_seq FROM changes_head FOR UPDATE;
  WITH crowded AS (
    SELECT topic FROM changes_intake GROUP BY topic HAVING bool_or(action = 'reset') OR count(*) > changes_most()
  ),
  noted AS (
    SELECT max(id) AS id, topic, (array_agg(action ORDER BY id DESC))[1] AS last_action, bool_or(action = 'insert') AS is_new,
      enterprise_id, object_id, object_no, grid_id, office_id
    FROM changes_intake
    WHERE topic NOT IN (SELECT topic FROM crowded)
    GROUP BY topic, enterprise_id, object_id, object_no, grid_id, office_id
    UNION ALL
    SELECT 0, topic, 'reset', false, NULL, NULL, NULL, NULL, NULL FROM crowded
  )
  INSERT INTO changes (seq, at, topic, action, enterprise_id, object_id, object_no, grid_id, office_id)
  SELECT before_seq + row_number() OVER (ORDER BY id, topic), clock_timestamp(), topic,
    CASE WHEN last_action = 'update' AND is_new THEN 'insert' ELSE last_action END,
    enterprise_id, object_id, object_no, grid_id, office_id
  FROM noted;
  DELETE FROM changes_intake;
  SELECT max(seq) INTO after_seq FROM changes;
  UPDATE changes_head SET seq = after_seq;
  -- Now and then the oldest go: seven days are kept, and no more than 200,000.
  IF before_seq / 500 < after_seq / 500 THEN
    DELETE FROM changes WHERE seq <= after_seq - 200000 OR at < clock_timestamp() - interval '7 days';
  END IF;
  PERFORM pg_notify('onemap_changes', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER changes_seal AFTER INSERT ON changes_intake
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.opens) EXECUTE FUNCTION changes_seal();
--> statement-breakpoint
-- Announces what happens to the rows of a table. Migrations that make tables call it for each that people look at.
-- object names the column with the id of the thing the row belongs to: 'id' for the thing itself, such as
-- 'hazard_id' for a part of it, NULL where there is no such column. What the table has of enterprise_id, grid_id
-- and office_id decides who hears of it.
CREATE FUNCTION changes_attach(target regclass, topic text, object text DEFAULT 'id') RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  has CONSTANT text[] := array(SELECT attname::text FROM pg_attribute WHERE attrelid = target AND attnum > 0 AND NOT attisdropped);
  itself CONSTANT boolean := object IS NOT DISTINCT FROM 'id';
  arguments CONSTANT text := concat_ws(', ', quote_literal(topic), quote_literal(itself),
    CASE WHEN target = 'enterprises'::regclass THEN quote_literal('id') WHEN 'enterprise_id' = ANY (has) THEN quote_literal('enterprise_id') ELSE quote_literal('NULL::uuid') END,
    quote_literal(coalesce(quote_ident(object), 'NULL::uuid')),
    CASE WHEN itself AND 'no' = ANY (has) THEN quote_literal('no::integer') ELSE quote_literal('NULL::integer') END,
    CASE WHEN 'grid_id' = ANY (has) THEN quote_literal('grid_id') ELSE quote_literal('NULL::uuid') END,
    CASE WHEN 'office_id' = ANY (has) THEN quote_literal('office_id') ELSE quote_literal('NULL::uuid') END);
BEGIN
  EXECUTE format('CREATE TRIGGER changes_insert AFTER INSERT ON %s REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION changes_note(%s)', target, arguments);
  EXECUTE format('CREATE TRIGGER changes_update AFTER UPDATE ON %s REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION changes_note(%s)', target, arguments);
  EXECUTE format('CREATE TRIGGER changes_delete AFTER DELETE ON %s REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION changes_note(%s)', target, arguments);
  EXECUTE format('CREATE TRIGGER changes_truncate AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION changes_note(%s)', target, arguments);
END $$;
--> statement-breakpoint
SELECT changes_attach(part::regclass, topic, object) FROM (VALUES
  ('enterprises', 'enterprises', 'id'),
  ('risk_points', 'risk-points', 'id'),
  ('hazard_sources', 'risk-points', 'risk_point_id'),
  ('responsibilities', 'risk-points', 'risk_point_id'),
  ('assessments', 'risk-points', NULL),
  ('control_measures', 'risk-points', NULL),
  ('hazards', 'hazards', 'id'),
  ('hazard_events', 'hazards', 'hazard_id'),
  ('hazard_event_evidence', 'hazards', 'hazard_id'),
  ('messages', 'messages', 'id'),
  ('prejudgements', 'prejudgements', 'id')
) t (part, topic, object);
