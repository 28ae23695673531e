-- Official acts name the post of whoever acts, and wait for a leader where the rule in force says so.

-- 职务 as the letter of appointment names it, such as 副局长.
ALTER TABLE appointments ADD COLUMN title text
  CONSTRAINT appointments_title CHECK (length(trim(title)) BETWEEN 1 AND 40);
--> statement-breakpoint
-- Whose request a transaction serves: the role, and the post in words. Settings of the scope, like the rest.
CREATE FUNCTION scope_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.actor_role', true), '') $$;
--> statement-breakpoint
CREATE FUNCTION scope_post() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('app.actor_post', true), '') $$;
--> statement-breakpoint
-- The post stands beside the name wherever an act is kept. No program writes it: it is the column's default, or a
-- trigger's where a row is written by several people one after the other.
DO $$
DECLARE
  act record;
BEGIN
  FOR act IN SELECT * FROM (VALUES
    ('hazard_events', 'actor_post'),
    ('supervision_order_events', 'actor_post'),
    ('prejudgements', 'created_by_post'),
    ('grid_overrides', 'set_by_post')
  ) t (name, post) LOOP
    EXECUTE format('ALTER TABLE %I ADD COLUMN %I text', act.name, act.post);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET DEFAULT scope_post()', act.name, act.post);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE disclosure_batches ADD COLUMN prepared_by_post text, ADD COLUMN decided_by_post text,
  ADD COLUMN outside_reason text;
--> statement-breakpoint
GRANT UPDATE (outside_reason) ON disclosure_batches TO onemap_wide;
--> statement-breakpoint
ALTER TABLE public_concerns ADD COLUMN moderated_by_post text;
--> statement-breakpoint
CREATE FUNCTION disclosure_posts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    NEW.prepared_by_post := scope_post();
    RETURN NEW;
  END IF;
  IF NEW.prepared_by IS DISTINCT FROM OLD.prepared_by THEN NEW.prepared_by_post := scope_post(); END IF;
  IF NEW.decided_at IS DISTINCT FROM OLD.decided_at THEN
    NEW.decided_by_post := CASE WHEN NEW.decided_at IS NULL THEN NULL ELSE scope_post() END;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER disclosure_posts BEFORE INSERT OR UPDATE ON disclosure_batches
  FOR EACH ROW EXECUTE FUNCTION disclosure_posts();
--> statement-breakpoint
CREATE FUNCTION concern_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.moderated_by_post := CASE WHEN NEW.moderated_at IS NULL THEN NULL ELSE scope_post() END;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER concern_post BEFORE UPDATE OF moderated_at ON public_concerns
  FOR EACH ROW EXECUTE FUNCTION concern_post();
--> statement-breakpoint
-- The record of acts keeps the post too, and its hash covers it. Entries from before have none and stay as hashed.
ALTER TABLE audit_intake ADD COLUMN actor_post text;
--> statement-breakpoint
ALTER TABLE audit_intake ALTER COLUMN actor_post SET DEFAULT scope_post();
--> statement-breakpoint
ALTER TABLE audit_log ADD COLUMN actor_post text;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit_canonical(entry audit_log) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT (jsonb_build_object(
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
  ) || CASE WHEN entry.actor_post IS NULL THEN '{}'::jsonb ELSE jsonb_build_object('actorPost', entry.actor_post) END)::text
