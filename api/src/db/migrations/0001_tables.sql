CREATE TABLE "appointments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"position" text,
	"office_id" uuid,
	"grid_id" uuid,
	"enterprise_id" uuid,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"successor_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "appointments_position_of_role" CHECK (CASE role WHEN 'leader' THEN position IS NULL WHEN 'bureau' THEN position IS NOT NULL AND position IN ('officer', 'head') WHEN 'grid' THEN position IS NOT NULL AND position IN ('chief', 'deputy', 'member') WHEN 'enterprise' THEN position IS NOT NULL AND position IN ('principal', 'safety-officer', 'rectifier') WHEN 'admin' THEN position IS NULL WHEN 'auditor' THEN position IS NULL ELSE false END),
	CONSTRAINT "appointments_to_office" CHECK ((role IN ('bureau')) = (office_id IS NOT NULL)),
	CONSTRAINT "appointments_to_grid" CHECK ((role IN ('grid')) = (grid_id IS NOT NULL)),
	CONSTRAINT "appointments_to_enterprise" CHECK ((role IN ('enterprise')) = (enterprise_id IS NOT NULL)),
	CONSTRAINT "appointments_period" CHECK ("appointments"."valid_to" IS NULL OR "appointments"."valid_to" >= "appointments"."valid_from"),
	CONSTRAINT "appointments_ended_with_reason" CHECK (("appointments"."ended_at" IS NULL) = ("appointments"."end_reason" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "audit_head" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_head_only" CHECK ("audit_head"."only")
);
--> statement-breakpoint
CREATE TABLE "audit_intake" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_intake_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"loaded_by" text,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"ip" "inet",
	"action" text NOT NULL,
	"object_table" text NOT NULL,
	"object_key" jsonb NOT NULL,
	"object_name" text,
	"enterprise_id" uuid,
	"changes" jsonb NOT NULL,
	"inserted" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"deleted" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "audit_intake_load_key" UNIQUE("loaded_by","object_table")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"ip" "inet",
	"action" text NOT NULL,
	"object_table" text NOT NULL,
	"object_key" jsonb NOT NULL,
	"object_name" text,
	"enterprise_id" uuid,
	"changes" jsonb NOT NULL,
	"prev_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_log_seq" CHECK ("audit_log"."seq" > 0),
	CONSTRAINT "audit_log_action_known" CHECK ("audit_log"."action" IN ('insert', 'update', 'delete', 'truncate', 'load', 'reveal', 'sign-in', 'sign-in-failed', 'sign-out', 'lockout', 'password-change', 'password-reset', 'two-factor', 'session-end', 'suspend', 'reinstate', 'appoint', 'handover', 'export')),
	CONSTRAINT "audit_log_hashes" CHECK (length("audit_log"."prev_hash") = 32 AND length("audit_log"."hash") = 32)
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"topic" text NOT NULL,
	"action" text NOT NULL,
	"enterprise_id" uuid,
	"object_id" uuid,
	"object_no" integer,
	"grid_id" uuid,
	"office_id" uuid,
	CONSTRAINT "changes_action_known" CHECK ("changes"."action" IN ('insert', 'update', 'delete', 'reset'))
);
--> statement-breakpoint
CREATE TABLE "changes_head" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"seq" bigint NOT NULL,
	CONSTRAINT "changes_head_only" CHECK ("changes_head"."only")
);
--> statement-breakpoint
CREATE TABLE "changes_intake" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "changes_intake_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"opens" boolean NOT NULL,
	"topic" text NOT NULL,
	"action" text NOT NULL,
	"enterprise_id" uuid,
	"object_id" uuid,
	"object_no" integer,
	"grid_id" uuid,
	"office_id" uuid
);
--> statement-breakpoint
CREATE TABLE "disclosure_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"prepared_by" uuid NOT NULL,
	"prepared_by_name" text NOT NULL,
	"prepared_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp with time zone,
	"opinion" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "disclosure_batches_number_unique" UNIQUE("number"),
	CONSTRAINT "disclosure_batches_kind_known" CHECK ("disclosure_batches"."kind" IN ('regular', 'correction', 'withdrawal')),
	CONSTRAINT "disclosure_batches_status_known" CHECK ("disclosure_batches"."status" IN ('draft', 'submitted', 'returned', 'published', 'discarded')),
	CONSTRAINT "disclosure_batches_number_form" CHECK ("disclosure_batches"."number" ~ '^[0-9]{4}-[0-9]{3,}$'),
	CONSTRAINT "disclosure_batches_period_form" CHECK ("disclosure_batches"."period" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
	CONSTRAINT "disclosure_batches_titled" CHECK (length(trim("disclosure_batches"."title")) > 0),
	CONSTRAINT "disclosure_batches_published" CHECK (("disclosure_batches"."status" = 'published') = ("disclosure_batches"."number" IS NOT NULL)),
	CONSTRAINT "disclosure_batches_four_eyes" CHECK ("disclosure_batches"."decided_by" IS DISTINCT FROM "disclosure_batches"."prepared_by"),
	CONSTRAINT "disclosure_batches_decided" CHECK ("disclosure_batches"."status" NOT IN ('published', 'returned') OR ("disclosure_batches"."decided_by" IS NOT NULL AND "disclosure_batches"."decided_at" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "disclosure_codes" (
	"enterprise_id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "disclosure_codes_code_unique" UNIQUE("code"),
	CONSTRAINT "disclosure_codes_form" CHECK ("disclosure_codes"."code" ~ '^[0-9BCDFGHJKMNPQRSTVWXYZ]{8}$')
);
--> statement-breakpoint
CREATE TABLE "disclosure_items" (
	"batch_id" uuid NOT NULL,
	"enterprise_id" uuid NOT NULL,
	"part" text NOT NULL,
	"overrides" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"reason" text,
	"frozen" jsonb,
	CONSTRAINT "disclosure_items_batch_id_enterprise_id_pk" PRIMARY KEY("batch_id","enterprise_id"),
	CONSTRAINT "disclosure_items_part_known" CHECK ("disclosure_items"."part" IN ('include', 'remove', 'retract')),
	CONSTRAINT "disclosure_items_reason" CHECK ("disclosure_items"."part" = 'include' OR length(trim(coalesce("disclosure_items"."reason", ''))) > 0)
);
--> statement-breakpoint
CREATE TABLE "public_batches" (
	"number" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"title" text NOT NULL,
	"note" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"records" integer NOT NULL,
	"previous" text
);
--> statement-breakpoint
CREATE TABLE "public_concerns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"receipt" text NOT NULL,
	"text" text NOT NULL,
	"place_text" text NOT NULL,
	"geom" geometry(Point, 4326),
	"grid_id" uuid,
	"about_code" text,
	"photo_sha256" text,
	"photo_mime" text,
	"status" text DEFAULT 'received' NOT NULL,
	"reply" text,
	"received_at" timestamp with time zone NOT NULL,
	"moderated_by" uuid,
	"moderated_by_name" text,
	"moderated_at" timestamp with time zone,
	"enterprise_id" uuid,
	"hazard_id" uuid,
	CONSTRAINT "public_concerns_receipt_unique" UNIQUE("receipt"),
	CONSTRAINT "public_concerns_status_known" CHECK ("public_concerns"."status" IN ('received', 'accepted', 'declined')),
	CONSTRAINT "public_concerns_text" CHECK (length(trim("public_concerns"."text")) BETWEEN 1 AND 2000),
	CONSTRAINT "public_concerns_place" CHECK (length("public_concerns"."place_text") <= 200),
	CONSTRAINT "public_concerns_moderated" CHECK (("public_concerns"."status" = 'received') = ("public_concerns"."moderated_at" IS NULL)),
	CONSTRAINT "public_concerns_accepted" CHECK (("public_concerns"."hazard_id" IS NULL) OR "public_concerns"."status" = 'accepted'),
	CONSTRAINT "public_concerns_geom_in_the_world" CHECK (ST_X("public_concerns"."geom") BETWEEN -180 AND 180 AND ST_Y("public_concerns"."geom") BETWEEN -90 AND 90 AND NOT (ST_X("public_concerns"."geom") = 0 AND ST_Y("public_concerns"."geom") = 0))
);
--> statement-breakpoint
CREATE TABLE "public_records" (
	"batch_number" text NOT NULL,
	"code" text NOT NULL,
	"stands" boolean DEFAULT true NOT NULL,
	"operator" text NOT NULL,
	"address" text NOT NULL,
	"activity" text NOT NULL,
	"kind" text NOT NULL,
	"level" integer NOT NULL,
	"harms" jsonb NOT NULL,
	"warning_zh" text NOT NULL,
	"warning_en" text NOT NULL,
	"do_this_zh" text NOT NULL,
	"do_this_en" text NOT NULL,
	"last_visit" text,
	"office_name" text NOT NULL,
	"office_phone" text NOT NULL,
	"town_code" text NOT NULL,
	"town_name" text NOT NULL,
	"lon" double precision NOT NULL,
	"lat" double precision NOT NULL,
	CONSTRAINT "public_records_batch_number_code_pk" PRIMARY KEY("batch_number","code"),
	CONSTRAINT "public_records_level" CHECK ("public_records"."level" BETWEEN 1 AND 4),
	CONSTRAINT "public_records_coarse" CHECK (round(("public_records"."lon" * 10000)::numeric) % 10 = 5 AND round(("public_records"."lat" * 10000)::numeric) % 10 = 5
    AND abs("public_records"."lon" * 10000 - round("public_records"."lon" * 10000)) < 0.000001 AND abs("public_records"."lat" * 10000 - round("public_records"."lat" * 10000)) < 0.000001)
);
--> statement-breakpoint
CREATE TABLE "public_removals" (
	"batch_number" text NOT NULL,
	"code" text NOT NULL,
	"operator" text NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "public_removals_batch_number_code_pk" PRIMARY KEY("batch_number","code"),
	CONSTRAINT "public_removals_kind_known" CHECK ("public_removals"."kind" IN ('removed', 'retracted'))
);
--> statement-breakpoint
CREATE TABLE "enterprises" (
	"id" uuid PRIMARY KEY NOT NULL,
	"credit_code" text NOT NULL,
	"name" text NOT NULL,
	"initials" text NOT NULL,
	"kind" text NOT NULL,
	"industry_code" text NOT NULL,
	"industry" text NOT NULL,
	"activity" text DEFAULT '' NOT NULL,
	"address" text NOT NULL,
	"area_code" text NOT NULL,
	"town_code" text NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"geom" geometry(Point, 4326) NOT NULL,
	"source_datum" text NOT NULL,
	"legal_representative" text DEFAULT '' NOT NULL,
	"principal" text DEFAULT '' NOT NULL,
	"safety_officer" text DEFAULT '' NOT NULL,
	"duty_phone" text DEFAULT '' NOT NULL,
	"employees" integer,
	"major_hazard_level" smallint,
	"risk_level" smallint,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "enterprises_credit_code_unique" UNIQUE("credit_code"),
	CONSTRAINT "enterprises_scope_key" UNIQUE("id","grid_id","office_id"),
	CONSTRAINT "enterprises_scope_town_key" UNIQUE("id","grid_id","office_id","town_code"),
	CONSTRAINT "enterprises_credit_code_form" CHECK ("enterprises"."credit_code" ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
	CONSTRAINT "enterprises_kind_known" CHECK ("enterprises"."kind" IN ('general', 'high-risk-plant', 'incineration-power', 'public-area')),
	CONSTRAINT "enterprises_datum_known" CHECK ("enterprises"."source_datum" IN ('wgs84', 'cgcs2000', 'gcj02', 'bd09')),
	CONSTRAINT "enterprises_area_in_town" CHECK (left("enterprises"."area_code", 9) = "enterprises"."town_code"),
	CONSTRAINT "enterprises_level" CHECK ("enterprises"."risk_level" BETWEEN 1 AND 4),
	CONSTRAINT "enterprises_major_hazard_level" CHECK ("enterprises"."major_hazard_level" BETWEEN 1 AND 4),
	CONSTRAINT "enterprises_employees" CHECK ("enterprises"."employees" >= 0),
	CONSTRAINT "enterprises_geom_in_the_world" CHECK (ST_X("enterprises"."geom") BETWEEN -180 AND 180 AND ST_Y("enterprises"."geom") BETWEEN -90 AND 90 AND NOT (ST_X("enterprises"."geom") = 0 AND ST_Y("enterprises"."geom") = 0)),
	CONSTRAINT "enterprises_named" CHECK (length(trim("enterprises"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"source_sha256" text NOT NULL,
	"mime" text NOT NULL,
	"kind" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer,
	"height" integer,
	"name" text NOT NULL,
	"geom" geometry(Point, 4326),
	"taken_at" timestamp with time zone,
	"uploaded_by" uuid,
	"uploaded_by_name" text NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "evidence_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "evidence_sha256" CHECK ("evidence"."sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "evidence_source_sha256" CHECK ("evidence"."source_sha256" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "evidence_mime_known" CHECK ("evidence"."mime" IN ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
	CONSTRAINT "evidence_kind_of_mime" CHECK (("evidence"."kind" = 'photo') = ("evidence"."mime" <> 'application/pdf')),
	CONSTRAINT "evidence_bytes" CHECK ("evidence"."bytes" > 0),
	CONSTRAINT "evidence_size_of_photos" CHECK (("evidence"."kind" = 'photo') = ("evidence"."width" IS NOT NULL AND "evidence"."height" IS NOT NULL)),
	CONSTRAINT "evidence_size" CHECK ("evidence"."width" > 0 AND "evidence"."height" > 0),
	CONSTRAINT "evidence_named" CHECK (length("evidence"."name") BETWEEN 1 AND 200),
	CONSTRAINT "evidence_geom_in_the_world" CHECK (ST_X("evidence"."geom") BETWEEN -180 AND 180 AND ST_Y("evidence"."geom") BETWEEN -90 AND 90 AND NOT (ST_X("evidence"."geom") = 0 AND ST_Y("evidence"."geom") = 0))
);
--> statement-breakpoint
CREATE TABLE "grid_overrides" (
	"enterprise_id" uuid PRIMARY KEY NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"set_by" uuid NOT NULL,
	"set_by_name" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "grid_overrides_reason" CHECK (length(trim("grid_overrides"."reason")) >= 4)
);
--> statement-breakpoint
CREATE TABLE "hazard_event_evidence" (
	"enterprise_id" uuid NOT NULL,
	"hazard_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"evidence_id" uuid NOT NULL,
	"part" text NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	CONSTRAINT "hazard_event_evidence_enterprise_id_hazard_id_seq_evidence_id_pk" PRIMARY KEY("enterprise_id","hazard_id","seq","evidence_id"),
	CONSTRAINT "hazard_event_evidence_part_known" CHECK ("hazard_event_evidence"."part" IN ('evidence', 'before', 'after'))
);
--> statement-breakpoint
CREATE TABLE "hazard_events" (
	"enterprise_id" uuid NOT NULL,
	"hazard_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"type" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"opinion" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"client_id" uuid,
	CONSTRAINT "hazard_events_enterprise_id_hazard_id_seq_pk" PRIMARY KEY("enterprise_id","hazard_id","seq"),
	CONSTRAINT "hazard_events_once" UNIQUE("enterprise_id","hazard_id","client_id"),
	CONSTRAINT "hazard_events_seq" CHECK ("hazard_events"."seq" > 0),
	CONSTRAINT "hazard_events_type_known" CHECK ("hazard_events"."type" IN ('report', 'reject', 'merge', 'register', 'grade', 'fix-on-the-spot', 'notify', 'sign', 'submit', 'fail', 'pass', 'close', 'reopen', 'request-extension', 'approve-extension', 'reject-extension', 'list-supervision', 'delist-supervision', 'stop-work', 'resume-work')),
	CONSTRAINT "hazard_events_role_known" CHECK ("hazard_events"."actor_role" IN ('reporter', 'safety-officer', 'rectifier', 'principal', 'grid-member', 'office', 'bureau-leader')),
	CONSTRAINT "hazard_events_from_known" CHECK ("hazard_events"."from_status" IN ('reported', 'registered', 'graded', 'notified', 'rectifying', 'in-review', 'accepted', 'closed', 'void')),
	CONSTRAINT "hazard_events_to_known" CHECK ("hazard_events"."to_status" IN ('reported', 'registered', 'graded', 'notified', 'rectifying', 'in-review', 'accepted', 'closed', 'void'))
);
--> statement-breakpoint
CREATE TABLE "hazard_reminders" (
	"enterprise_id" uuid NOT NULL,
	"hazard_id" uuid NOT NULL,
	"deadline" date NOT NULL,
	"step" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	CONSTRAINT "hazard_reminders_enterprise_id_hazard_id_deadline_step_pk" PRIMARY KEY("enterprise_id","hazard_id","deadline","step"),
	CONSTRAINT "hazard_reminders_step_known" CHECK ("hazard_reminders"."step" IN ('T-3', 'T-1', 'T+1', 'T+3', 'T+7'))
);
--> statement-breakpoint
CREATE TABLE "hazards" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"risk_point_id" uuid,
	"no" integer NOT NULL,
	"code" text NOT NULL,
	"description" text NOT NULL,
	"location_text" text DEFAULT '' NOT NULL,
	"geom" geometry(Point, 4326) NOT NULL,
	"origin" text NOT NULL,
	"grade" text,
	"treatment" text,
	"status" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"deadline" date,
	"accepted_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"round" integer DEFAULT 0 NOT NULL,
	"extension" text DEFAULT 'none' NOT NULL,
	"supervision" text DEFAULT 'none' NOT NULL,
	"supervision_level" text,
	"work_stop" boolean DEFAULT false NOT NULL,
	"work_stop_by" text,
	"last_seq" integer DEFAULT 0 NOT NULL,
	"reported_by" uuid,
	"reporter_name" text DEFAULT '' NOT NULL,
	"suggested_grade" text,
	"criteria" text,
	"rectifier_id" uuid,
	"rectifier_name" text,
	"cost" numeric(14, 2),
	"extension_deadline" date,
	"linked_to" uuid,
	"merged_into" uuid,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"town_code" text NOT NULL,
	CONSTRAINT "hazards_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "hazards_no_key" UNIQUE("enterprise_id","no"),
	CONSTRAINT "hazards_code_key" UNIQUE("enterprise_id","code"),
	CONSTRAINT "hazards_no_positive" CHECK ("hazards"."no" > 0),
	CONSTRAINT "hazards_origin_known" CHECK ("hazards"."origin" IN ('daily', 'comprehensive', 'specialised', 'seasonal', 'holiday', 'analogy', 'restart', 'expert', 'control-failure', 'other', 'grid-patrol', 'department-check', 'authority-expert', 'public-report', 'monitoring-warning', 'assigned')),
	CONSTRAINT "hazards_grade_known" CHECK ("hazards"."grade" IN ('general', 'major')),
	CONSTRAINT "hazards_treatment_known" CHECK ("hazards"."treatment" IN ('on-the-spot', 'time-limited')),
	CONSTRAINT "hazards_status_known" CHECK ("hazards"."status" IN ('reported', 'registered', 'graded', 'notified', 'rectifying', 'in-review', 'accepted', 'closed', 'void')),
	CONSTRAINT "hazards_extension_known" CHECK ("hazards"."extension" IN ('none', 'pending', 'approved', 'rejected')),
	CONSTRAINT "hazards_supervision_known" CHECK ("hazards"."supervision" IN ('none', 'listed', 'delisted')),
	CONSTRAINT "hazards_graded_before_notice" CHECK ("hazards"."grade" IS NOT NULL OR "hazards"."status" IN ('reported', 'registered', 'void')),
	CONSTRAINT "hazards_accepted_when" CHECK ("hazards"."accepted_at" IS NOT NULL OR "hazards"."status" NOT IN ('accepted', 'closed')),
	CONSTRAINT "hazards_closed_when" CHECK ("hazards"."closed_at" IS NOT NULL OR "hazards"."status" <> 'closed'),
	CONSTRAINT "hazards_supervision_level_known" CHECK ("hazards"."supervision_level" IN ('county', 'city', 'province')),
	CONSTRAINT "hazards_work_stop_by_known" CHECK ("hazards"."work_stop_by" IN ('enterprise', 'bureau')),
	CONSTRAINT "hazards_work_stopped_by" CHECK ("hazards"."work_stop" = ("hazards"."work_stop_by" IS NOT NULL)),
	CONSTRAINT "hazards_suggested_grade_known" CHECK ("hazards"."suggested_grade" IN ('general', 'major')),
	CONSTRAINT "hazards_rectifier_named" CHECK ("hazards"."rectifier_id" IS NULL OR "hazards"."rectifier_name" IS NOT NULL),
	CONSTRAINT "hazards_cost" CHECK ("hazards"."cost" >= 0),
	CONSTRAINT "hazards_last_seq" CHECK ("hazards"."last_seq" >= 0),
	CONSTRAINT "hazards_other" CHECK ("hazards"."linked_to" <> "hazards"."id" AND "hazards"."merged_into" <> "hazards"."id"),
	CONSTRAINT "hazards_round" CHECK ("hazards"."round" >= 0),
	CONSTRAINT "hazards_geom_in_the_world" CHECK (ST_X("hazards"."geom") BETWEEN -180 AND 180 AND ST_Y("hazards"."geom") BETWEEN -90 AND 90 AND NOT (ST_X("hazards"."geom") = 0 AND ST_Y("hazards"."geom") = 0))
);
--> statement-breakpoint
CREATE TABLE "risk_point_past_levels" (
	"enterprise_id" uuid NOT NULL,
	"risk_point_id" uuid NOT NULL,
	"from_on" date NOT NULL,
	"until_on" date NOT NULL,
	"no" integer NOT NULL,
	"geom" geometry(Point, 4326) NOT NULL,
	"level" smallint,
	"accident_type" smallint,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"town_code" text NOT NULL,
	CONSTRAINT "risk_point_past_levels_enterprise_id_risk_point_id_until_on_pk" PRIMARY KEY("enterprise_id","risk_point_id","until_on"),
	CONSTRAINT "risk_point_past_levels_days" CHECK ("risk_point_past_levels"."from_on" <= "risk_point_past_levels"."until_on"),
	CONSTRAINT "risk_point_past_levels_level" CHECK ("risk_point_past_levels"."level" BETWEEN 1 AND 4),
	CONSTRAINT "risk_point_past_levels_accident_type" CHECK ("risk_point_past_levels"."accident_type" BETWEEN 1 AND 20)
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_provider_account_key" UNIQUE("provider_id","account_id"),
	CONSTRAINT "accounts_user_provider_key" UNIQUE("user_id","provider_id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"impersonated_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "two_factors" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	CONSTRAINT "two_factors_user_id_unique" UNIQUE("user_id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"username" text,
	"display_username" text,
	"role" text NOT NULL,
	"banned" boolean DEFAULT false NOT NULL,
	"ban_reason" text,
	"ban_expires" timestamp with time zone,
	"two_factor_enabled" boolean DEFAULT false NOT NULL,
	"must_change_password" boolean DEFAULT false NOT NULL,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"mobile" text,
	"mobile_masked" text,
	"id_number" text,
	"id_number_masked" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_username_unique" UNIQUE("username"),
	CONSTRAINT "users_id_number_unique" UNIQUE("id_number"),
	CONSTRAINT "users_id_role_key" UNIQUE("id","role"),
	CONSTRAINT "users_role_known" CHECK ("users"."role" IN ('leader', 'bureau', 'grid', 'enterprise', 'admin', 'auditor')),
	CONSTRAINT "users_id_number_sealed" CHECK ("users"."id_number" LIKE 'v1:%' AND "users"."id_number_masked" LIKE '___*%' OR "users"."id_number" IS NULL AND "users"."id_number_masked" IS NULL)
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "check_items" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"standard_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"subject" text NOT NULL,
	"subject_name" text DEFAULT '' NOT NULL,
	"risk_point_id" uuid,
	"measure_id" uuid,
	"content" text NOT NULL,
	"requirement" text DEFAULT '' NOT NULL,
	"basis" text DEFAULT '' NOT NULL,
	"suggested_grade" text DEFAULT 'general' NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "check_items_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "check_items_subject_known" CHECK ("check_items"."subject" IN ('risk-point', 'measure', 'post', 'department', 'equipment')),
	CONSTRAINT "check_items_grade_known" CHECK ("check_items"."suggested_grade" IN ('general', 'major')),
	CONSTRAINT "check_items_seq" CHECK ("check_items"."seq" > 0),
	CONSTRAINT "check_items_said" CHECK (length(trim("check_items"."content")) > 0),
	CONSTRAINT "check_items_measure_of_subject" CHECK ("check_items"."measure_id" IS NULL OR "check_items"."subject" = 'measure')
);
--> statement-breakpoint
CREATE TABLE "inspection_finding_evidence" (
	"enterprise_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"check_item_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	CONSTRAINT "inspection_finding_evidence_enterprise_id_task_id_check_item_id_evidence_id_pk" PRIMARY KEY("enterprise_id","task_id","check_item_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "inspection_findings" (
	"enterprise_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"check_item_id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"result" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"hazard_id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"recorded_by" uuid,
	"recorded_by_name" text NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "inspection_findings_enterprise_id_task_id_check_item_id_pk" PRIMARY KEY("enterprise_id","task_id","check_item_id"),
	CONSTRAINT "inspection_findings_result_known" CHECK ("inspection_findings"."result" IN ('ok', 'fail', 'not-applicable')),
	CONSTRAINT "inspection_findings_revision" CHECK ("inspection_findings"."revision" > 0)
);
--> statement-breakpoint
CREATE TABLE "inspection_plans" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"standard_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"frequency" text NOT NULL,
	"from_on" date NOT NULL,
	"to_on" date,
	"active_since" date NOT NULL,
	"department" text DEFAULT '' NOT NULL,
	"assignee" text DEFAULT '' NOT NULL,
	"assignee_id" uuid,
	"paused" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inspection_plans_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "inspection_plans_kind_known" CHECK ("inspection_plans"."kind" IN ('daily', 'comprehensive', 'specialised', 'seasonal', 'holiday', 'analogy', 'restart')),
	CONSTRAINT "inspection_plans_frequency_known" CHECK ("inspection_plans"."frequency" IN ('once', 'daily', 'weekly', 'monthly', 'quarterly', 'half-yearly', 'yearly')),
	CONSTRAINT "inspection_plans_period" CHECK ("inspection_plans"."to_on" IS NULL OR "inspection_plans"."to_on" >= "inspection_plans"."from_on"),
	CONSTRAINT "inspection_plans_once_has_an_end" CHECK ("inspection_plans"."frequency" <> 'once' OR "inspection_plans"."to_on" IS NOT NULL),
	CONSTRAINT "inspection_plans_named" CHECK (length(trim("inspection_plans"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "inspection_standards" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"archived" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inspection_standards_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "inspection_standards_kind_known" CHECK ("inspection_standards"."kind" IN ('daily', 'comprehensive', 'specialised', 'seasonal', 'holiday', 'analogy', 'restart')),
	CONSTRAINT "inspection_standards_named" CHECK (length(trim("inspection_standards"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "inspection_tasks" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"standard_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"department" text DEFAULT '' NOT NULL,
	"assignee" text DEFAULT '' NOT NULL,
	"assignee_id" uuid,
	"opens_on" date NOT NULL,
	"due_on" date NOT NULL,
	"closes_on" date,
	"started_at" timestamp with time zone,
	"completed_at" timestamp with time zone,
	"completed_by" uuid,
	"completed_by_name" text,
	"summary" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inspection_tasks_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "inspection_tasks_once" UNIQUE("enterprise_id","plan_id","opens_on"),
	CONSTRAINT "inspection_tasks_kind_known" CHECK ("inspection_tasks"."kind" IN ('daily', 'comprehensive', 'specialised', 'seasonal', 'holiday', 'analogy', 'restart')),
	CONSTRAINT "inspection_tasks_days" CHECK ("inspection_tasks"."due_on" >= "inspection_tasks"."opens_on" AND ("inspection_tasks"."closes_on" IS NULL OR "inspection_tasks"."closes_on" >= "inspection_tasks"."due_on")),
	CONSTRAINT "inspection_tasks_completed_by" CHECK (("inspection_tasks"."completed_at" IS NULL) = ("inspection_tasks"."completed_by_name" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "layer_versions" (
	"layer" text NOT NULL,
	"grid_id" uuid NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "layer_versions_layer_grid_id_pk" PRIMARY KEY("layer","grid_id")
);
--> statement-breakpoint
CREATE TABLE "message_reads" (
	"user_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_reads_user_id_message_id_pk" PRIMARY KEY("user_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"recipient" text NOT NULL,
	"user_id" uuid,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"params" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	CONSTRAINT "messages_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "messages_id_key" UNIQUE("id"),
	CONSTRAINT "messages_recipient_known" CHECK ("messages"."recipient" IN ('enterprise', 'grid', 'office', 'leader', 'user')),
	CONSTRAINT "messages_kind_known" CHECK ("messages"."kind" IN ('hazard-reported', 'hazard-major', 'hazard-notified', 'hazard-submitted', 'hazard-failed', 'hazard-accepted', 'hazard-closed', 'hazard-void', 'hazard-reopened', 'extension-requested', 'extension-approved', 'extension-rejected', 'supervision-listed', 'supervision-delisted', 'work-stopped', 'work-resumed', 'hazard-due', 'hazard-overdue', 'order-issued', 'order-replied', 'order-accepted', 'order-returned', 'inspection-due', 'notice-drafted', 'notice-received', 'notice-unsigned', 'notice-withdrawn')),
	CONSTRAINT "messages_subject_known" CHECK ("messages"."subject" IN ('hazard', 'order', 'inspection-task', 'neighbour-notice', 'received-notice')),
	CONSTRAINT "messages_to_one" CHECK (("messages"."recipient" = 'user') = ("messages"."user_id" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "neighbour_checks" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "neighbour_checks_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"enterprise" uuid NOT NULL,
	"around" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "neighbour_notice_recipients" (
	"enterprise_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"recipient_id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"recipient_name" text NOT NULL,
	"geom" geometry(Point, 4326) NOT NULL,
	"distance" double precision NOT NULL,
	"origin" text NOT NULL,
	"reason" text,
	"affected" boolean DEFAULT true NOT NULL,
	"delivery_id" uuid,
	"told_at" timestamp with time zone,
	"signed_by_name" text,
	"signed_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "neighbour_notice_recipients_enterprise_id_notice_id_recipient_id_pk" PRIMARY KEY("enterprise_id","notice_id","recipient_id"),
	CONSTRAINT "neighbour_notice_recipients_others" CHECK ("neighbour_notice_recipients"."recipient_id" <> "neighbour_notice_recipients"."enterprise_id"),
	CONSTRAINT "neighbour_notice_recipients_origin_known" CHECK ("neighbour_notice_recipients"."origin" IN ('profile', 'hand')),
	CONSTRAINT "neighbour_notice_recipients_reason" CHECK ("neighbour_notice_recipients"."origin" = 'profile' OR length(trim(coalesce("neighbour_notice_recipients"."reason", ''))) > 0)
);
--> statement-breakpoint
CREATE TABLE "neighbour_notices" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"risk_point_id" uuid NOT NULL,
	"no" integer NOT NULL,
	"status" text NOT NULL,
	"cause" text NOT NULL,
	"point_level" smallint NOT NULL,
	"profile_id" text NOT NULL,
	"profile_version" integer NOT NULL,
	"radius" integer NOT NULL,
	"geom" geometry(Point, 4326) NOT NULL,
	"extent" geometry(Polygon, 4326),
	"content" jsonb NOT NULL,
	"edited" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"client_id" uuid,
	"drafted_at" timestamp with time zone NOT NULL,
	"issued_at" timestamp with time zone,
	"issued_by" uuid,
	"issued_by_name" text,
	"issued_by_part" text,
	"renew_on" date,
	"ended_at" timestamp with time zone,
	"ended_by_name" text,
	"reason" text,
	CONSTRAINT "neighbour_notices_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "neighbour_notices_no_key" UNIQUE("enterprise_id","risk_point_id","no"),
	CONSTRAINT "neighbour_notices_status_known" CHECK ("neighbour_notices"."status" IN ('draft', 'issued', 'superseded', 'withdrawn')),
	CONSTRAINT "neighbour_notices_cause_known" CHECK ("neighbour_notices"."cause" IN ('created', 'level-raised', 'yearly', 'recipients-changed', 'corrected')),
	CONSTRAINT "neighbour_notices_part_known" CHECK ("neighbour_notices"."issued_by_part" IN ('principal', 'safety-officer')),
	CONSTRAINT "neighbour_notices_level" CHECK ("neighbour_notices"."point_level" BETWEEN 1 AND 4),
	CONSTRAINT "neighbour_notices_no" CHECK ("neighbour_notices"."no" > 0),
	CONSTRAINT "neighbour_notices_radius" CHECK ("neighbour_notices"."radius" > 0),
	CONSTRAINT "neighbour_notices_issued" CHECK (("neighbour_notices"."status" = 'draft') = ("neighbour_notices"."issued_at" IS NULL) AND ("neighbour_notices"."issued_at" IS NULL) = ("neighbour_notices"."renew_on" IS NULL)),
	CONSTRAINT "neighbour_notices_ended" CHECK (("neighbour_notices"."status" IN ('superseded', 'withdrawn')) = ("neighbour_notices"."ended_at" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "neighbour_sweeps" (
	"profile_id" text NOT NULL,
	"profile_version" integer NOT NULL,
	CONSTRAINT "neighbour_sweeps_profile_id_profile_version_pk" PRIMARY KEY("profile_id","profile_version")
);
--> statement-breakpoint
CREATE TABLE "received_notices" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"sender_id" uuid NOT NULL,
	"sender_name" text NOT NULL,
	"notice_id" uuid NOT NULL,
	"notice_no" integer NOT NULL,
	"risk_point_id" uuid NOT NULL,
	"cause" text NOT NULL,
	"point_level" smallint NOT NULL,
	"geom" geometry(Point, 4326) NOT NULL,
	"extent" geometry(Polygon, 4326),
	"radius" integer NOT NULL,
	"distance" double precision NOT NULL,
	"content" jsonb NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"issued_by_name" text NOT NULL,
	"status" text DEFAULT 'current' NOT NULL,
	"ended_at" timestamp with time zone,
	"signed_by" uuid,
	"signed_by_name" text,
	"signed_at" timestamp with time zone,
	"reminded_at" timestamp with time zone,
	CONSTRAINT "received_notices_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "received_notices_cause_known" CHECK ("received_notices"."cause" IN ('created', 'level-raised', 'yearly', 'recipients-changed', 'corrected')),
	CONSTRAINT "received_notices_status_known" CHECK ("received_notices"."status" IN ('current', 'superseded', 'withdrawn')),
	CONSTRAINT "received_notices_level" CHECK ("received_notices"."point_level" BETWEEN 1 AND 4),
	CONSTRAINT "received_notices_signed" CHECK (("received_notices"."signed_at" IS NULL) = ("received_notices"."signed_by_name" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "enterprise_past_levels" (
	"enterprise_id" uuid NOT NULL,
	"until_on" date NOT NULL,
	"level" smallint,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	CONSTRAINT "enterprise_past_levels_enterprise_id_until_on_pk" PRIMARY KEY("enterprise_id","until_on"),
	CONSTRAINT "enterprise_past_levels_level" CHECK ("enterprise_past_levels"."level" BETWEEN 1 AND 4)
);
--> statement-breakpoint
CREATE TABLE "patrol_evidence" (
	"enterprise_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"evidence_id" uuid NOT NULL,
	"part" text NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	CONSTRAINT "patrol_evidence_enterprise_id_visit_id_evidence_id_pk" PRIMARY KEY("enterprise_id","visit_id","evidence_id"),
	CONSTRAINT "patrol_evidence_part_known" CHECK ("patrol_evidence"."part" IN ('photo', 'signature'))
);
--> statement-breakpoint
CREATE TABLE "patrol_hazards" (
	"enterprise_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"hazard_id" uuid NOT NULL,
	"part" text NOT NULL,
	"item" text,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	CONSTRAINT "patrol_hazards_enterprise_id_visit_id_hazard_id_pk" PRIMARY KEY("enterprise_id","visit_id","hazard_id"),
	CONSTRAINT "patrol_hazards_part_known" CHECK ("patrol_hazards"."part" IN ('found', 'fixed', 'unfixed')),
	CONSTRAINT "patrol_hazards_item_where_found" CHECK ("patrol_hazards"."item" IS NULL OR "patrol_hazards"."part" = 'found')
);
--> statement-breakpoint
CREATE TABLE "patrol_visits" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"user_name" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"visited_on" date NOT NULL,
	"check_in" text NOT NULL,
	"geom" geometry(Point, 4326),
	"accuracy" double precision,
	"distance" double precision,
	"kind" text NOT NULL,
	"template_version" smallint NOT NULL,
	"answers" jsonb NOT NULL,
	"result" text NOT NULL,
	"signature" text,
	"signed_by" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"profile_version" smallint NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "patrol_visits_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "patrol_visits_once" UNIQUE("id"),
	CONSTRAINT "patrol_visits_times" CHECK ("patrol_visits"."finished_at" >= "patrol_visits"."started_at"),
	CONSTRAINT "patrol_visits_day" CHECK ("patrol_visits"."visited_on" = ("patrol_visits"."finished_at" AT TIME ZONE 'Asia/Shanghai')::date),
	CONSTRAINT "patrol_visits_check_in_known" CHECK ("patrol_visits"."check_in" IN ('gps', 'qr')),
	CONSTRAINT "patrol_visits_where" CHECK ("patrol_visits"."check_in" <> 'gps' OR "patrol_visits"."geom" IS NOT NULL),
	CONSTRAINT "patrol_visits_distance" CHECK (("patrol_visits"."geom" IS NULL) = ("patrol_visits"."distance" IS NULL) AND "patrol_visits"."distance" >= 0 AND "patrol_visits"."accuracy" >= 0),
	CONSTRAINT "patrol_visits_geom_in_the_world" CHECK (ST_X("patrol_visits"."geom") BETWEEN -180 AND 180 AND ST_Y("patrol_visits"."geom") BETWEEN -90 AND 90 AND NOT (ST_X("patrol_visits"."geom") = 0 AND ST_Y("patrol_visits"."geom") = 0)),
	CONSTRAINT "patrol_visits_kind_known" CHECK ("patrol_visits"."kind" IN ('general', 'high-risk-plant', 'incineration-power', 'public-area')),
	CONSTRAINT "patrol_visits_result_known" CHECK ("patrol_visits"."result" IN ('normal', 'problems', 'closed')),
	CONSTRAINT "patrol_visits_flags_known" CHECK ("patrol_visits"."flags" <@ ARRAY['too-fast', 'too-far', 'too-late']),
	CONSTRAINT "patrol_visits_digest" CHECK ("patrol_visits"."digest" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "areas" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"parent_code" text,
	"geom" geometry(MultiPolygon, 4326),
	"schematic" boolean DEFAULT true NOT NULL,
	CONSTRAINT "areas_level_known" CHECK ("areas"."level" IN ('county', 'town', 'village')),
	CONSTRAINT "areas_code_form" CHECK ("areas"."code" ~ '^[0-9]{6}([0-9]{3}([0-9]{3})?)?$'),
	CONSTRAINT "areas_parent_by_level" CHECK (("areas"."level" = 'county') = ("areas"."parent_code" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "base_features" (
	"id" uuid PRIMARY KEY NOT NULL,
	"layer" text NOT NULL,
	"name" text NOT NULL,
	"geom" geometry(Geometry, 4326) NOT NULL,
	"schematic" boolean DEFAULT true NOT NULL,
	CONSTRAINT "base_features_layer_known" CHECK ("base_features"."layer" IN ('canal', 'neighbours'))
);
--> statement-breakpoint
CREATE TABLE "geo_sources" (
	"layer" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"licence" text NOT NULL,
	"datum" text NOT NULL,
	"obtained_on" date NOT NULL,
	"schematic" boolean NOT NULL,
	"note" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "grids" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"town_code" text NOT NULL,
	"geom" geometry(MultiPolygon, 4326) NOT NULL,
	"schematic" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"valid_from" date DEFAULT (now() AT TIME ZONE 'Asia/Shanghai')::date NOT NULL,
	"valid_to" date,
	"successor_id" uuid,
	CONSTRAINT "grids_code_unique" UNIQUE("code"),
	CONSTRAINT "grids_id_town_key" UNIQUE("id","town_code"),
	CONSTRAINT "grids_period" CHECK ("grids"."valid_to" IS NULL OR "grids"."valid_to" >= "grids"."valid_from"),
	CONSTRAINT "grids_version" CHECK ("grids"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "offices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	CONSTRAINT "offices_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "accident_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"office_id" uuid NOT NULL,
	"title" text NOT NULL,
	"occurred_on" date NOT NULL,
	"place" text NOT NULL,
	"industry" text,
	"accident_type" smallint NOT NULL,
	"deaths" integer,
	"injuries" integer,
	"summary" text NOT NULL,
	"lessons" text NOT NULL,
	"source" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accident_cases_accident_type" CHECK ("accident_cases"."accident_type" BETWEEN 1 AND 20),
	CONSTRAINT "accident_cases_casualties" CHECK ("accident_cases"."deaths" >= 0 AND "accident_cases"."injuries" >= 0)
);
--> statement-breakpoint
CREATE TABLE "prejudgement_risk_points" (
	"enterprise_id" uuid NOT NULL,
	"prejudgement_id" uuid NOT NULL,
	"risk_point_id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	CONSTRAINT "prejudgement_risk_points_enterprise_id_prejudgement_id_risk_point_id_pk" PRIMARY KEY("enterprise_id","prejudgement_id","risk_point_id")
);
--> statement-breakpoint
CREATE TABLE "prejudgements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"level" text NOT NULL,
	"enterprise_id" uuid,
	"grid_id" uuid,
	"office_id" uuid NOT NULL,
	"title" text NOT NULL,
	"sources" text[] NOT NULL,
	"industry" text,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"content" text NOT NULL,
	"measures" text DEFAULT '' NOT NULL,
	"accident_types" smallint[] DEFAULT '{}' NOT NULL,
	"case_ids" uuid[] DEFAULT '{}' NOT NULL,
	"created_by_name" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "prejudgements_level_known" CHECK ("prejudgements"."level" IN ('enterprise', 'industry', 'city')),
	CONSTRAINT "prejudgements_owner_by_level" CHECK (("prejudgements"."level" = 'enterprise') = ("prejudgements"."enterprise_id" IS NOT NULL) AND ("prejudgements"."enterprise_id" IS NULL) = ("prejudgements"."grid_id" IS NULL)),
	CONSTRAINT "prejudgements_industry_by_level" CHECK (("prejudgements"."level" = 'industry') = ("prejudgements"."industry" IS NOT NULL)),
	CONSTRAINT "prejudgements_sources_known" CHECK ("prejudgements"."sources" <@ ARRAY['own-accident', 'others-accident', 'season']::text[] AND cardinality("prejudgements"."sources") > 0),
	CONSTRAINT "prejudgements_accident_types" CHECK ("prejudgements"."accident_types" <@ ARRAY[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]::smallint[]),
	CONSTRAINT "prejudgements_period" CHECK ("prejudgements"."period_from" <= "prejudgements"."period_to")
);
--> statement-breakpoint
CREATE TABLE "assessments" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"hazard_source_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"method" text NOT NULL,
	"inputs" jsonb NOT NULL,
	"score" numeric,
	"level" smallint NOT NULL,
	"raised_from" smallint,
	"profile_id" text NOT NULL,
	"profile_version" integer NOT NULL,
	"direct_criterion" text,
	"assessor" text NOT NULL,
	"assessed_on" date NOT NULL,
	"reason" text,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessments_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "assessments_stage_known" CHECK ("assessments"."stage" IN ('inherent', 'residual')),
	CONSTRAINT "assessments_method_known" CHECK ("assessments"."method" IN ('LEC', 'LS', 'DIRECT')),
	CONSTRAINT "assessments_level" CHECK ("assessments"."level" BETWEEN 1 AND 4),
	CONSTRAINT "assessments_raised_only_up" CHECK ("assessments"."raised_from" BETWEEN 1 AND 4 AND "assessments"."level" < "assessments"."raised_from" AND length(trim(coalesce("assessments"."reason", ''))) >= 4 OR "assessments"."raised_from" IS NULL),
	CONSTRAINT "assessments_score_by_method" CHECK (("assessments"."method" = 'DIRECT') = ("assessments"."score" IS NULL)),
	CONSTRAINT "assessments_criterion_known" CHECK ("assessments"."direct_criterion" IN ('legal-breach', 'past-accident', 'major-hazard-installation', 'ten-workers-exposed')),
	CONSTRAINT "assessments_direct_is_major" CHECK ("assessments"."direct_criterion" IS NULL OR "assessments"."level" = 1 AND "assessments"."raised_from" IS NULL),
	CONSTRAINT "assessments_direct_has_criterion" CHECK ("assessments"."method" <> 'DIRECT' OR "assessments"."direct_criterion" IS NOT NULL)
);
--> statement-breakpoint
CREATE TABLE "control_measures" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"hazard_source_id" uuid NOT NULL,
	"category" text NOT NULL,
	"control_level" text NOT NULL,
	"content" text NOT NULL,
	"status" text NOT NULL,
	"verified_on" date,
	CONSTRAINT "control_measures_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "control_measures_category_known" CHECK ("control_measures"."category" IN ('institutional', 'engineering', 'monitoring', 'video', 'automation', 'emergency', 'training', 'protection')),
	CONSTRAINT "control_measures_level_known" CHECK ("control_measures"."control_level" IN ('company', 'workshop', 'team', 'post')),
	CONSTRAINT "control_measures_status_known" CHECK ("control_measures"."status" IN ('planned', 'effective', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "hazard_sources" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"risk_point_id" uuid NOT NULL,
	"description" text NOT NULL,
	"factor" text NOT NULL,
	"risk_category" text,
	"accident_type" smallint NOT NULL,
	"occupational_factor" text,
	"level" smallint,
	CONSTRAINT "hazard_sources_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "hazard_sources_factor_known" CHECK ("hazard_sources"."factor" IN ('human', 'object', 'environment', 'management')),
	CONSTRAINT "hazard_sources_category_known" CHECK ("hazard_sources"."risk_category" IN ('leak', 'fire', 'explosion', 'poisoning', 'collapse', 'fall')),
	CONSTRAINT "hazard_sources_occupational_known" CHECK ("hazard_sources"."occupational_factor" IN ('heat', 'dust', 'chemical', 'noise', 'radiation')),
	CONSTRAINT "hazard_sources_accident_type" CHECK ("hazard_sources"."accident_type" BETWEEN 1 AND 20),
	CONSTRAINT "hazard_sources_level" CHECK ("hazard_sources"."level" BETWEEN 1 AND 4)
);
--> statement-breakpoint
CREATE TABLE "responsibilities" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"risk_point_id" uuid NOT NULL,
	"control_level" text NOT NULL,
	"department" text NOT NULL,
	"person" text NOT NULL,
	"mobile_sealed" text,
	"mobile_masked" text,
	CONSTRAINT "responsibilities_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "responsibilities_level_known" CHECK ("responsibilities"."control_level" IN ('company', 'workshop', 'team', 'post')),
	CONSTRAINT "responsibilities_mobile_sealed" CHECK ("responsibilities"."mobile_sealed" ~ '^v1:[A-Za-z0-9+/]{40,}={0,2}$'),
	CONSTRAINT "responsibilities_mobile_masked" CHECK ("responsibilities"."mobile_masked" LIKE '%*%'),
	CONSTRAINT "responsibilities_mobile_both" CHECK (("responsibilities"."mobile_sealed" IS NULL) = ("responsibilities"."mobile_masked" IS NULL))
);
--> statement-breakpoint
CREATE TABLE "risk_points" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"no" integer NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"domain" text NOT NULL,
	"public_domain" boolean DEFAULT false NOT NULL,
	"location_text" text DEFAULT '' NOT NULL,
	"geom" geometry(Point, 4326) NOT NULL,
	"extent" geometry(Polygon, 4326),
	"level" smallint,
	"accident_type" smallint,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"town_code" text NOT NULL,
	"stands_since" date DEFAULT ((now() AT TIME ZONE 'Asia/Shanghai')::date) NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "risk_points_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "risk_points_no_key" UNIQUE("enterprise_id","no"),
	CONSTRAINT "risk_points_code_key" UNIQUE("enterprise_id","code"),
	CONSTRAINT "risk_points_no_range" CHECK ("risk_points"."no" BETWEEN 1 AND 65535),
	CONSTRAINT "risk_points_type_known" CHECK ("risk_points"."type" IN ('facility', 'part', 'place', 'area', 'activity')),
	CONSTRAINT "risk_points_domain_known" CHECK ("risk_points"."domain" IN ('production', 'auxiliary', 'equipment', 'pipeline', 'operation', 'occupational-health', 'environment', 'construction', 'landfill', 'management')),
	CONSTRAINT "risk_points_level" CHECK ("risk_points"."level" BETWEEN 1 AND 4),
	CONSTRAINT "risk_points_accident_type" CHECK ("risk_points"."accident_type" BETWEEN 1 AND 20),
	CONSTRAINT "risk_points_geom_in_the_world" CHECK (ST_X("risk_points"."geom") BETWEEN -180 AND 180 AND ST_Y("risk_points"."geom") BETWEEN -90 AND 90 AND NOT (ST_X("risk_points"."geom") = 0 AND ST_Y("risk_points"."geom") = 0))
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"screen" text NOT NULL,
	"name" text NOT NULL,
	"query" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"columns" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_name_key" UNIQUE("user_id","screen","name")
);
--> statement-breakpoint
CREATE TABLE "supervision_order_events" (
	"enterprise_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"client_id" uuid,
	"type" text NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"text" text,
	"deadline" date,
	CONSTRAINT "supervision_order_events_enterprise_id_order_id_seq_pk" PRIMARY KEY("enterprise_id","order_id","seq"),
	CONSTRAINT "supervision_order_events_once" UNIQUE("enterprise_id","client_id"),
	CONSTRAINT "supervision_order_events_seq" CHECK ("supervision_order_events"."seq" > 0),
	CONSTRAINT "supervision_order_events_type_known" CHECK ("supervision_order_events"."type" IN ('issue', 'sign', 'progress', 'reply', 'accept', 'return', 'withdraw')),
	CONSTRAINT "supervision_order_events_part_known" CHECK ("supervision_order_events"."actor_role" IN ('office', 'principal', 'safety-officer', 'rectifier')),
	CONSTRAINT "supervision_order_events_from_known" CHECK ("supervision_order_events"."from_status" IN ('issued', 'signed', 'in-progress', 'replied', 'returned', 'accepted', 'withdrawn')),
	CONSTRAINT "supervision_order_events_to_known" CHECK ("supervision_order_events"."to_status" IN ('issued', 'signed', 'in-progress', 'replied', 'returned', 'accepted', 'withdrawn'))
);
--> statement-breakpoint
CREATE TABLE "supervision_order_evidence" (
	"enterprise_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"evidence_id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	CONSTRAINT "supervision_order_evidence_enterprise_id_order_id_seq_evidence_id_pk" PRIMARY KEY("enterprise_id","order_id","seq","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "supervision_orders" (
	"enterprise_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"grid_id" uuid NOT NULL,
	"office_id" uuid NOT NULL,
	"hazard_id" uuid,
	"document_no" text NOT NULL,
	"title" text NOT NULL,
	"requirement" text NOT NULL,
	"status" text NOT NULL,
	"deadline" date NOT NULL,
	"issued_by" uuid,
	"issued_by_name" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	"replied_at" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"round" integer DEFAULT 0 NOT NULL,
	"last_seq" integer NOT NULL,
	CONSTRAINT "supervision_orders_enterprise_id_id_pk" PRIMARY KEY("enterprise_id","id"),
	CONSTRAINT "supervision_orders_document_key" UNIQUE("enterprise_id","document_no"),
	CONSTRAINT "supervision_orders_status_known" CHECK ("supervision_orders"."status" IN ('issued', 'signed', 'in-progress', 'replied', 'returned', 'accepted', 'withdrawn')),
	CONSTRAINT "supervision_orders_round" CHECK ("supervision_orders"."round" >= 0),
	CONSTRAINT "supervision_orders_last_seq" CHECK ("supervision_orders"."last_seq" > 0),
	CONSTRAINT "supervision_orders_replied_when" CHECK ("supervision_orders"."replied_at" IS NOT NULL OR "supervision_orders"."status" NOT IN ('replied', 'accepted')),
	CONSTRAINT "supervision_orders_accepted_when" CHECK (("supervision_orders"."accepted_at" IS NOT NULL) = ("supervision_orders"."status" = 'accepted'))
);
--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_grid_id_grids_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_role_of_user" FOREIGN KEY ("user_id","role") REFERENCES "public"."users"("id","role") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_successor" FOREIGN KEY ("successor_id") REFERENCES "public"."appointments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_codes" ADD CONSTRAINT "disclosure_codes_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_items" ADD CONSTRAINT "disclosure_items_batch_id_disclosure_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."disclosure_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disclosure_items" ADD CONSTRAINT "disclosure_items_enterprise_id_enterprises_id_fk" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_concerns" ADD CONSTRAINT "public_concerns_enterprise" FOREIGN KEY ("enterprise_id") REFERENCES "public"."enterprises"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_records" ADD CONSTRAINT "public_records_batch_number_public_batches_number_fk" FOREIGN KEY ("batch_number") REFERENCES "public"."public_batches"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_removals" ADD CONSTRAINT "public_removals_batch_number_public_batches_number_fk" FOREIGN KEY ("batch_number") REFERENCES "public"."public_batches"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_area_code_areas_code_fk" FOREIGN KEY ("area_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_town_code_areas_code_fk" FOREIGN KEY ("town_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_grid_in_town" FOREIGN KEY ("grid_id","town_code") REFERENCES "public"."grids"("id","town_code") ON DELETE no action ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "grid_overrides" ADD CONSTRAINT "grid_overrides_of_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "hazard_event_evidence" ADD CONSTRAINT "hazard_event_evidence_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "hazard_event_evidence" ADD CONSTRAINT "hazard_event_evidence_of_event" FOREIGN KEY ("enterprise_id","hazard_id","seq") REFERENCES "public"."hazard_events"("enterprise_id","hazard_id","seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard_event_evidence" ADD CONSTRAINT "hazard_event_evidence_file" FOREIGN KEY ("enterprise_id","evidence_id") REFERENCES "public"."evidence"("enterprise_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard_events" ADD CONSTRAINT "hazard_events_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "hazard_events" ADD CONSTRAINT "hazard_events_of_hazard" FOREIGN KEY ("enterprise_id","hazard_id") REFERENCES "public"."hazards"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard_reminders" ADD CONSTRAINT "hazard_reminders_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "hazard_reminders" ADD CONSTRAINT "hazard_reminders_of_hazard" FOREIGN KEY ("enterprise_id","hazard_id") REFERENCES "public"."hazards"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id","town_code") REFERENCES "public"."enterprises"("id","grid_id","office_id","town_code") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_at_risk_point" FOREIGN KEY ("enterprise_id","risk_point_id") REFERENCES "public"."risk_points"("enterprise_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_linked_to" FOREIGN KEY ("enterprise_id","linked_to") REFERENCES "public"."hazards"("enterprise_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_merged_into" FOREIGN KEY ("enterprise_id","merged_into") REFERENCES "public"."hazards"("enterprise_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_point_past_levels" ADD CONSTRAINT "risk_point_past_levels_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id","town_code") REFERENCES "public"."enterprises"("id","grid_id","office_id","town_code") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "two_factors" ADD CONSTRAINT "two_factors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_items" ADD CONSTRAINT "check_items_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "check_items" ADD CONSTRAINT "check_items_of_standard" FOREIGN KEY ("enterprise_id","standard_id") REFERENCES "public"."inspection_standards"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_finding_evidence" ADD CONSTRAINT "inspection_finding_evidence_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "inspection_finding_evidence" ADD CONSTRAINT "inspection_finding_evidence_of_finding" FOREIGN KEY ("enterprise_id","task_id","check_item_id") REFERENCES "public"."inspection_findings"("enterprise_id","task_id","check_item_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_finding_evidence" ADD CONSTRAINT "inspection_finding_evidence_is" FOREIGN KEY ("enterprise_id","evidence_id") REFERENCES "public"."evidence"("enterprise_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_findings" ADD CONSTRAINT "inspection_findings_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "inspection_findings" ADD CONSTRAINT "inspection_findings_of_task" FOREIGN KEY ("enterprise_id","task_id") REFERENCES "public"."inspection_tasks"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_findings" ADD CONSTRAINT "inspection_findings_at_item" FOREIGN KEY ("enterprise_id","check_item_id") REFERENCES "public"."check_items"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_plans" ADD CONSTRAINT "inspection_plans_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "inspection_plans" ADD CONSTRAINT "inspection_plans_of_standard" FOREIGN KEY ("enterprise_id","standard_id") REFERENCES "public"."inspection_standards"("enterprise_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_standards" ADD CONSTRAINT "inspection_standards_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "inspection_tasks" ADD CONSTRAINT "inspection_tasks_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "inspection_tasks" ADD CONSTRAINT "inspection_tasks_of_plan" FOREIGN KEY ("enterprise_id","plan_id") REFERENCES "public"."inspection_plans"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inspection_tasks" ADD CONSTRAINT "inspection_tasks_of_standard" FOREIGN KEY ("enterprise_id","standard_id") REFERENCES "public"."inspection_standards"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "layer_versions" ADD CONSTRAINT "layer_versions_grid_id_grids_id_fk" FOREIGN KEY ("grid_id") REFERENCES "public"."grids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reads" ADD CONSTRAINT "message_reads_of_message" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "neighbour_notice_recipients" ADD CONSTRAINT "neighbour_notice_recipients_recipient_id_enterprises_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."enterprises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neighbour_notice_recipients" ADD CONSTRAINT "neighbour_notice_recipients_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "neighbour_notice_recipients" ADD CONSTRAINT "neighbour_notice_recipients_of_notice" FOREIGN KEY ("enterprise_id","notice_id") REFERENCES "public"."neighbour_notices"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "neighbour_notices" ADD CONSTRAINT "neighbour_notices_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "received_notices" ADD CONSTRAINT "received_notices_sender_id_enterprises_id_fk" FOREIGN KEY ("sender_id") REFERENCES "public"."enterprises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "received_notices" ADD CONSTRAINT "received_notices_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "enterprise_past_levels" ADD CONSTRAINT "enterprise_past_levels_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "patrol_evidence" ADD CONSTRAINT "patrol_evidence_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "patrol_evidence" ADD CONSTRAINT "patrol_evidence_of_visit" FOREIGN KEY ("enterprise_id","visit_id") REFERENCES "public"."patrol_visits"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patrol_evidence" ADD CONSTRAINT "patrol_evidence_file" FOREIGN KEY ("enterprise_id","evidence_id") REFERENCES "public"."evidence"("enterprise_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patrol_hazards" ADD CONSTRAINT "patrol_hazards_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "patrol_hazards" ADD CONSTRAINT "patrol_hazards_of_visit" FOREIGN KEY ("enterprise_id","visit_id") REFERENCES "public"."patrol_visits"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patrol_visits" ADD CONSTRAINT "patrol_visits_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "areas" ADD CONSTRAINT "areas_parent_code_areas_code_fk" FOREIGN KEY ("parent_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grids" ADD CONSTRAINT "grids_town_code_areas_code_fk" FOREIGN KEY ("town_code") REFERENCES "public"."areas"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grids" ADD CONSTRAINT "grids_successor" FOREIGN KEY ("successor_id") REFERENCES "public"."grids"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accident_cases" ADD CONSTRAINT "accident_cases_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prejudgement_risk_points" ADD CONSTRAINT "prejudgement_risk_points_prejudgement_id_prejudgements_id_fk" FOREIGN KEY ("prejudgement_id") REFERENCES "public"."prejudgements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prejudgement_risk_points" ADD CONSTRAINT "prejudgement_risk_points_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "prejudgement_risk_points" ADD CONSTRAINT "prejudgement_risk_points_point" FOREIGN KEY ("enterprise_id","risk_point_id") REFERENCES "public"."risk_points"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prejudgements" ADD CONSTRAINT "prejudgements_office_id_offices_id_fk" FOREIGN KEY ("office_id") REFERENCES "public"."offices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prejudgements" ADD CONSTRAINT "prejudgements_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_of_source" FOREIGN KEY ("enterprise_id","hazard_source_id") REFERENCES "public"."hazard_sources"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "control_measures" ADD CONSTRAINT "control_measures_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "control_measures" ADD CONSTRAINT "control_measures_of_source" FOREIGN KEY ("enterprise_id","hazard_source_id") REFERENCES "public"."hazard_sources"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hazard_sources" ADD CONSTRAINT "hazard_sources_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "hazard_sources" ADD CONSTRAINT "hazard_sources_at_risk_point" FOREIGN KEY ("enterprise_id","risk_point_id") REFERENCES "public"."risk_points"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responsibilities" ADD CONSTRAINT "responsibilities_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "responsibilities" ADD CONSTRAINT "responsibilities_for_point" FOREIGN KEY ("enterprise_id","risk_point_id") REFERENCES "public"."risk_points"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "risk_points" ADD CONSTRAINT "risk_points_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id","town_code") REFERENCES "public"."enterprises"("id","grid_id","office_id","town_code") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_order_events" ADD CONSTRAINT "supervision_order_events_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "supervision_order_events" ADD CONSTRAINT "supervision_order_events_of_order" FOREIGN KEY ("enterprise_id","order_id") REFERENCES "public"."supervision_orders"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_order_evidence" ADD CONSTRAINT "supervision_order_evidence_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "supervision_order_evidence" ADD CONSTRAINT "supervision_order_evidence_of_event" FOREIGN KEY ("enterprise_id","order_id","seq") REFERENCES "public"."supervision_order_events"("enterprise_id","order_id","seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_order_evidence" ADD CONSTRAINT "supervision_order_evidence_file" FOREIGN KEY ("enterprise_id","evidence_id") REFERENCES "public"."evidence"("enterprise_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervision_orders" ADD CONSTRAINT "supervision_orders_with_enterprise" FOREIGN KEY ("enterprise_id","grid_id","office_id") REFERENCES "public"."enterprises"("id","grid_id","office_id") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "supervision_orders" ADD CONSTRAINT "supervision_orders_about_hazard" FOREIGN KEY ("enterprise_id","hazard_id") REFERENCES "public"."hazards"("enterprise_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointments_user_idx" ON "appointments" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "appointments_grid_idx" ON "appointments" USING btree ("grid_id");--> statement-breakpoint
CREATE INDEX "appointments_office_idx" ON "appointments" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "appointments_enterprise_idx" ON "appointments" USING btree ("enterprise_id");--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_log_actor_name_idx" ON "audit_log" USING gin ("actor_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "audit_log_object_idx" ON "audit_log" USING gin ("object_key" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "audit_log_object_name_idx" ON "audit_log" USING gin ("object_name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "audit_log_enterprise_idx" ON "audit_log" USING btree ("enterprise_id","seq");--> statement-breakpoint
CREATE INDEX "changes_at_idx" ON "changes" USING btree ("at");--> statement-breakpoint
CREATE UNIQUE INDEX "disclosure_batches_one_open" ON "disclosure_batches" USING btree ((true)) WHERE status IN ('draft', 'submitted', 'returned');--> statement-breakpoint
CREATE INDEX "disclosure_items_enterprise_idx" ON "disclosure_items" USING btree ("enterprise_id");--> statement-breakpoint
CREATE INDEX "public_batches_recent_idx" ON "public_batches" USING btree ("published_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "public_concerns_open_idx" ON "public_concerns" USING btree ("status","received_at");--> statement-breakpoint
CREATE INDEX "public_records_code_idx" ON "public_records" USING btree ("code");--> statement-breakpoint
CREATE INDEX "enterprises_order_idx" ON "enterprises" USING btree ((coalesce("risk_level", 5)),"initials" COLLATE "C","id");--> statement-breakpoint
CREATE INDEX "enterprises_kind_idx" ON "enterprises" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "enterprises_industry_idx" ON "enterprises" USING btree ("industry_code");--> statement-breakpoint
CREATE INDEX "enterprises_grid_idx" ON "enterprises" USING btree ("grid_id");--> statement-breakpoint
CREATE INDEX "enterprises_area_idx" ON "enterprises" USING btree ("area_code" text_pattern_ops);--> statement-breakpoint
CREATE INDEX "enterprises_town_idx" ON "enterprises" USING btree ("town_code");--> statement-breakpoint
CREATE INDEX "enterprises_geom_idx" ON "enterprises" USING gist ("geom");--> statement-breakpoint
CREATE INDEX "enterprises_geography_idx" ON "enterprises" USING gist (("geom"::geography));--> statement-breakpoint
CREATE INDEX "enterprises_search_idx" ON "enterprises" USING gin (("name" || ' ' || "initials" || ' ' || lower("credit_code")) gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "evidence_sha256_idx" ON "evidence" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "evidence_uploaded_idx" ON "evidence" USING btree ("uploaded_at");--> statement-breakpoint
CREATE INDEX "grid_overrides_grid_idx" ON "grid_overrides" USING btree ("grid_id");--> statement-breakpoint
CREATE INDEX "hazard_event_evidence_file_idx" ON "hazard_event_evidence" USING btree ("enterprise_id","evidence_id");--> statement-breakpoint
CREATE INDEX "hazards_code_idx" ON "hazards" USING btree (left("code", 8),length("code") DESC,"code" DESC);--> statement-breakpoint
CREATE INDEX "hazards_recent_idx" ON "hazards" USING btree ("reported_at" DESC NULLS LAST,"enterprise_id","id");--> statement-breakpoint
CREATE INDEX "hazards_status_idx" ON "hazards" USING btree ("status","reported_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "hazards_deadline_idx" ON "hazards" USING btree ("deadline");--> statement-breakpoint
CREATE INDEX "hazards_grid_idx" ON "hazards" USING btree ("grid_id");--> statement-breakpoint
CREATE INDEX "hazards_town_idx" ON "hazards" USING btree ("town_code");--> statement-breakpoint
CREATE INDEX "hazards_geom_idx" ON "hazards" USING gist ("geom");--> statement-breakpoint
CREATE INDEX "hazards_geography_idx" ON "hazards" USING gist (("geom"::geography));--> statement-breakpoint
CREATE INDEX "risk_point_past_levels_until_idx" ON "risk_point_past_levels" USING btree ("until_on");--> statement-breakpoint
CREATE INDEX "sessions_user_idx" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "verifications_identifier_idx" ON "verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "check_items_standard_idx" ON "check_items" USING btree ("enterprise_id","standard_id","seq");--> statement-breakpoint
CREATE INDEX "check_items_point_idx" ON "check_items" USING btree ("enterprise_id","risk_point_id");--> statement-breakpoint
CREATE INDEX "check_items_measure_idx" ON "check_items" USING btree ("enterprise_id","measure_id");--> statement-breakpoint
CREATE INDEX "inspection_findings_hazard_idx" ON "inspection_findings" USING btree ("enterprise_id","hazard_id");--> statement-breakpoint
CREATE INDEX "inspection_findings_item_idx" ON "inspection_findings" USING btree ("enterprise_id","check_item_id");--> statement-breakpoint
CREATE INDEX "inspection_plans_standard_idx" ON "inspection_plans" USING btree ("enterprise_id","standard_id");--> statement-breakpoint
CREATE INDEX "inspection_tasks_due_idx" ON "inspection_tasks" USING btree ("due_on" DESC NULLS LAST,"enterprise_id","id");--> statement-breakpoint
CREATE INDEX "inspection_tasks_grid_idx" ON "inspection_tasks" USING btree ("grid_id");--> statement-breakpoint
CREATE INDEX "messages_recent_idx" ON "messages" USING btree ("sent_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "messages_grid_idx" ON "messages" USING btree ("grid_id","sent_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "messages_office_idx" ON "messages" USING btree ("office_id","sent_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "neighbour_notice_recipients_of_idx" ON "neighbour_notice_recipients" USING btree ("recipient_id");--> statement-breakpoint
CREATE INDEX "neighbour_notice_recipients_delivery_idx" ON "neighbour_notice_recipients" USING btree ("enterprise_id","delivery_id");--> statement-breakpoint
CREATE UNIQUE INDEX "neighbour_notices_one_draft" ON "neighbour_notices" USING btree ("enterprise_id","risk_point_id") WHERE status = 'draft';--> statement-breakpoint
CREATE UNIQUE INDEX "neighbour_notices_one_in_force" ON "neighbour_notices" USING btree ("enterprise_id","risk_point_id") WHERE status = 'issued';--> statement-breakpoint
CREATE INDEX "neighbour_notices_recent_idx" ON "neighbour_notices" USING btree ((coalesce("issued_at", "drafted_at")) DESC,"enterprise_id","id");--> statement-breakpoint
CREATE INDEX "neighbour_notices_office_idx" ON "neighbour_notices" USING btree ("office_id","status");--> statement-breakpoint
CREATE INDEX "neighbour_notices_grid_idx" ON "neighbour_notices" USING btree ("grid_id","status");--> statement-breakpoint
CREATE INDEX "neighbour_notices_renew_idx" ON "neighbour_notices" USING btree ("renew_on") WHERE status = 'issued';--> statement-breakpoint
CREATE INDEX "neighbour_notices_geom_idx" ON "neighbour_notices" USING gist ("geom");--> statement-breakpoint
CREATE UNIQUE INDEX "received_notices_one_current" ON "received_notices" USING btree ("enterprise_id","sender_id","risk_point_id") WHERE status = 'current';--> statement-breakpoint
CREATE INDEX "received_notices_sender_idx" ON "received_notices" USING btree ("sender_id","notice_id");--> statement-breakpoint
CREATE INDEX "received_notices_recent_idx" ON "received_notices" USING btree ("issued_at" DESC NULLS LAST,"enterprise_id","id");--> statement-breakpoint
CREATE INDEX "received_notices_office_idx" ON "received_notices" USING btree ("office_id");--> statement-breakpoint
CREATE INDEX "received_notices_grid_idx" ON "received_notices" USING btree ("grid_id");--> statement-breakpoint
CREATE INDEX "received_notices_unsigned_idx" ON "received_notices" USING btree ("issued_at") WHERE status = 'current' AND signed_at IS NULL;--> statement-breakpoint
CREATE INDEX "patrol_evidence_file_idx" ON "patrol_evidence" USING btree ("enterprise_id","evidence_id");--> statement-breakpoint
CREATE INDEX "patrol_hazards_hazard_idx" ON "patrol_hazards" USING btree ("enterprise_id","hazard_id");--> statement-breakpoint
CREATE INDEX "patrol_visits_day_idx" ON "patrol_visits" USING btree ("enterprise_id","visited_on");--> statement-breakpoint
CREATE INDEX "patrol_visits_recent_idx" ON "patrol_visits" USING btree ("finished_at" DESC NULLS LAST,"enterprise_id","id");--> statement-breakpoint
CREATE INDEX "patrol_visits_grid_idx" ON "patrol_visits" USING btree ("grid_id");--> statement-breakpoint
CREATE INDEX "patrol_visits_user_idx" ON "patrol_visits" USING btree ("user_id","visited_on");--> statement-breakpoint
CREATE INDEX "areas_geom_idx" ON "areas" USING gist ("geom");--> statement-breakpoint
CREATE INDEX "areas_parent_idx" ON "areas" USING btree ("parent_code");--> statement-breakpoint
CREATE INDEX "grids_town_idx" ON "grids" USING btree ("town_code");--> statement-breakpoint
CREATE INDEX "grids_geom_idx" ON "grids" USING gist ("geom");--> statement-breakpoint
CREATE INDEX "accident_cases_order_idx" ON "accident_cases" USING btree ("occurred_on" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "prejudgement_risk_points_of_idx" ON "prejudgement_risk_points" USING btree ("prejudgement_id");--> statement-breakpoint
CREATE INDEX "prejudgements_order_idx" ON "prejudgements" USING btree ("period_from" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "prejudgements_enterprise_idx" ON "prejudgements" USING btree ("enterprise_id");--> statement-breakpoint
CREATE INDEX "prejudgements_grid_idx" ON "prejudgements" USING btree ("grid_id");--> statement-breakpoint
CREATE INDEX "assessments_source_idx" ON "assessments" USING btree ("enterprise_id","hazard_source_id");--> statement-breakpoint
CREATE INDEX "control_measures_source_idx" ON "control_measures" USING btree ("enterprise_id","hazard_source_id");--> statement-breakpoint
CREATE INDEX "hazard_sources_point_idx" ON "hazard_sources" USING btree ("enterprise_id","risk_point_id");--> statement-breakpoint
CREATE INDEX "responsibilities_point_idx" ON "responsibilities" USING btree ("enterprise_id","risk_point_id");--> statement-breakpoint
CREATE INDEX "risk_points_level_idx" ON "risk_points" USING btree ("level");--> statement-breakpoint
CREATE INDEX "risk_points_grid_idx" ON "risk_points" USING btree ("grid_id");--> statement-breakpoint
CREATE INDEX "risk_points_town_idx" ON "risk_points" USING btree ("town_code");--> statement-breakpoint
CREATE INDEX "risk_points_geom_idx" ON "risk_points" USING gist ("geom");--> statement-breakpoint
CREATE INDEX "risk_points_geography_idx" ON "risk_points" USING gist (("geom"::geography));--> statement-breakpoint
CREATE INDEX "risk_points_extent_idx" ON "risk_points" USING gist (("extent"::geography)) WHERE extent IS NOT NULL;--> statement-breakpoint
CREATE INDEX "supervision_orders_recent_idx" ON "supervision_orders" USING btree ("issued_at" DESC NULLS LAST,"enterprise_id","id");--> statement-breakpoint
CREATE INDEX "supervision_orders_office_idx" ON "supervision_orders" USING btree ("office_id","status");--> statement-breakpoint
CREATE INDEX "supervision_orders_grid_idx" ON "supervision_orders" USING btree ("grid_id");--> statement-breakpoint
CREATE INDEX "supervision_orders_hazard_idx" ON "supervision_orders" USING btree ("enterprise_id","hazard_id");