import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from './app.ts'
import type { Database } from './db/database.ts'
import { testDeps } from './test-deps.ts'

/* Every text and every place that somebody may send is taken through the one schema for it. */

const never = () => {
  throw new Error('this test asks no database')
}
const noDatabase: Database = {
  kind: 'embedded',
  scoped: never,
  reading: never,
  unhurried: never,
  asOwner: never,
  copyOut: never,
  copyIn: never,
  listen: never,
  close: never,
}

const Types = z.union([z.string(), z.array(z.string())]).optional()
const Schema = z.looseObject({
  $ref: z.string().optional(),
  type: Types,
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  prefixItems: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
})
const Contract = z.object({
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        parameters: z
          .array(z.object({ name: z.string(), in: z.string(), schema: z.unknown() }))
          .default([]),
        requestBody: z
          .object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) })
          .optional(),
      }),
    ),
  ),
})

const api = createApp(testDeps(noDatabase), () => ({
  role: 'public',
  scope: { audience: 'public' },
  barrier: null,
  sessionId: null,
}))
const { paths, components } = Contract.parse(await (await api.request('/api/openapi.json')).json())
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

/** Forms of text that leave no room for anything else. */
const CLOSED_FORMATS = ['uuid', 'date', 'date-time', 'binary']
/** What is called by one of these and is no word is a place, and is taken by a schema of http/place-input.ts. */
const PLACE_NAMES = /^(location|place|point|extent|geometry|centre|center|coordinates|position)$/i

/** Where a schema lets text or places through unchecked. */
function gaps(unknown: unknown, path: string): string[] {
  const schema = Schema.parse(unknown)
  const { $ref, type, format, properties, additionalProperties, items, prefixItems } = schema
  if ($ref !== undefined) {
    const name = $ref.split('/').at(-1) ?? ''
    return gaps(components.schemas[name], path)
  }
  if (schema['x-place'] !== undefined) return []
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  if (branches.length > 0) return branches.flatMap((branch) => gaps(branch, path))
  const types = [type].flat()
  if (schema.enum !== undefined || schema.const !== undefined) return []
  return [
    ...(types[0] === undefined ? [`${path} is anything`] : []),
    ...(types.includes('string') &&
    !CLOSED_FORMATS.includes(format ?? '') &&
    schema['x-text'] === undefined
      ? [`${path} is text`]
      : []),
    ...Object.entries(properties ?? {}).flatMap(([name, property]) => [
      ...(PLACE_NAMES.test(name) && !isPlace(property) ? [`${path}.${name} is a place`] : []),
      ...gaps(property, `${path}.${name}`),
    ]),
    ...(additionalProperties !== null && typeof additionalProperties === 'object'
      ? [
          ...(schema['x-keys'] === undefined ? [`${path} has any keys`] : []),
          ...gaps(additionalProperties, `${path}.*`),
        ]
      : []),
    ...(prefixItems ?? []).flatMap((item, index) => gaps(item, `${path}.${index}`)),
    ...(items === undefined ? [] : gaps(items, `${path}.*`)),
  ]
}

function isPlace(unknown: unknown): boolean {
  const schema = Schema.parse(unknown)
  const { $ref, anyOf = [], oneOf = [], allOf = [], type } = schema
  if ($ref !== undefined) return isPlace(components.schemas[$ref.split('/').at(-1) ?? ''])
  if (schema['x-place'] !== undefined) return true
  const branches = [...anyOf, ...oneOf, ...allOf]
  if (branches.length > 0) return branches.every(isPlace)
  return [type].flat().every((one) => one === 'null' || one === 'string')
}

describe('every operation', () => {
  it.each(operations)('$method $path takes text by the one schema', ({ operation }) => {
    const found = [
      ...operation.parameters.flatMap((one) => gaps(one.schema, `${one.in} ${one.name}`)),
      ...Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
        gaps(schema, 'body'),
      ),
    ]
    expect(found).toEqual([])
  })
})

describe('the walk itself', () => {
  it.each([
    [{ type: 'object', properties: { a: { type: 'string' } } }, ['body.a is text']],
    [{ type: 'array', items: { type: ['string', 'null'] } }, ['body.* is text']],
    [{ type: 'string', pattern: '^a$' }, ['body is text']],
    [{}, ['body is anything']],
    [{ type: 'object', additionalProperties: { type: 'number' } }, ['body has any keys']],
    [
      { type: 'object', properties: { location: { type: 'array', items: { type: 'number' } } } },
      ['body.location is a place'],
    ],
    [{ type: 'string', 'x-text': 'line' }, []],
    [{ type: 'string', enum: ['a'] }, []],
  ])('finds what is wrong with %j', (schema, found) => {
    expect(gaps(schema, 'body')).toEqual(found)
  })
})
