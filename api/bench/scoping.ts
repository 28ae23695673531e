import { sql, type SQL } from 'drizzle-orm'
import type { Tx } from '../src/db/database.ts'
import type { Scope } from '../src/db/scope.ts'
import { todayInChina } from '../src/domain/overdue.ts'
import { listEnterprises } from '../src/enterprises/queries.ts'
import { listHazards } from '../src/hazards/queries.ts'
import { paired } from './measure.ts'
import { statementOf, type Subject } from './subject.ts'
import { milliseconds, type Line } from './table.ts'

interface Case {
  readonly what: string
  readonly scope: Scope
  readonly scoped: (tx: Tx) => Promise<unknown>
  /** Says in its facets what the scope says by policy, so that both read the same rows. */
  readonly raw: (tx: Tx) => Promise<unknown>
}

/** A statement caught from a query function, to be sent within a scope without the query's mapping. */
function resent({
  text,
  values,
}: {
  readonly text: string
  readonly values: readonly unknown[]
}): SQL {
  return sql.join(
    text
      .split(/\$\d+/)
      .flatMap((part, index) =>
        index < values.length ? [sql.raw(part), sql`${values[index]}`] : [sql.raw(part)],
      ),
  )
}

/**
 * Cost of scoping: a list's SQL sent as an audience, with transaction, role and policies, against the same SQL raw.
 * What mapping rows costs is measured with the lists.
 */
export async function measureScoping({
  client,
  database,
}: Pick<Subject, 'client' | 'database'>): Promise<Line[]> {
  const {
    rows: [some],
  } = await client.query<{ enterpriseId: string; gridId: string }>(
    'SELECT id AS "enterpriseId", grid_id AS "gridId" FROM enterprises ORDER BY md5(id::text) LIMIT 1',
  )
  const { enterpriseId = '', gridId = '' } = some ?? {}
  const today = todayInChina(new Date())
  const enterprises = (facets: Parameters<typeof listEnterprises>[1]) => (tx: Tx) =>
    listEnterprises(tx, facets, undefined, 51)
  const hazards = (facets: Parameters<typeof listHazards>[1]) => (tx: Tx) =>
    listHazards(tx, facets, today, undefined, 51)
  const wide: Scope = { audience: 'wide' }
  const grid: Scope = { audience: 'grid', gridIds: [gridId] }
  const cases: readonly Case[] = [
    { what: 'enterprises of a leader', scope: wide, scoped: enterprises({}), raw: enterprises({}) },
    {
      what: 'enterprises of a grid',
      scope: grid,
      scoped: enterprises({}),
      raw: enterprises({ gridId: [gridId] }),
    },
    { what: 'hazards of a leader', scope: wide, scoped: hazards({}), raw: hazards({}) },
    {
      what: 'hazards of a grid',
      scope: grid,
      scoped: hazards({}),
      raw: hazards({ gridId: [gridId] }),
    },
    {
      what: 'hazards of an enterprise',
      scope: { audience: 'enterprise', enterpriseId },
      scoped: hazards({}),
      raw: hazards({ enterpriseId }),
    },
  ]
  const lines: Line[] = []
  for (const { what, scope, scoped, raw } of cases) {
    const [narrowed, statement] = [
      resent(await statementOf(client, scoped)),
      await statementOf(client, raw),
    ]
    const { subject, reference, ratio } = await paired(
      () => database.reading(scope, (tx) => tx.execute(narrowed)),
      () => client.query(statement),
      200,
    )
    lines.push({
      what: `${what}, scoped / raw SQL`,
      measured: milliseconds(subject),
      reference: milliseconds(reference),
      value: ratio,
      target: 1.5,
      unit: '×',
    })
  }
  return lines
}
