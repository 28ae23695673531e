-- Text as searches compare it: foldForSearch of domain/search-text.ts says the same, and a test holds the two together.
-- Case and everything else is written out: what a collation of the server makes of it is not asked.
CREATE FUNCTION search_fold(words text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  plain text := lower(normalize(words, NFKC) COLLATE "C");
BEGIN
  -- Nearly every text stands in the first form already, and looking is a hundred times as quick as translating.
  IF plain ~ '[^ !-Z\\^-z|~\u00A0\u3001\u3002\u4E00-\u9FFF]' THEN
    plain := translate(
      plain,
      '⺁⺂⺃⺄⺅⺆⺈⺉⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺜⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺧⺨⺩⺫⺬⺭⺯⺰⺱⺲⺳⺴⺶⺹⺺⺻'
        || '⺼⺾⺿⻀⻁⻂⻃⻄⻅⻆⻈⻉⻋⻌⻍⻎⻏⻐⻑⻒⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲⻳'
        || '[{【〔〖〘〚〈《「『⟨⟪]}】〕〗〙〛〉》」』⟩⟫“”„‟‘’‚‛′‐‒–—―−•‧∙⋅・'
        || 'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ'
        || U&'\0009\000A\000B\000C\000D\0085\1680\2028\2029'
        || U&'\00AD\200B\200C\200D\200E\200F\202A\202B\202C\202D\202E\2060\2061\2062\2063\2064'
        || U&'\2065\2066\2067\2068\2069\206A\206B\206C\206D\206E\206F\FE00\FE01\FE02\FE03\FE04'
        || U&'\FE05\FE06\FE07\FE08\FE09\FE0A\FE0B\FE0C\FE0D\FE0E\FE0F\FEFF',
      '厂乛乚乙亻冂刀刂卜㔾小小兀尣尢巳幺彑忄心扌攵旡日月歺母民氵氺灬爫爫丬牛犭王目示礻糹纟罓罒㓁冗羊耂肀聿'
        || '肉艹艹艹虎衤覀西见角讠贝车辶辶辶邑钅長镸长门阝雨青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟'
        || '((((((((((((()))))))))))))""""''''''''''------·····'
        || 'àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþαβγδεζηθικλμνξοπρστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюя'
        || '         '
    );
  END IF;
  RETURN btrim(regexp_replace(plain, ' {2,}', ' ', 'g'));
END $$;
--> statement-breakpoint
-- What changes of it follows from what is on record already.
CREATE OR REPLACE FUNCTION audit_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET timezone = 'Asia/Shanghai' AS $$
DECLARE
  before_row jsonb := to_jsonb(OLD);
  after_row jsonb := to_jsonb(NEW);
  stands jsonb := coalesce(after_row, before_row);
  unmentioned text[] := ARRAY['updated_at', 'version', 'search_text', 'failed_verification_count'];
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
ALTER TABLE enterprises ADD COLUMN search_text text NOT NULL
  GENERATED ALWAYS AS (search_fold(name || ' ' || initials || ' ' || credit_code)) STORED;
--> statement-breakpoint
DROP INDEX enterprises_search_idx;
--> statement-breakpoint
CREATE INDEX enterprises_search_idx ON enterprises USING gin (search_text gin_trgm_ops);
--> statement-breakpoint
DROP INDEX audit_log_object_name_idx;
--> statement-breakpoint
DROP INDEX audit_log_actor_name_idx;
--> statement-breakpoint
CREATE INDEX audit_log_actor_name_idx ON audit_log USING gin (search_fold(actor_name) gin_trgm_ops);
--> statement-breakpoint
CREATE INDEX audit_log_object_name_idx ON audit_log USING gin (search_fold(object_name) gin_trgm_ops);
--> statement-breakpoint
CREATE OR REPLACE FUNCTION find_enterprise_names(words text, most integer) RETURNS TABLE (id uuid, name text, credit_code text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
  AS $$
    SELECT e.id, e.name, e.credit_code
    FROM public.enterprises e
    WHERE strpos(e.search_text, public.search_fold(words)) > 0
    ORDER BY e.initials COLLATE "C", e.id
    LIMIT least(most, 50)
  $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION enterprises_by_name(of_enterprise uuid, words text, metres double precision, most integer)
RETURNS TABLE (id uuid, name text, kind text, geom geometry, distance double precision)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT may_see_enterprise(of_enterprise) THEN RETURN; END IF;
  RETURN QUERY
    SELECT n.id, n.name, n.kind, n.geom, ST_Distance(n.geom::geography, e.geom::geography)
    FROM enterprises e
    JOIN enterprises n ON ST_DWithin(n.geom::geography, e.geom::geography, metres) AND n.id <> e.id
    WHERE e.id = of_enterprise
      AND (strpos(search_fold(n.name), search_fold(words)) > 0 OR strpos(n.initials, search_fold(words)) > 0)
    ORDER BY 5, n.id
    LIMIT most;
END $$;
--> statement-breakpoint
-- Wrong passwords, by account and by where they come from, whether or not there is such an account: what somebody who
-- guesses is told, and how soon, is the same.
CREATE TABLE sign_in_failures (
  kind text NOT NULL,
  account text NOT NULL DEFAULT '',
  origin text NOT NULL DEFAULT '',
  failures integer NOT NULL,
  last_at timestamp with time zone NOT NULL,
  paused_until timestamp with time zone,
  CONSTRAINT sign_in_failures_pk PRIMARY KEY (kind, account, origin),
  CONSTRAINT sign_in_failures_kind_known CHECK (kind IN ('account', 'pair', 'device', 'address'))
);
--> statement-breakpoint
CREATE INDEX sign_in_failures_last_idx ON sign_in_failures USING btree (last_at);
--> statement-breakpoint
CREATE INDEX sign_in_failures_account_idx ON sign_in_failures USING btree (account);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_failures TO onemap_identity;
--> statement-breakpoint
GRANT SELECT, DELETE ON sign_in_failures TO onemap_admin;
-- users.failed_sign_ins and users.locked_until stay as they were: nothing writes them any more, and no row is lost.

--> statement-breakpoint
-- The map's past is searched as its present is.
CREATE OR REPLACE VIEW enterprise_stretches WITH (security_invoker = true) AS
  SELECT e.id, e.name, e.initials, e.credit_code, e.kind, e.industry_code, e.industry, e.geom, e.area_code, e.town_code, e.grid_id, e.office_id,
    s.level AS risk_level, s.from_on, s.until_on, e.search_text
  FROM enterprises e
  JOIN (
    SELECT p.enterprise_id, p.level, lag(p.until_on) OVER (PARTITION BY p.enterprise_id ORDER BY p.until_on) + 1 AS from_on, p.until_on
    FROM enterprise_past_levels p
    UNION ALL
    SELECT e.id, e.risk_level, (SELECT max(p.until_on) + 1 FROM enterprise_past_levels p WHERE p.enterprise_id = e.id), NULL
    FROM enterprises e
  ) AS found (enterprise_id, level, from_on, until_on) ON found.enterprise_id = e.id
  CROSS JOIN LATERAL (
    SELECT found.level, coalesce(found.from_on, (e.created_at AT TIME ZONE 'Asia/Shanghai')::date) AS from_on, found.until_on
  ) s
  WHERE s.until_on IS NULL OR s.from_on <= s.until_on;
