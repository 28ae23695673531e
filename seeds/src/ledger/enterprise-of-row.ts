import type { Tx } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'
import { sql } from '@onemap/api/db/sql'
import type { Label } from '@onemap/api/domain/dictionary'
import { textSimilarity } from '@onemap/api/domain/text-similarity'
import { wordKey } from '@onemap/api/ledger/tidy'
import { z } from 'zod'
import { addProblems, type StagedProblem } from './problems.ts'

/** Columns of the staging table that say which enterprise a row is about. */
export const STAGED_ENTERPRISE_OF_ROW = {
  credit_code: 'text',
  enterprise_name: 'text',
  enterprise_key: 'text',
  enterprise_id: 'uuid',
} as const

/** A row's enterprise as it is written. */
export function enterpriseOfRow(values: {
  readonly creditCode: string | null
  readonly enterpriseName: string | null
}) {
  return {
    credit_code: values.creditCode,
    enterprise_name: values.enterpriseName,
    enterprise_key: values.enterpriseName === null ? null : wordKey(values.enterpriseName),
  } satisfies Partial<Record<keyof typeof STAGED_ENTERPRISE_OF_ROW, string | null>>
}

/**
 * Finds the enterprise of every staged row: by credit code, or by name where the row has no code and one enterprise alone
 * is called so. Rows without one are bad.
 */
export async function findEnterprises(tx: Tx): Promise<void> {
  await tx.execute(
    sql`UPDATE staged s SET enterprise_id = e.id FROM enterprises e WHERE e.credit_code = s.credit_code`,
  )
  await tx.execute(sql`
    INSERT INTO import_problems (row_no, heading, zh, en)
    SELECT row_no, '统一社会信用代码',
      format('没有代码为“%s”的企业：请先导入企业台账，或核对代码', credit_code),
      format('There is no enterprise with the code “%s”: import the ledger of enterprises first, or compare the code', credit_code)
    FROM staged
    WHERE credit_code IS NOT NULL AND enterprise_id IS NULL`)
  await findByName(tx)
}

const Registered = z.object({ id: z.string(), creditCode: z.string(), name: z.string() })
type Registered = z.infer<typeof Registered>

async function findByName(tx: Tx): Promise<void> {
  const wanted = await queryRows(
    tx,
    z.object({ key: z.string(), name: z.string(), rows: z.array(z.number()) }),
    sql`
    SELECT enterprise_key AS key, min(enterprise_name) AS name, json_agg(row_no ORDER BY row_no) AS rows
    FROM staged
    WHERE credit_code IS NULL
    GROUP BY enterprise_key`,
  )
  if (wanted.length === 0) return
  const registered = await readRegistered(tx)
  const found: { key: string; id: string; code: string }[] = []
  for (const [index, { key, name, rows }] of wanted.entries()) {
    const [only, ...others] = registered.byKey.get(key) ?? []
    if (only !== undefined && others.length === 0) {
      found.push({ key, id: only.id, code: only.creditCode })
      continue
    }
    const message =
      only === undefined
        ? unknown(name, index < COMPARED ? registered.all : [])
        : ambiguous(name, [only, ...others])
    await addProblems(
      tx,
      rows.map((ordinal): StagedProblem => ({ ordinal, heading: '企业名称', message })),
    )
  }
  await tx.execute(sql`
    UPDATE staged s SET enterprise_id = f.id, credit_code = f.code
    FROM jsonb_to_recordset(${JSON.stringify(found)}::jsonb) AS f (key text, id uuid, code text)
    WHERE s.credit_code IS NULL AND s.enterprise_key = f.key`)
}

/** Names are compared as searches compare them, which the database's own comparison is not. */
async function readRegistered(
  tx: Tx,
): Promise<{ all: readonly Registered[]; byKey: ReadonlyMap<string, Registered[]> }> {
  const all = await queryRows(
    tx,
    Registered,
    sql`SELECT id, credit_code AS "creditCode", name FROM enterprises ORDER BY name, credit_code`,
  )
  const byKey = new Map<string, Registered[]>()
  for (const one of all) {
    const key = wordKey(one.name)
    byKey.set(key, [...(byKey.get(key) ?? []), one])
  }
  return { all, byKey }
}

const CANDIDATES = 3
/** Unknown names that are compared with every other: a file of them would take minutes. */
const COMPARED = 200
/** Names less alike than this are other enterprises. */
const ALIKE = 0.3

const listed = (enterprises: readonly Registered[]) =>
  enterprises.map(({ name, creditCode }) => `${name}（${creditCode}）`).join('、')

function unknown(name: string, all: readonly Registered[]): Label {
  const near = all
    .map((one) => ({ one, alike: textSimilarity(name, one.name) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, CANDIDATES)
    .map(({ one }) => one)
  return near.length === 0
    ? {
        zh: `没有名为“${name}”的企业：请先导入企业台账，或改填统一社会信用代码`,
        en: `There is no enterprise called “${name}”: import the ledger of enterprises first, or give the credit code`,
      }
    : {
        zh: `没有名为“${name}”的企业，相近的有：${listed(near)}。请改正名称或填统一社会信用代码`,
        en: `There is no enterprise called “${name}”; similar: ${listed(near)}. Correct the name or give the credit code`,
      }
}

const ambiguous = (name: string, enterprises: readonly Registered[]): Label => ({
  zh: `有 ${enterprises.length} 家企业名为“${name}”：${listed(enterprises.slice(0, 5))}。请填统一社会信用代码`,
  en: `${enterprises.length} enterprises are called “${name}”: ${listed(enterprises.slice(0, 5))}. Give the credit code`,
})

/** Rows whose name is not that of the enterprise with their code: the code counts, and the person should know. */
export async function noticeOtherNames(tx: Tx): Promise<Label[]> {
  const named = await queryRows(
    tx,
    z.object({ name: z.string(), key: z.string(), rows: z.number(), first: z.string() }),
    sql`
    SELECT e.name, s.enterprise_key AS key, count(*)::int AS rows,
      (array_agg(r.label ORDER BY s.row_no))[1] AS first
    FROM staged s
    JOIN enterprises e ON e.id = s.enterprise_id
    JOIN import_rows r USING (row_no)
    WHERE s.enterprise_key IS NOT NULL
    GROUP BY e.id, e.name, s.enterprise_key`,
  )
  const other = named.filter(({ name, key }) => wordKey(name) !== key)
  const rows = other.reduce((sum, one) => sum + one.rows, 0)
  const [first] = other
  return first === undefined
    ? []
    : [
        {
          zh: `${rows} 行的企业名称与该信用代码登记的名称不同（如第 ${first.first} 行，登记为“${first.name}”），以信用代码为准。`,
          en: `${rows} rows name the enterprise otherwise than it is registered (row ${first.first}: “${first.name}”); the credit code counts.`,
        },
      ]
}
