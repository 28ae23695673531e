-- Public disclosure. The bureau prepares and approves; what is published is copied into tables that refer to
-- nothing internal, and nobody changes it afterwards. The public reads those tables and no others.
GRANT SELECT, INSERT ON disclosure_codes TO onemap_wide;
--> statement-breakpoint
GRANT SELECT, INSERT (id, kind, period, status, title, note, prepared_by, prepared_by_name, prepared_at),
  UPDATE (number, status, title, note, prepared_by, prepared_by_name, submitted_at, decided_by, decided_by_name, decided_at, opinion, version)
  ON disclosure_batches TO onemap_wide;
--> statement-breakpoint
GRANT SELECT, DELETE, INSERT (batch_id, enterprise_id, part, overrides, reason), UPDATE (part, overrides, reason, frozen)
  ON disclosure_items TO onemap_wide;
--> statement-breakpoint
GRANT SELECT ON public_batches, public_records, public_removals
  TO onemap_public, onemap_wide, onemap_grid, onemap_enterprise, onemap_admin, onemap_auditor;
--> statement-breakpoint
GRANT INSERT ON public_batches, public_removals TO onemap_wide;
--> statement-breakpoint
GRANT INSERT (batch_number, code, operator, address, activity, kind, level, harms, warning_zh, warning_en, do_this_zh, do_this_en,
    last_visit, office_name, office_phone, town_code, town_name, lon, lat)
  ON public_records TO onemap_wide;
--> statement-breakpoint
GRANT SELECT, UPDATE (status, reply, moderated_by, moderated_by_name, moderated_at, enterprise_id, hazard_id)
  ON public_concerns TO onemap_wide, onemap_grid;
--> statement-breakpoint
DO $$
DECLARE
  name text;
  audience text;
  of_an_office CONSTANT text := 'scope_office() IS NOT NULL';
BEGIN
  FOREACH name IN ARRAY ARRAY['disclosure_codes', 'disclosure_batches', 'disclosure_items'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY wide_reads ON %I FOR SELECT TO onemap_wide USING (true)', name);
    EXECUTE format('CREATE POLICY wide_adds ON %I FOR INSERT TO onemap_wide WITH CHECK (%s)', name, of_an_office);
    EXECUTE format('CREATE POLICY wide_changes ON %I FOR UPDATE TO onemap_wide USING (%s)', name, of_an_office);
    EXECUTE format('CREATE POLICY wide_removes ON %I FOR DELETE TO onemap_wide USING (%s)', name, of_an_office);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['public_batches', 'public_records', 'public_removals'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    FOREACH audience IN ARRAY ARRAY['public', 'wide', 'grid', 'enterprise', 'admin', 'auditor'] LOOP
      EXECUTE format('CREATE POLICY %I ON %I FOR SELECT TO %I USING (true)', audience || '_reads', name, 'onemap_' || audience);
    END LOOP;
    EXECUTE format('CREATE POLICY wide_adds ON %I FOR INSERT TO onemap_wide WITH CHECK (%s)', name, of_an_office);
  END LOOP;
  ALTER TABLE public_concerns ENABLE ROW LEVEL SECURITY;
  CREATE POLICY wide_reads ON public_concerns FOR SELECT TO onemap_wide USING (true);
  CREATE POLICY wide_changes ON public_concerns FOR UPDATE TO onemap_wide USING (scope_office() IS NOT NULL);
  CREATE POLICY grid_reads ON public_concerns FOR SELECT TO onemap_grid USING (grid_id = ANY (scope_grids()));
  CREATE POLICY grid_changes ON public_concerns FOR UPDATE TO onemap_grid USING (grid_id = ANY (scope_grids()));
END $$;
--> statement-breakpoint
-- Who prepares is who writes, who decides is who is signed in, and the two are never one: whatever a program says.
CREATE FUNCTION disclosure_by_actor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  actor uuid := nullif(current_setting('app.user_id', true), '')::uuid;
  in_scope boolean := current_setting('role') LIKE 'onemap\_%';
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF in_scope AND NEW.prepared_by IS DISTINCT FROM actor THEN
      RAISE EXCEPTION 'a batch is prepared by who is signed in' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('published', 'discarded') THEN
    RAISE EXCEPTION 'batch % is settled', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF in_scope AND NEW.prepared_by <> OLD.prepared_by AND NEW.prepared_by IS DISTINCT FROM actor THEN
    RAISE EXCEPTION 'a batch is prepared by who is signed in' USING ERRCODE = 'check_violation';
  END IF;
  IF in_scope AND NEW.status IN ('published', 'returned') AND NEW.status <> OLD.status AND NEW.decided_by IS DISTINCT FROM actor THEN
    RAISE EXCEPTION 'a batch is decided by who is signed in' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER disclosure_by_actor BEFORE INSERT OR UPDATE ON disclosure_batches FOR EACH ROW EXECUTE FUNCTION disclosure_by_actor();
--> statement-breakpoint
-- Items change while a batch is being written, by who prepares it, and never once it was submitted.
CREATE FUNCTION disclosure_items_open() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM disclosure_batches
    WHERE id = coalesce(NEW.batch_id, OLD.batch_id) AND status IN ('draft', 'returned')
      AND prepared_by = nullif(current_setting('app.user_id', true), '')::uuid
  ) THEN
    RAISE EXCEPTION 'the batch is not open to this person' USING ERRCODE = 'check_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER disclosure_items_open BEFORE INSERT OR UPDATE OR DELETE ON disclosure_items
  FOR EACH ROW WHEN (current_setting('role') LIKE 'onemap\_%') EXECUTE FUNCTION disclosure_items_open();
--> statement-breakpoint
-- What becomes public is what was approved, word by word: the edition, each record in it and each removal. Since what
-- was approved stands for good, nothing is put into an edition afterwards either.
CREATE FUNCTION public_batch_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM disclosure_batches b
    WHERE (b.number, b.kind, b.period, b.title, b.note, b.decided_at) = (NEW.number, NEW.kind, NEW.period, NEW.title, NEW.note, NEW.published_at)
      AND b.status = 'published' AND b.decided_by IS NOT NULL
      AND NEW.records = (SELECT count(*) FROM disclosure_items i WHERE i.batch_id = b.id AND i.part = 'include')
  ) THEN
    RAISE EXCEPTION 'batch % is not approved', NEW.number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER public_batch_approved BEFORE INSERT ON public_batches FOR EACH ROW EXECUTE FUNCTION public_batch_approved();
