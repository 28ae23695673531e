import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { openPostgis } from '../src/db/postgis.ts'

const SEEDS = fileURLToPath(new URL('../../seeds', import.meta.url))
/** Enterprises per square kilometre of the scaling runs: as dense as 10,000 in the district. */
const SPACING_DEGREES = { lon: 0.0025, lat: 0.0021 }

/** Address of a database beside the one of the environment: a benchmark never writes into anybody's data. */
export function beside(address: string, suffix: string): string {
  const url = new URL(address)
  url.pathname = `${url.pathname}_${suffix}`
  return url.href
}

/** BENCH_DATABASE_URL names the benchmark's own database; beside DATABASE_URL one is made. @throws Error without either */
export function benchAddress(): string {
  const { BENCH_DATABASE_URL, DATABASE_URL } = process.env
  if (BENCH_DATABASE_URL) return BENCH_DATABASE_URL
  if (DATABASE_URL) return beside(DATABASE_URL, 'bench')
  throw new Error('The benchmark needs PostGIS: set BENCH_DATABASE_URL or DATABASE_URL.')
}

/** Makes a database unless it is there. */
async function makeDatabase(address: string): Promise<void> {
  const name = new URL(address).pathname.slice(1)
  const server = new URL(address)
  server.pathname = '/postgres'
  const client = new Client({ connectionString: server.href })
  await client.connect()
  const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (rowCount === 0) await client.query(`CREATE DATABASE "${name.replaceAll('"', '""')}"`)
  await client.end()
}

async function count(address: string, rows: string): Promise<number> {
  const client = new Client({ connectionString: address })
  await client.connect()
  const result = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${rows}`)
  await client.end()
  return result.rows[0]?.n ?? 0
}

/** A database with 10,000 enterprises and a million risk points, made by the generator unless it is there. */
export async function districtDatabase(address: string): Promise<void> {
  await makeDatabase(address)
  await (await openPostgis(address)).close()
  if ((await count(address, 'risk_points')) >= 1_000_000) return
  console.log('seeding 1,000,000 risk points, this takes some minutes …')
  const { status } = spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      'src/seed.ts',
      '--enterprises',
      '10000',
      '--risk-points',
      '1000000',
      '--replace',
    ],
    {
      cwd: SEEDS,
      env: { ...process.env, DATABASE_URL: address },
      stdio: 'inherit',
    },
  )
  if (status !== 0) throw new Error('the generator failed')
}

/** A database with so many enterprises and nothing else, equally dense whatever their number. */
export async function scaledDatabase(address: string, enterprises: number): Promise<void> {
  await makeDatabase(address)
  await (await openPostgis(address)).close()
  if ((await count(address, 'enterprises')) === enterprises) return
  const client = new Client({ connectionString: address })
  await client.connect()
  const side = Math.ceil(Math.sqrt(enterprises))
  await client.query(`
    BEGIN;
    SET LOCAL app.bulk = 'true';
    DELETE FROM enterprises;
    INSERT INTO areas (code, name, level, parent_code) VALUES ('370405', '区', 'county', NULL), ('370405001', '镇', 'town', '370405')
      ON CONFLICT DO NOTHING;
    INSERT INTO offices (id, code, name, phone) VALUES ('00000000-0000-4000-8000-00000000000f', 'A', '科', '1') ON CONFLICT DO NOTHING;
    INSERT INTO grids (id, code, name, town_code, geom)
      VALUES ('00000000-0000-4000-8000-00000000000a', 'A', '格', '370405001', ST_Multi(ST_MakeEnvelope(110, 30, 112, 32, 4326)))
      ON CONFLICT DO NOTHING;
    INSERT INTO enterprises (id, credit_code, name, initials, kind, industry_code, industry, address, area_code, town_code, grid_id, office_id, geom, source_datum)
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, '91370405' || lpad(n::text, 10, '0'), '企业' || n, 'qy' || n,
           'general', '2614', '化学', '地址', '370405001', '370405001', '00000000-0000-4000-8000-00000000000a',
           '00000000-0000-4000-8000-00000000000f',
           ST_SetSRID(ST_MakePoint(110 + (n % ${side}) * ${SPACING_DEGREES.lon}, 30 + (n / ${side}) * ${SPACING_DEGREES.lat}), 4326), 'wgs84'
    FROM generate_series(0, ${enterprises - 1}) AS n
    ORDER BY md5(n::text);
    COMMIT;
  `)
  await client.query('VACUUM ANALYZE')
  await client.end()
}

/** Id of the enterprise in the middle of a scaled database. */
export function middleOf(enterprises: number): string {
  const side = Math.ceil(Math.sqrt(enterprises))
  const number = Math.floor(side / 2) * side + Math.floor(side / 2)
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

/** Id of a risk point in the middle of an enterprise of a scaled database; made unless it is there. */
export async function riskPointAt(address: string, enterpriseId: string): Promise<string> {
  const client = new Client({ connectionString: address })
  await client.connect()
  await client.query(
    `
    INSERT INTO risk_points (enterprise_id, id, no, code, name, type, domain, geom, grid_id, office_id, town_code)
    SELECT e.id, e.id, 1, 'R1', '风险点', 'facility', 'production', e.geom, e.grid_id, e.office_id, e.town_code FROM enterprises e WHERE e.id = $1
    ON CONFLICT DO NOTHING`,
    [enterpriseId],
  )
  await client.end()
  return enterpriseId
}