$$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION audit_seal() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
    entry.actor_post := item.actor_post;
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
-- 批准权限: who takes an act and who has to approve it, in versions. An act that no rule names is taken by
-- whoever the closed loop lets.
CREATE TABLE approval_profiles (
  version integer PRIMARY KEY CONSTRAINT approval_profiles_version CHECK (version > 0),
  valid_from date NOT NULL,
  valid_to date,
  source text NOT NULL,
  CONSTRAINT approval_profiles_period CHECK (valid_to >= valid_from),
  CONSTRAINT approval_profiles_one_a_day EXCLUDE USING gist (daterange(valid_from, valid_to, '[]') WITH &&)
);
--> statement-breakpoint
CREATE TABLE approval_rules (
  version integer NOT NULL REFERENCES approval_profiles,
  act text NOT NULL CONSTRAINT approval_rules_act_known CHECK (act IN ('list-supervision', 'delist-supervision', 'close')),
  grade text NOT NULL CONSTRAINT approval_rules_grade_known CHECK (grade IN ('general', 'major')),
  proposers text[] NOT NULL CONSTRAINT approval_rules_proposers_known
    CHECK (cardinality(proposers) > 0 AND proposers <@ ARRAY['safety-officer', 'principal', 'office', 'office-head']),
  approver text CONSTRAINT approval_rules_approver_known CHECK (approver IN ('bureau-leader')),
  PRIMARY KEY (version, act, grade)
);
--> statement-breakpoint
INSERT INTO approval_profiles (version, valid_from, source)
VALUES (1, '2016-01-01', '重大事故隐患治理挂牌督办惯例：科室负责人提请，局领导批准');
--> statement-breakpoint
INSERT INTO approval_rules (version, act, grade, proposers, approver) VALUES
  (1, 'list-supervision', 'major', '{office-head}', 'bureau-leader'),
  (1, 'delist-supervision', 'major', '{office-head}', 'bureau-leader'),
  (1, 'close', 'major', '{office-head}', 'bureau-leader'),
  (1, 'close', 'general', '{safety-officer,office,office-head}', NULL);
