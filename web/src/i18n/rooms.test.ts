import { describe, expect, it } from 'vitest'
import { router } from '../router.ts'
import { ROOMS } from './rooms.ts'

const SOURCES = import.meta.glob<string>('../**/*.{ts,vue}', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const sources = new Map(
  Object.entries(SOURCES).map(([path, text]) => [
    new URL(path, 'file:///src/i18n/').pathname,
    text,
  ]),
)

/** Every source that a screen draws in, at once or later. */
function reached(path: string, known = new Set<string>()): Set<string> {
  const text = sources.get(path)
  if (text === undefined || known.has(path) || path.startsWith('/src/i18n/')) return known
  known.add(path)
  for (const [, name = ''] of text.matchAll(/(?:from|import)[\s(]*'(\.[^']+)'/g))
    reached(new URL(name, `file://${path}`).pathname, known)
  return known
}

/** Every room by its keys' first parts, with their second ones. */
const roots = new Map(
  (
    await Promise.all(
      Object.entries(ROOMS).map(async ([room, { 'zh-CN': sentences }]) =>
        Object.entries(await sentences()).map(
          ([root, below]) => [root, { room, below: new Set(Object.keys(below)) }] as const,
        ),
      ),
    )
  ).flat(),
)

/** The rooms of what is written like a key, in quotes. */
const spokenIn = (path: string): string[] =>
  [...(sources.get(path) ?? '').matchAll(/[`'"]([a-zA-Z]+)\.(\w+|\$)/g)].flatMap(
    ([, root = '', next = '']) => {
      const found = roots.get(root)
      return found !== undefined && (next === '$' || found.below.has(next)) ? found.room : []
    },
  )

const screens = router.getRoutes().flatMap(({ name, meta, components }) => {
  const path = /import\w*\("([^"]+)"/.exec(String(components?.['default']))?.[1]
  return path === undefined ? [] : [{ name: String(name), path, speaks: meta.speaks ?? [] }]
})

describe('the sentences of a screen', () => {
  it('knows every screen', () => expect(screens.length).toBeGreaterThan(60))

  it.each(screens)('are those that $name says, and no others', ({ path, speaks }) => {
    const said = new Set([...reached(path)].flatMap(spokenIn))
    expect([...said].toSorted()).toEqual([...speaks].toSorted())
  })
})
