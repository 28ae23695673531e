-- Evidence: who may report may add; nobody changes or removes. Unused evidence is swept after a day.
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY wide_reads ON evidence FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE POLICY wide_adds ON evidence FOR INSERT TO onemap_wide WITH CHECK (office_id = scope_office());
--> statement-breakpoint
CREATE POLICY grid_reads ON evidence FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()));
--> statement-breakpoint
CREATE POLICY grid_adds ON evidence FOR INSERT TO onemap_grid WITH CHECK (grid_id = ANY (scope_grids()));
--> statement-breakpoint
CREATE POLICY enterprise_reads ON evidence FOR SELECT TO onemap_enterprise USING (enterprise_id = scope_enterprise());
--> statement-breakpoint
CREATE POLICY enterprise_adds ON evidence FOR INSERT TO onemap_enterprise WITH CHECK (enterprise_id = scope_enterprise());
--> statement-breakpoint
GRANT SELECT ON evidence TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
GRANT INSERT (enterprise_id, id, sha256, source_sha256, mime, kind, bytes, width, height, name, geom, taken_at, uploaded_by, uploaded_by_name, uploaded_at)
  ON evidence TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
CREATE TRIGGER scope_of_enterprise BEFORE INSERT ON evidence FOR EACH ROW
  WHEN (NEW.grid_id IS NULL OR NEW.office_id IS NULL) EXECUTE FUNCTION take_scope_of_enterprise();
--> statement-breakpoint
-- Removes what was uploaded before a moment and that no table refers to. Which tables those are is asked of the
-- foreign keys, so that whoever links evidence needs to tell nobody.
CREATE FUNCTION sweep_evidence(uploaded_before timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  used text;
  removed integer;
BEGIN
  IF uploaded_before > now() - interval '1 hour' THEN
    RAISE EXCEPTION 'evidence of the last hour may be about to be used' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM set_config('app.actor_name', '系统', true), set_config('app.actor_role', 'system', true);
  SELECT string_agg(format(
      ' AND NOT EXISTS (SELECT FROM %s r WHERE (%s) = (e.enterprise_id, e.id))', f.conrelid::regclass,
      (SELECT string_agg(format('r.%I', a.attname), ', ' ORDER BY array_position(f.conkey, a.attnum))
       FROM pg_attribute a WHERE a.attrelid = f.conrelid AND a.attnum = ANY (f.conkey))), '')
  INTO used
  FROM pg_constraint f
  WHERE f.contype = 'f' AND f.confrelid = 'evidence'::regclass;
  EXECUTE 'DELETE FROM evidence e WHERE e.uploaded_at < $1' || coalesce(used, '') USING uploaded_before;
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;
--> statement-breakpoint
-- Which of these stored files a row names.
CREATE FUNCTION evidence_in_use(digests text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
  $$ SELECT DISTINCT sha256 FROM evidence WHERE sha256 = ANY (digests) $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION sweep_evidence, evidence_in_use FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION sweep_evidence, evidence_in_use TO onemap_admin;