--> statement-breakpoint
GRANT SELECT ON approval_profiles, approval_rules TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
SELECT audit_attach('approval_profiles');
--> statement-breakpoint
SELECT audit_attach('approval_rules');
--> statement-breakpoint
-- 签批: an act that waits for somebody's decision, what it rests on, and what was decided.
CREATE TABLE sign_offs (
  id uuid PRIMARY KEY,
  enterprise_id uuid,
  grid_id uuid,
  office_id uuid NOT NULL REFERENCES offices,
  subject text NOT NULL CONSTRAINT sign_offs_subject_known CHECK (subject IN ('hazard')),
  subject_id uuid NOT NULL,
  act text NOT NULL,
  -- What will be done, as it was sent.
  detail jsonb NOT NULL DEFAULT '{}',
  reason text NOT NULL CONSTRAINT sign_offs_reason CHECK (length(trim(reason)) > 0),
  rule_version integer NOT NULL REFERENCES approval_profiles,
  approver text NOT NULL CONSTRAINT sign_offs_approver_known CHECK (approver IN ('bureau-leader')),
  proposed_by uuid NOT NULL,
  proposed_by_name text NOT NULL,
  proposed_by_post text DEFAULT scope_post(),
  proposed_at timestamptz NOT NULL,
  decision text CONSTRAINT sign_offs_decision_known CHECK (decision IN ('approved', 'refused', 'withdrawn')),
  decided_by uuid,
  decided_by_name text,
  decided_by_post text,
  decided_at timestamptz,
  -- What whoever decided said.
  word text,
  -- The transaction of the decision: what it allows is done in it, or not at all.
  decided_in xid8,
  CONSTRAINT sign_offs_with_enterprise FOREIGN KEY (enterprise_id, grid_id, office_id)
    REFERENCES enterprises (id, grid_id, office_id) ON UPDATE CASCADE ON DELETE CASCADE,
  CONSTRAINT sign_offs_placed CHECK ((enterprise_id IS NULL) = (grid_id IS NULL)),
  CONSTRAINT sign_offs_decided CHECK (
    (decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_by_name IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
  -- Who proposes may take it back, and never decides it.
  CONSTRAINT sign_offs_four_eyes CHECK (decision IS NULL OR (decision = 'withdrawn') = (decided_by = proposed_by)),
  CONSTRAINT sign_offs_refused_why CHECK (decision IS DISTINCT FROM 'refused' OR length(trim(word)) > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX sign_offs_one_pending ON sign_offs (subject, subject_id, act) WHERE decision IS NULL;
--> statement-breakpoint
CREATE INDEX sign_offs_recent_idx ON sign_offs (proposed_at DESC, id);
--> statement-breakpoint
CREATE INDEX sign_offs_subject_idx ON sign_offs (subject_id);
--> statement-breakpoint
CREATE TABLE sign_off_evidence (
  sign_off_id uuid NOT NULL REFERENCES sign_offs ON DELETE CASCADE,
  enterprise_id uuid NOT NULL,
  evidence_id uuid NOT NULL,
  position smallint NOT NULL DEFAULT 0,
  PRIMARY KEY (sign_off_id, evidence_id),
  CONSTRAINT sign_off_evidence_file FOREIGN KEY (enterprise_id, evidence_id) REFERENCES evidence (enterprise_id, id)
);
--> statement-breakpoint
CREATE INDEX sign_off_evidence_file_idx ON sign_off_evidence (enterprise_id, evidence_id);
--> statement-breakpoint
-- Who proposes is who is signed in, a leader decides, whoever proposed may take it back, and what is settled stays so.
CREATE FUNCTION sign_off_by_actor() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.proposed_by IS DISTINCT FROM scope_user() OR NEW.decision IS NOT NULL THEN
      RAISE EXCEPTION 'what is put forward is put forward by who is signed in, and undecided' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.decision IS NOT NULL THEN
    RAISE EXCEPTION 'request % is settled', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  IF NEW.decision IS NULL OR NEW.decided_by IS DISTINCT FROM scope_user()
    OR (NEW.decision <> 'withdrawn' AND scope_role() IS DISTINCT FROM 'leader') THEN
    RAISE EXCEPTION 'request % is decided by a leader who is signed in', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  NEW.decided_by_post := scope_post();
  NEW.decided_in := pg_current_xact_id();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER sign_off_by_actor BEFORE INSERT OR UPDATE ON sign_offs
  FOR EACH ROW WHEN (current_setting('role') LIKE 'onemap\_%') EXECUTE FUNCTION sign_off_by_actor();
--> statement-breakpoint
GRANT SELECT, UPDATE (decision, decided_by, decided_by_name, decided_at, word),
  INSERT (id, enterprise_id, grid_id, office_id, subject, subject_id, act, detail, reason, rule_version, approver, proposed_by, proposed_by_name, proposed_at)
  ON sign_offs TO onemap_wide;
--> statement-breakpoint
GRANT SELECT, INSERT ON sign_off_evidence TO onemap_wide;
--> statement-breakpoint
ALTER TABLE sign_offs ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE sign_off_evidence ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY wide_reads ON sign_offs FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE POLICY wide_proposes ON sign_offs FOR INSERT TO onemap_wide WITH CHECK (office_id = scope_office());
--> statement-breakpoint
CREATE POLICY leader_decides ON sign_offs FOR UPDATE TO onemap_wide USING (scope_role() = 'leader');
--> statement-breakpoint
CREATE POLICY proposer_withdraws ON sign_offs FOR UPDATE TO onemap_wide USING (proposed_by = scope_user());
--> statement-breakpoint
CREATE POLICY wide_reads ON sign_off_evidence FOR SELECT TO onemap_wide USING (true);
--> statement-breakpoint
CREATE FUNCTION proposes_now(about uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM sign_offs s WHERE s.id = about AND s.proposed_by = scope_user() AND s.decision IS NULL)
$$;
--> statement-breakpoint
CREATE POLICY wide_proposes ON sign_off_evidence FOR INSERT TO onemap_wide WITH CHECK (proposes_now(sign_off_id));
--> statement-breakpoint
SELECT audit_attach('sign_offs');
--> statement-breakpoint
SELECT audit_attach('sign_off_evidence');
--> statement-breakpoint
-- Whether this transaction holds a leader's approval of something about this subject, given by who is signed in.
CREATE FUNCTION signed_off_now(about uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM sign_offs s
    WHERE s.subject_id = about AND s.decision = 'approved' AND s.decided_by = scope_user() AND s.decided_in = pg_current_xact_id_if_assigned()
  )
$$;
--> statement-breakpoint
ALTER TABLE hazard_events ADD COLUMN sign_off_id uuid CONSTRAINT hazard_events_sign_off REFERENCES sign_offs;
--> statement-breakpoint
CREATE UNIQUE INDEX hazard_events_sign_off_once ON hazard_events (sign_off_id) WHERE sign_off_id IS NOT NULL;
--> statement-breakpoint
GRANT INSERT (sign_off_id) ON hazard_events TO onemap_wide, onemap_grid, onemap_enterprise;
--> statement-breakpoint
-- A leader writes nothing of his own accord: what he approves is carried out in the transaction of his approval.
CREATE POLICY leader_approves ON hazards FOR UPDATE TO onemap_wide USING (signed_off_now(id));
--> statement-breakpoint
CREATE POLICY leader_approves ON hazard_events FOR INSERT TO onemap_wide WITH CHECK (signed_off_now(hazard_id));
--> statement-breakpoint
CREATE POLICY leader_approves ON hazard_event_evidence FOR INSERT TO onemap_wide WITH CHECK (signed_off_now(hazard_id));
--> statement-breakpoint
CREATE POLICY leader_tells ON messages FOR INSERT TO onemap_wide WITH CHECK (scope_role() = 'leader');
--> statement-breakpoint
-- Whatever a program says: what needs an approval by the rule of the day is on record only with one.
CREATE FUNCTION hazard_event_signed_off() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  needed text;
BEGIN
  SELECT r.approver INTO needed
  FROM hazards h
  JOIN approval_profiles p ON daterange(p.valid_from, p.valid_to, '[]') @> (NEW.occurred_at AT TIME ZONE 'Asia/Shanghai')::date
  JOIN approval_rules r ON r.version = p.version AND r.act = NEW.type AND r.grade = h.grade
  WHERE h.enterprise_id = NEW.enterprise_id AND h.id = NEW.hazard_id;
  IF (needed IS NOT NULL OR scope_role() = 'leader') AND NOT EXISTS (
    SELECT FROM sign_offs s
    WHERE s.id = NEW.sign_off_id AND s.subject = 'hazard' AND s.subject_id = NEW.hazard_id AND s.act = NEW.type
      AND s.decision = 'approved' AND s.decided_by = NEW.actor_id
  ) THEN
    RAISE EXCEPTION '% of hazard % is not approved', NEW.type, NEW.hazard_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER hazard_event_signed_off BEFORE INSERT ON hazard_events
  FOR EACH ROW WHEN ((NEW.type IN ('list-supervision', 'delist-supervision', 'close') OR scope_role() = 'leader') AND current_setting('role') LIKE 'onemap\_%')
  EXECUTE FUNCTION hazard_event_signed_off();
--> statement-breakpoint
ALTER TABLE hazard_events DROP CONSTRAINT hazard_events_role_known;
--> statement-breakpoint
ALTER TABLE hazard_events ADD CONSTRAINT hazard_events_role_known
  CHECK (actor_role IN ('reporter', 'safety-officer', 'rectifier', 'principal', 'grid-member', 'office', 'office-head', 'bureau-leader'));
--> statement-breakpoint
-- What waits for somebody of the bureau may be of no enterprise: an edition of the roster, what the public reports.
ALTER TABLE message_reads DROP CONSTRAINT message_reads_of_message;
--> statement-breakpoint
ALTER TABLE messages DROP CONSTRAINT messages_enterprise_id_id_pk, DROP CONSTRAINT messages_id_key, ADD PRIMARY KEY (id);
--> statement-breakpoint
ALTER TABLE message_reads ADD CONSTRAINT message_reads_of_message FOREIGN KEY (message_id) REFERENCES messages ON DELETE CASCADE;
--> statement-breakpoint
ALTER TABLE messages ALTER COLUMN enterprise_id DROP NOT NULL, ALTER COLUMN grid_id DROP NOT NULL, ALTER COLUMN office_id DROP NOT NULL,
  ADD CONSTRAINT messages_placed CHECK (enterprise_id IS NULL OR (grid_id IS NOT NULL AND office_id IS NOT NULL));
--> statement-breakpoint
CREATE INDEX messages_enterprise_idx ON messages (enterprise_id, sent_at DESC);
--> statement-breakpoint
DROP TRIGGER scope_of_enterprise ON messages;
--> statement-breakpoint
CREATE TRIGGER scope_of_enterprise BEFORE INSERT ON messages FOR EACH ROW
  WHEN (NEW.enterprise_id IS NOT NULL AND (NEW.grid_id IS NULL OR NEW.office_id IS NULL)) EXECUTE FUNCTION take_scope_of_enterprise();
--> statement-breakpoint
CREATE POLICY wide_adds_shared ON messages FOR INSERT TO onemap_wide WITH CHECK (enterprise_id IS NULL);
--> statement-breakpoint
-- What is for one person, that person reads, of whatever enterprise or none.
CREATE POLICY grid_reads_own ON messages FOR SELECT TO onemap_grid USING (user_id = scope_user());
--> statement-breakpoint
CREATE POLICY enterprise_reads_own ON messages FOR SELECT TO onemap_enterprise USING (user_id = scope_user());
--> statement-breakpoint
ALTER TABLE messages DROP CONSTRAINT messages_kind_known, DROP CONSTRAINT messages_subject_known,
  ADD CONSTRAINT messages_kind_known CHECK (kind IN (
    'hazard-reported', 'hazard-registered', 'hazard-graded', 'hazard-major', 'hazard-notified', 'hazard-signed', 'hazard-submitted', 'hazard-failed',
    'hazard-accepted', 'hazard-closed', 'hazard-void', 'hazard-reopened', 'extension-requested', 'extension-approved', 'extension-rejected',
    'supervision-listed', 'supervision-delisted', 'work-stopped', 'work-resumed', 'hazard-due', 'hazard-overdue',
    'order-issued', 'order-replied', 'order-accepted', 'order-returned', 'order-withdrawn', 'inspection-due',
    'notice-drafted', 'notice-received', 'notice-unsigned', 'notice-withdrawn',
    'sign-off-asked', 'sign-off-approved', 'sign-off-refused', 'sign-off-withdrawn',
    'batch-submitted', 'batch-returned', 'batch-published', 'concern-received', 'post-taken')),
  ADD CONSTRAINT messages_subject_known CHECK (subject IN (
    'hazard', 'order', 'inspection-task', 'neighbour-notice', 'received-notice', 'sign-off', 'batch', 'concern', 'appointment'));
--> statement-breakpoint
-- What the public reports waits for every office and for the grid it lies in: they are told by the database, since the
-- public writes no message.
CREATE FUNCTION tell_of_concern() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO messages (id, recipient, grid_id, kind, subject, subject_id, params, sent_at)
  SELECT gen_random_uuid(), told.recipient, told.grid_id, 'concern-received', 'concern', NEW.id,
    jsonb_build_object('code', NEW.receipt, 'description', left(NEW.text, 80)), NEW.received_at
  FROM (VALUES ('office', NULL::uuid), ('grid', NEW.grid_id)) told (recipient, grid_id)
  WHERE told.recipient = 'office' OR told.grid_id IS NOT NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tell_of_concern AFTER INSERT ON public_concerns
  FOR EACH ROW WHEN (NOT audit_is_load()) EXECUTE FUNCTION tell_of_concern();
--> statement-breakpoint
-- Whoever takes a post over is told of it, by the database: who manages people writes no message of the trade.
CREATE FUNCTION tell_successor() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO messages (id, recipient, user_id, kind, subject, subject_id, params, sent_at)
  SELECT gen_random_uuid(), 'user', taken.user_id, 'post-taken', 'appointment', taken.id,
    jsonb_build_object(
      'description', coalesce(g.name, o.name, e.name, ''), 'position', coalesce(taken.position, ''), 'by', leaver.name, 'reason', NEW.end_reason),
    NEW.ended_at
  FROM appointments taken
  JOIN users leaver ON leaver.id = NEW.user_id
  LEFT JOIN grids g ON g.id = taken.grid_id
  LEFT JOIN offices o ON o.id = taken.office_id
  LEFT JOIN enterprises e ON e.id = taken.enterprise_id
  WHERE taken.id = NEW.successor_id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER tell_successor AFTER UPDATE OF successor_id ON appointments
  FOR EACH ROW WHEN (NEW.successor_id IS NOT NULL AND OLD.successor_id IS NULL AND NOT audit_is_load()) EXECUTE FUNCTION tell_successor();
