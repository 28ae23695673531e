import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from './app.ts'
import type { Database } from './db/database.ts'
import type { Scope } from './db/scope.ts'
import { plantedDatabase } from './db/test-database.ts'
import { enterpriseId, GRID } from './db/test-fixture-places.ts'
import { ROLE_CODES } from './domain/role.ts'
import { Problem } from './http/problem.ts'
import type { Reader } from './http/scope.ts'
import { testDeps } from './test-deps.ts'

/* Days in everything that is sent: found in the contract, so that a new one cannot be forgotten. */

const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  formatMinimum: z.string().optional(),
  formatMaximum: z.string().optional(),
  description: z.string().optional(),
  get properties() {
    return z.record(z.string(), Schema).optional()
  },
  get items() {
    return Schema.optional()
  },
  get oneOf() {
    return z.array(Schema).optional()
  },
  get anyOf() {
    return z.array(Schema).optional()
  },
  get allOf() {
    return z.array(Schema).optional()
  },
})
type Schema = z.output<typeof Schema>
const Contract = z.object({
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.looseObject({
        'x-roles': z.array(z.enum([...ROLE_CODES, 'public'])),
        parameters: z
          .array(z.object({ name: z.string(), in: z.string(), schema: Schema }))
          .default([]),
        requestBody: z
          .object({ content: z.record(z.string(), z.object({ schema: Schema })) })
          .optional(),
      }),
    ),
  ),
  components: z.object({ schemas: z.record(z.string(), Schema) }),
})

interface Field {
  readonly where: string
  readonly name: string
  readonly schema: Schema
}

/** Who asks, where somebody has to be signed in. */
const SOMEBODY = { id: '0d1c9a54-6d8e-4f0b-9a53-2f3b8f1f7a10', name: '殷晓燕', role: 'leader' }

let database: Database
let role: Reader['role'] = 'public'
let scope: Scope = { audience: 'public' }
let api: ReturnType<typeof createApp>
let failures: Error[]
let contract: z.output<typeof Contract>

beforeAll(async () => {
  database = await plantedDatabase()
  const deps = testDeps(database)
  failures = deps.failures
  api = createApp(deps, () => ({
    role,
    scope: role === 'public' ? scope : { ...scope, actor: SOMEBODY },
    barrier: null,
    sessionId: null,
  }))
  contract = Contract.parse(await (await api.request('/api/openapi.json')).json())
})
afterAll(() => database.close())

/** The fields of a schema and of all it holds. */
function fieldsOf(where: string, schema: Schema, seen: readonly string[] = []): Field[] {
  const { $ref, properties = {}, items, oneOf = [], anyOf = [], allOf = [] } = schema
  const inner = [...oneOf, ...anyOf, ...allOf, ...(items === undefined ? [] : [items])]
  const named = $ref?.split('/').at(-1)
  const referred = named === undefined ? undefined : contract.components.schemas[named]
  return [
    ...Object.entries(properties).flatMap(([name, field]) => [
      { where, name, schema: field },
      ...fieldsOf(`${where} ${name}`, field, seen),
    ]),
    ...inner.flatMap((part) => fieldsOf(where, part, seen)),
    ...(named === undefined || referred === undefined || seen.includes(named)
      ? []
      : fieldsOf(where, referred, [...seen, named])),
  ]
}

/** Everything that may be sent, by query or in a body. */
function sentFields(): Field[] {
  return Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { parameters, requestBody }]) => [
      ...parameters.map(({ name, schema }) => ({ where: `${method} ${path}`, name, schema })),
      ...Object.values(requestBody?.content ?? {}).flatMap((body) =>
        fieldsOf(`${method} ${path}`, body.schema),
      ),
    ]),
  )
}

const NAMED_LIKE_A_DAY =
  /^(from|to|on|at|day|date|month|period|since|until|before|after|deadline)$|(On|At|From|To|Until|Since|Day|Date|Month|Deadline)$/
/** A place. */
const NO_DAYS = ['get /api/within at', 'get /api/within.xlsx at']

const isText = ({ type }: Schema) => [type].flat().includes('string')
const isDated = ({ format = '' }: Schema) => ['date', 'date-time', 'month'].includes(format)

describe('every day that may be sent', () => {
  it('is one of the one schema', () => {
    const dated = sentFields().filter(({ schema }) => isText(schema) && isDated(schema))
    expect(dated.length).toBeGreaterThan(40)
    expect(
      dated
        .filter(({ schema }) => schema.formatMinimum === undefined)
        .map(({ where, name }) => `${where} ${name}`),
    ).toEqual([])
  })

  it('says that it is one', () => {
    expect(
      sentFields()
        .filter(
          ({ name, schema: { description = '', ...schema } }) =>
            isText(schema) &&
            schema.format === undefined &&
            (NAMED_LIKE_A_DAY.test(name) || /\b(day|month) such as\b/i.test(description)),
        )
        .map(({ where, name }) => `${where} ${name}`)
        .filter((field) => !NO_DAYS.includes(field)),
    ).toEqual([])
  })
})

const SCOPES: Readonly<Record<Reader['role'], Scope>> = {
  public: { audience: 'public' },
  leader: { audience: 'wide' },
  bureau: { audience: 'wide' },
  grid: { audience: 'grid', gridIds: [GRID.west] },
  enterprise: { audience: 'enterprise', enterpriseId: enterpriseId(0) },
  auditor: { audience: 'auditor' },
  admin: { audience: 'admin' },
}

const HOSTILE = [
  '9999-12-31',
  '9999-12-01',
  '0000-01-01',
  '0000-01',
  '0001-01-01',
  '1999-12-31',
  '2101-01-01',
  '9999-12',
  '+010000-01-01',
  '-000001-01-01',
  '275760-09-13',
  '2026-02-29',
  '2026-13-01',
  '2026-13',
  'infinity',
  'now',
  '',
  '2026-11-24T00:00:00Z',
  '2026-11-24 BC',
  'ＡＢＣ',
]

it('refuses hostile days on every list and figure, for everybody who may read it, and names them', async () => {
  const asked = Object.entries(contract.paths).flatMap(([path, { get }]) =>
    (get?.parameters ?? [])
      .filter(({ schema }) => isDated(schema))
      .flatMap(({ name }) => (get?.['x-roles'] ?? []).map((who) => ({ path, name, who }))),
  )
  expect(asked.length).toBeGreaterThan(60)
  for (const { path, name, who } of asked) {
    role = who
    scope = SCOPES[who]
    for (const day of HOSTILE) {
      const url = `${path}?${name}=${encodeURIComponent(day)}`
      const response = await api.request(url)
      expect(response.status, `${who} ${url}`).toBe(400)
      const { errors = [] } = Problem.parse(await response.json())
      expect(errors, url).toMatchObject([{ field: name, expected: /2026-11/ }])
    }
  }
  expect(failures).toEqual([])
})

it('answers for the first and the last day there are', async () => {
  const asked = Object.entries(contract.paths).flatMap(([path, { get }]) =>
    (get?.parameters ?? [])
      .filter(({ schema }) => isDated(schema))
      .map(({ name, schema }) => ({ path, name, schema, who: get?.['x-roles'][0] ?? 'public' })),
  )
  for (const { path, name, schema, who } of asked) {
    role = who
    scope = SCOPES[who]
    for (const day of [schema.formatMinimum, schema.formatMaximum]) {
      const response = await api.request(`${path}?${name}=${day}`)
      // A feature may know fewer days, such as those of the last year.
      expect([200, 400], `${who} ${path}?${name}=${day}`).toContain(response.status)
      await response.arrayBuffer()
    }
  }
  expect(failures).toEqual([])
})
