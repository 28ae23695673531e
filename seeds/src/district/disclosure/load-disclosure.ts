import type { Tx } from '@onemap/api/db/database'
import { addPublicRecords } from '@onemap/api/db/public-records'
import { readSites, SUGGESTED, type KnownSite } from '@onemap/api/db/roster-sites'
import { queryRow } from '@onemap/api/db/rows'
import { sql } from '@onemap/api/db/sql'
import { batchNumber } from '@onemap/api/domain/disclosure-batch'
import { publicRecordOf, type PublicRecord } from '@onemap/api/domain/public-roster'
import { isRiskLevel } from '@onemap/api/domain/risk-level'
import { z } from 'zod'
import { chinaTime, instant } from '../calendar.ts'
import { createRandom, type Random } from '../random.ts'

const ALPHABET = [...'0123456789BCDFGHJKMNPQRSTVWXYZ']
const EDITIONS = 3
/** Published in the window, between the 11th and the 20th. */
const DAY_OF_MONTH = 12
const Officer = z.object({ id: z.uuid(), name: z.string() })

interface Edition {
  readonly number: string
  readonly previous: string | null
  readonly day: string
  readonly records: readonly PublicRecord[]
  /** Codes that were in the edition before and are not in this one. */
  readonly removed: readonly PublicRecord[]
}

/** Publishes three editions of the roster, each prepared by one officer and approved by the head of office. */
export async function loadDisclosure(
  tx: Tx,
  { seed, asOf }: { readonly seed: string; readonly asOf: string },
): Promise<void> {
  const preparer = await queryRow(
    tx,
    Officer,
    sql`SELECT id, name FROM users WHERE username = 'bureau02'`,
  )
  const head = await queryRow(
    tx,
    Officer,
    sql`SELECT id, name FROM users WHERE username = 'bureau'`,
  )
  if (preparer === undefined || head === undefined) return
  const random = createRandom(`${seed} disclosure`)
  const sites = await readSites(tx, SUGGESTED)
  const codes = new Map(sites.map(({ enterpriseId }) => [enterpriseId, publicCode(random)]))
  await tx.execute(sql`
    INSERT INTO disclosure_codes (enterprise_id, code)
    SELECT enterprise_id, code FROM jsonb_to_recordset(${JSON.stringify([...codes].map(([id, code]) => ({ enterprise_id: id, code })))}::jsonb) AS c (enterprise_id uuid, code text)`)
  const records = sites.flatMap((site) => recordOf(site, codes.get(site.enterpriseId) ?? ''))
  for (const edition of editions(random, records, asOf))
    await publish(tx, edition, preparer, head, random.uuid())
}

function recordOf(site: KnownSite, code: string): PublicRecord[] {
  return site.level === null ? [] : [publicRecordOf({ ...site, code, level: site.level })]
}

/** The editions of the last months: earlier ones lack some sites and know others by another level. */
function editions(random: Random, records: readonly PublicRecord[], asOf: string): Edition[] {
  const months = monthsUntil(asOf)
  const made: Edition[] = []
  for (const [index, month] of months.entries()) {
    const age = months.length - 1 - index
    const roster = records
      .filter((_, at) => (age === 0 ? at % 41 !== 7 : at % 23 >= age))
      .map((record, at) =>
        at % 17 === age && age > 0 ? { ...record, level: another(random, record.level) } : record,
      )
      .map((record) => ({
        ...record,
        lastVisit:
          record.lastVisit !== null && record.lastVisit <= `${month}-${DAY_OF_MONTH}`
            ? record.lastVisit
            : null,
      }))
    const before = made.at(-1)
    const year = Number(month.slice(0, 4))
    made.push({
      number: batchNumber(year, Number(month.slice(5, 7))),
      previous: before?.number ?? null,
      day: `${month}-${DAY_OF_MONTH}`,
      records: roster,
      removed: (before?.records ?? []).filter(
        ({ code }) => !roster.some((record) => record.code === code),
      ),
    })
  }
  return made
}

function another(random: Random, level: PublicRecord['level']): PublicRecord['level'] {
  const near = level === 1 ? 2 : random.chance(0.5) ? level - 1 : Math.min(4, level + 1)
  return isRiskLevel(near) ? near : level
}

/** The last months whose day of publication is over, oldest first, `YYYY-MM`. */
function monthsUntil(asOf: string): string[] {
  const [year = 0, month = 0, day = 0] = asOf.split('-').map(Number)
  const last = year * 12 + month - 1 - (day >= DAY_OF_MONTH ? 0 : 1)
  return Array.from({ length: EDITIONS }, (_, index) => {
    const at = last - (EDITIONS - 1 - index)
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

async function publish(
  tx: Tx,
  { number, previous, day, records, removed }: Edition,
  preparer: z.output<typeof Officer>,
  head: z.output<typeof Officer>,
  id: string,
): Promise<void> {
  const period = day.slice(0, 7)
  const title = `${period} 风险源名册（续报）`
  const at = (minutes: number) => chinaTime(instant(day, minutes))
  await tx.execute(sql`
    INSERT INTO disclosure_batches (id, number, kind, period, status, title, note, prepared_by, prepared_by_name, prepared_at, submitted_at,
      decided_by, decided_by_name, decided_at, opinion)
    VALUES (${id}, ${number}, 'regular', ${period}, 'published', ${title}, '', ${preparer.id}, ${preparer.name}, ${at(540)}, ${at(640)},
      ${head.id}, ${head.name}, ${at(900)}, '同意公布')`)
  await tx.execute(sql`
    INSERT INTO disclosure_items (batch_id, enterprise_id, part, reason, frozen)
    SELECT ${id}::uuid, c.enterprise_id, CASE WHEN r.gone THEN 'remove' ELSE 'include' END, CASE WHEN r.gone THEN ${REASON} END, CASE WHEN r.gone THEN NULL ELSE r.record END
    FROM (
      SELECT value AS record, false AS gone FROM jsonb_array_elements(${JSON.stringify(records)}::jsonb)
      UNION ALL SELECT value, true FROM jsonb_array_elements(${JSON.stringify(removed)}::jsonb)
    ) r
    JOIN disclosure_codes c ON c.code = r.record ->> 'code'`)
  await tx.execute(sql`
    INSERT INTO public_batches (number, kind, period, title, note, published_at, records, previous)
    VALUES (${number}, 'regular', ${period}, ${title}, '', ${at(900)}, ${records.length}, ${previous})`)
  await addPublicRecords(tx, number, records)
  await tx.execute(sql`
    INSERT INTO public_removals (batch_number, code, operator, kind, reason)
    SELECT ${number}, value ->> 'code', value ->> 'operator', 'removed', ${REASON} FROM jsonb_array_elements(${JSON.stringify(removed)}::jsonb)`)
}

const REASON = '复评后风险等级降低，不再列入名册'

function publicCode(random: Random): string {
  return Array.from({ length: 8 }, () => random.pick(ALPHABET)).join('')
}