--> statement-breakpoint
CREATE FUNCTION public_record_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM disclosure_codes c
    JOIN disclosure_items i ON i.enterprise_id = c.enterprise_id
    JOIN disclosure_batches b ON b.id = i.batch_id
    WHERE c.code = NEW.code AND b.number = NEW.batch_number AND i.part = 'include' AND i.frozen = jsonb_build_object(
      'code', NEW.code, 'operator', NEW.operator, 'address', NEW.address, 'activity', NEW.activity, 'kind', NEW.kind, 'level', NEW.level,
      'harms', NEW.harms, 'warningZh', NEW.warning_zh, 'warningEn', NEW.warning_en, 'doThisZh', NEW.do_this_zh, 'doThisEn', NEW.do_this_en,
      'lastVisit', NEW.last_visit, 'officeName', NEW.office_name, 'officePhone', NEW.office_phone,
      'townCode', NEW.town_code, 'townName', NEW.town_name, 'lon', NEW.lon, 'lat', NEW.lat)
  ) THEN
    RAISE EXCEPTION 'record % of batch % is not what was approved', NEW.code, NEW.batch_number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER public_record_approved BEFORE INSERT ON public_records FOR EACH ROW EXECUTE FUNCTION public_record_approved();
--> statement-breakpoint
CREATE FUNCTION public_removal_approved() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM disclosure_codes c
    JOIN disclosure_items i ON i.enterprise_id = c.enterprise_id
    JOIN disclosure_batches b ON b.id = i.batch_id
    WHERE c.code = NEW.code AND b.number = NEW.batch_number AND i.reason = NEW.reason
      AND i.part = CASE NEW.kind WHEN 'retracted' THEN 'retract' ELSE 'remove' END
  ) THEN
    RAISE EXCEPTION 'the removal of % with batch % is not approved', NEW.code, NEW.batch_number USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER public_removal_approved BEFORE INSERT ON public_removals FOR EACH ROW EXECUTE FUNCTION public_removal_approved();
--> statement-breakpoint
-- What was published in error is blanked in every earlier edition, once the retraction itself is published.
CREATE FUNCTION retract_published() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE public_records
  SET stands = false, operator = '', address = '', activity = '', harms = '[]', warning_zh = '', warning_en = '', do_this_zh = '', do_this_en = '', last_visit = NULL
  WHERE code = NEW.code;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER retract_published AFTER INSERT ON public_removals FOR EACH ROW WHEN (NEW.kind = 'retracted') EXECUTE FUNCTION retract_published();
--> statement-breakpoint
-- The public hands a concern in and follows it by its receipt; it reads nobody else's.
CREATE FUNCTION file_concern(
  new_id uuid, new_receipt text, new_text text, new_place text, lon double precision, lat double precision,
  about text, photo_sha256 text, photo_mime text, at timestamptz
) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  place geometry := CASE WHEN lon IS NULL OR lat IS NULL THEN NULL ELSE ST_SetSRID(ST_MakePoint(lon, lat), 4326) END;
BEGIN
  -- One form is one concern, however often it is sent.
  INSERT INTO public_concerns (id, receipt, text, place_text, geom, grid_id, about_code, photo_sha256, photo_mime, received_at)
  VALUES (new_id, new_receipt, new_text, new_place, place,
    -- Who names a published site but no place has told the grid all the same.
    coalesce(
      (SELECT g.id FROM grids g WHERE ST_Covers(g.geom, place) ORDER BY g.id LIMIT 1),
      (SELECT e.grid_id FROM disclosure_codes c JOIN enterprises e ON e.id = c.enterprise_id WHERE c.code = about)
    ), about, photo_sha256, photo_mime, at)
  ON CONFLICT (id) DO NOTHING;
  RETURN (SELECT receipt FROM public_concerns WHERE id = new_id);
END $$;
--> statement-breakpoint
CREATE FUNCTION concern_by_receipt(asked text) RETURNS TABLE (status text, reply text, received_at timestamptz, moderated_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.status, c.reply, c.received_at, c.moderated_at FROM public_concerns c WHERE c.receipt = asked
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION file_concern, concern_by_receipt FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION file_concern, concern_by_receipt TO onemap_public, onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
-- Photographs of concerns lie where evidence lies, and are used as long as the concern stands.
CREATE OR REPLACE FUNCTION evidence_in_use(digests text[]) RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT sha256 FROM evidence WHERE sha256 = ANY (digests)
  UNION SELECT photo_sha256 FROM public_concerns WHERE photo_sha256 = ANY (digests)
$$;
