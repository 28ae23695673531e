import { listEnterprises, listNeighbours } from '../src/enterprises/queries.ts'
import { todayInChina } from '../src/domain/overdue.ts'
import { summarise } from '../src/summary/queries.ts'
import { paired } from './measure.ts'
import { answer, statementOf, type Subject } from './subject.ts'
import { milliseconds, type Line } from './table.ts'

interface Case {
  readonly what: string
  readonly path: string
  readonly query: Parameters<typeof statementOf>[1]
  readonly target: number
  readonly rounds: number
}

/** Lists and figures against the same SQL sent raw through the driver. */
export async function measureLists(subject: Subject): Promise<Line[]> {
  const { client } = subject
  const {
    rows: [some],
  } = await client.query<{ id: string }>(
    'SELECT id FROM enterprises ORDER BY md5(id::text) LIMIT 1',
  )
  const id = some?.id ?? ''
  const cases: Case[] = [
    {
      what: 'enterprise list / raw SQL',
      path: '/api/enterprises?limit=50',
      query: (tx) => listEnterprises(tx, {}, undefined, 51),
      target: 2,
      rounds: 200,
    },
    {
      what: 'enterprise list, searched and filtered / raw SQL',
      path: '/api/enterprises?limit=50&riskLevel=1,2&kind=general&areaCode=370405',
      query: (tx) =>
        listEnterprises(
          tx,
          { riskLevel: [1, 2], kind: ['general'], areaCode: ['370405'] },
          undefined,
          51,
        ),
      target: 2,
      rounds: 200,
    },
    {
      what: 'neighbours within 500 m / raw SQL',
      path: `/api/enterprises/${id}/neighbours`,
      query: (tx) => listNeighbours(tx, id, 500),
      target: 2,
      rounds: 200,
    },
    {
      what: 'summary of everything / raw SQL',
      path: '/api/summary',
      query: (tx) => summarise(tx, {}, todayInChina(new Date())),
      target: 1.5,
      rounds: 9,
    },
    {
      what: 'summary of two kinds / raw SQL',
      path: '/api/summary?kind=high-risk-plant,incineration-power',
      query: (tx) =>
        summarise(
          tx,
          { kind: ['high-risk-plant', 'incineration-power'] },
          todayInChina(new Date()),
        ),
      target: 1.5,
      rounds: 9,
    },
  ]
  const api = subject.freshApi()
  const lines: Line[] = []
  for (const { what, path, query, target, rounds } of cases) {
    const statement = await statementOf(client, query)
    const {
      subject: mine,
      reference,
      ratio,
    } = await paired(
      () => answer(api.request(path)),
      () => client.query(statement),
      rounds,
    )
    lines.push({
      what,
      measured: milliseconds(mine),
      reference: milliseconds(reference),
      value: ratio,
      target,
      unit: '×',
    })
  }
  return lines
}
