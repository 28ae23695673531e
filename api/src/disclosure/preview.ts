import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { compareRosters, publicRecordOf, type PublicRecord } from '../domain/public-roster.ts'
import type { BatchRow } from './batches.ts'
import { listItems, type Item } from './items.ts'
import { lastBatch, publishedRecords } from './published.ts'
import type { BatchProblemCode } from './refusals.ts'
import { RosterRecord, type Preview, type RosterChange } from './schema.ts'
import { readSites, SUGGESTED, type KnownSite } from '../db/roster-sites.ts'

type PreviewOfBatch = z.output<typeof Preview>
type Change = z.output<typeof RosterChange>
type Problem = PreviewOfBatch['problems'][number]

/** Exactly what will be public: made anew while a batch is written, as it was submitted from then on. */
export async function previewOf(tx: Tx, batch: BatchRow): Promise<PreviewOfBatch> {
  const items = await listItems(tx, batch.id)
  const last = batch.number === null ? await lastBatch(tx) : await batchBefore(tx, batch.number)
  const before = last === undefined ? [] : await publishedRecords(tx, last.number)
  const standing = new Map(before.map((record) => [record.code, record]))
  const { records, problems } =
    batch.status === 'draft' || batch.status === 'returned'
      ? compose(batch, items, await sitesOf(tx, batch.id), standing)
      : { records: await frozenRecords(tx, batch.id), problems: [] }
  const removals = items.flatMap(({ code, name, part, reason }) =>
    part === 'include' || !standing.has(code)
      ? []
      : [
          {
            code,
            operator: name,
            kind: part === 'retract' ? ('retracted' as const) : ('removed' as const),
            reason: reason ?? '',
          },
        ],
  )
  const changes = changesBetween(before, records)
  const going = new Set(
    changes
      .filter(({ change }) => change === 'changed' || change === 'removed')
      .map(({ code }) => code),
  )
  return {
    records: [...records],
    removals,
    against: last?.number ?? null,
    changes,
    before: before.filter(({ code }) => going.has(code)),
    problems: [...problems],
  }
}

/** What a regular batch made now would change: the sites that stand or are proposed, as they are today. */
export async function changesNow(tx: Tx, standing: string | undefined): Promise<Change[]> {
  const before = standing === undefined ? [] : await publishedRecords(tx, standing)
  const sites = await readSites(
    tx,
    sql`
    (${SUGGESTED} AND e.risk_level IS NOT NULL)
    OR EXISTS (SELECT FROM disclosure_codes k JOIN public_records r ON r.code = k.code AND r.batch_number = ${standing ?? null} WHERE k.enterprise_id = e.id)`,
  )
  const words = new Map(before.map((record) => [record.code, record]))
  const now = sites.flatMap((site) => {
    if (site.level === null) return []
    const spoken = words.get(site.code)
    const record = publicRecordOf({
      ...site,
      code: site.code === '' ? site.enterpriseId : site.code,
      level: site.level,
    })
    // Plainer words an officer chose stand until somebody changes them.
    return [
      spoken === undefined
        ? record
        : {
            ...record,
            activity: spoken.activity,
            warningZh: spoken.warningZh,
            warningEn: spoken.warningEn,
            doThisZh: spoken.doThisZh,
            doThisEn: spoken.doThisEn,
          },
    ]
  })
  return changesBetween(before, now)
    .filter(({ change }) => change !== 'unchanged')
    .map((change) => ({ ...change, code: words.has(change.code) ? change.code : '' }))
}

function compose(
  batch: BatchRow,
  items: readonly Item[],
  sites: ReadonlyMap<string, KnownSite>,
  standing: ReadonlyMap<string, PublicRecord>,
): { records: PublicRecord[]; problems: Problem[] } {
  const records: PublicRecord[] = []
  const problems: Problem[] = []
  for (const { enterpriseId, name, code, part, overrides, reason } of items) {
    const complain = (problem: BatchProblemCode) => problems.push({ enterpriseId, name, problem })
    const published = standing.get(code)
    const site = sites.get(enterpriseId)
    if (part !== 'include' || site === undefined) continue
    // A correction or withdrawal changes what it gives reasons for and nothing else.
    if (batch.kind !== 'regular' && reason === null && published !== undefined) {
      records.push(published)
      continue
    }
    if (batch.kind !== 'regular' && reason === null) complain('reason-missing')
    if (site.level === null) {
      complain('not-assessed')
      continue
    }
    const record = publicRecordOf({ ...site, level: site.level }, overridesOf(overrides))
    if (record.activity.trim() === '') complain('no-activity')
    if (record.officePhone.trim() === '') complain('no-office-phone')
    records.push(record)
  }
  return { records: records.sort((a, b) => (a.code < b.code ? -1 : 1)), problems }
}

function overridesOf({ activity, warning, doThis }: Item['overrides']) {
  return {
    ...(activity === undefined ? {} : { activity }),
    ...(warning === undefined ? {} : { warning }),
    ...(doThis === undefined ? {} : { doThis }),
  }
}

async function sitesOf(tx: Tx, batchId: string): Promise<Map<string, KnownSite>> {
  const sites = await readSites(
    tx,
    sql`e.id IN (SELECT i.enterprise_id FROM disclosure_items i WHERE i.batch_id = ${batchId})`,
  )
  return new Map(sites.map((site) => [site.enterpriseId, site]))
}

/** What was submitted, by code. */
async function frozenRecords(tx: Tx, batchId: string): Promise<PublicRecord[]> {
  const frozen = await queryRows(
    tx,
    z.object({ frozen: RosterRecord }),
    sql`
    SELECT frozen FROM disclosure_items WHERE batch_id = ${batchId} AND part = 'include' ORDER BY frozen ->> 'code'`,
  )
  return frozen.map((row) => row.frozen)
}

async function batchBefore(tx: Tx, number: string): Promise<{ number: string } | undefined> {
  const [before] = await queryRows(
    tx,
    z.object({ previous: z.string().nullable() }),
    sql`SELECT previous FROM public_batches WHERE number = ${number}`,
  )
  return before?.previous ? { number: before.previous } : undefined
}

function changesBetween(before: readonly PublicRecord[], after: readonly PublicRecord[]): Change[] {
  const names = new Map([...before, ...after].map(({ code, operator }) => [code, operator]))
  return compareRosters(before, after).map((change) => ({
    code: change.code,
    operator: names.get(change.code) ?? '',
    change: change.change,
    fields: change.change === 'changed' ? [...change.fields] : [],
  }))
}
