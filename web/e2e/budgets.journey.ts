import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, inject, it } from 'vitest'
import { z } from 'zod'
import { REPOSITORY } from './server.ts'

const DIST = join(REPOSITORY, 'web/dist')
const Manifest = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).default([]),
    dynamicImports: z.array(z.string()).default([]),
  }),
)

/** What a page of the built product loads, in gzipped bytes of JavaScript. */
function built() {
  const manifest = Manifest.parse(
    JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')),
  )
  const chunk = (name: string) => {
    const found = manifest[name]
    if (found === undefined) throw new Error(`${name} is not in the manifest`)
    return found
  }
  const needs = (name: string, known = new Set<string>()): Set<string> => {
    if (known.has(name)) return known
    known.add(name)
    for (const next of chunk(name).imports) needs(next, known)
    return known
  }
  return {
    needs,
    /** With what it loads later, but for what belongs to others. */
    needsLater: (name: string, others: ReadonlySet<string>): Set<string> => {
      const all = needs(name)
      for (const one of [...all].filter((each) => !others.has(each)))
        for (const later of chunk(one).dynamicImports) needs(later, all)
      return all
    },
    size: (names: ReadonlySet<string>): number =>
      [...names]
        .map((name) => chunk(name).file)
        .filter((file) => file.endsWith('.js'))
        .reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0),
  }
}

const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`

describe.runIf(inject('browser'))('budgets of gzipped JavaScript', () => {
  it('keeps the shell, with the sentences of its frame in one language, within 120 kB', () => {
    const { needs, size } = built()
    const shell = size(new Set([...needs('index.html'), ...needs('src/i18n/zh-CN.ts')]))
    console.log(`shell ${kB(shell)}`)
    expect(shell).toBeLessThanOrEqual(120_000)
  })

  it('paints the figures of the command screen with less than 200 kB beyond the shell, and the whole of it with less than 780 kB', () => {
    const { needs, needsLater, size } = built()
    const shell = new Set([...needs('index.html'), ...needs('src/i18n/zh-CN.ts')])
    const beyond = (names: ReadonlySet<string>): number =>
      size(new Set([...names].filter((name) => !shell.has(name))))
    const sentences = [
      ...needs('src/i18n/command.zh-CN.ts'),
      ...needs('src/i18n/command-map.zh-CN.ts'),
    ]
    const first = beyond(new Set([...needs('src/screens/command/CommandScreen.vue'), ...sentences]))
    const whole = beyond(
      new Set([...needsLater('src/screens/command/CommandScreen.vue', shell), ...sentences]),
    )
    console.log(`command screen: first paint ${kB(first)}, whole ${kB(whole)} beyond the shell`)
    expect(first).toBeLessThanOrEqual(200_000)
    expect(whole).toBeLessThanOrEqual(780_000)
  })

  it('loads neither map engine nor charts for a page without them', () => {
    const { needs } = built()
    for (const page of [
      'index.html',
      'src/screens/command/CommandScreen.vue',
      'src/screens/hazards/HazardsScreen.vue',
    ]) {
      expect(
        [...needs(page)].filter((name) => /maplibre|deck|ChartCanvas/.test(name)),
        page,
      ).toEqual([])
    }
  })
})
