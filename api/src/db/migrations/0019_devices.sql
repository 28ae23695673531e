-- What telephones bring along: times of a wrong clock are corrected and kept as told, a position that is too vague is
-- flagged, and a file may wait two weeks for its report.

ALTER TABLE patrol_visits
  ADD COLUMN told_started_at timestamp with time zone,
  ADD COLUMN told_finished_at timestamp with time zone,
  ADD COLUMN clock_drift bigint,
  ADD CONSTRAINT patrol_visits_told_times CHECK ((told_started_at IS NULL) = (told_finished_at IS NULL)),
  DROP CONSTRAINT patrol_visits_flags_known,
  ADD CONSTRAINT patrol_visits_flags_known
    CHECK (flags <@ ARRAY['too-fast', 'too-far', 'too-late', 'position-vague', 'clock-wrong']);
--> statement-breakpoint
GRANT INSERT (told_started_at, told_finished_at, clock_drift) ON patrol_visits TO onemap_grid;
--> statement-breakpoint
DROP FUNCTION sweep_evidence(timestamptz);
--> statement-breakpoint
-- Removes the rows of files that were uploaded before then and that nothing names, and says which they were. A foreign
-- key to `evidence` is what names a file, so that a table added later counts by itself.
CREATE FUNCTION sweep_evidence(uploaded_before timestamptz)
  RETURNS TABLE (id uuid, enterprise_id uuid, name text, uploaded_by_name text, uploaded_at timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  used text;
BEGIN
  IF uploaded_before > now() - interval '14 days' THEN
    RAISE EXCEPTION 'evidence of the last fourteen days may be about to be used' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  PERFORM set_config('app.actor_name', '系统', true), set_config('app.actor_role', 'system', true);
  SELECT string_agg(format(
      ' AND NOT EXISTS (SELECT FROM %s r WHERE (%s) = (e.enterprise_id, e.id))', f.conrelid::regclass,
      (SELECT string_agg(format('r.%I', a.attname), ', ' ORDER BY array_position(f.conkey, a.attnum))
       FROM pg_attribute a WHERE a.attrelid = f.conrelid AND a.attnum = ANY (f.conkey))), '')
  INTO used
  FROM pg_constraint f
  WHERE f.contype = 'f' AND f.confrelid = 'evidence'::regclass;
  RETURN QUERY EXECUTE 'DELETE FROM evidence e WHERE e.uploaded_at < $1' || coalesce(used, '')
    || ' RETURNING e.id, e.enterprise_id, e.name, e.uploaded_by_name, e.uploaded_at' USING uploaded_before;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION sweep_evidence FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION sweep_evidence TO onemap_admin;
