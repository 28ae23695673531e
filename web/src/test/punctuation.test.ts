import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'

const SOURCE = join(import.meta.dirname, '..')
/** Between an interpolation and what follows it, where both languages would read it. */
const FULL_WIDTH = /[（）：，、；。\u3000]/

/** The template without what a language condition chooses, which may be full width. */
function spoken(file: string): string {
  const [, template = ''] = /<template>([\s\S]*)<\/template>/.exec(readFileSync(file, 'utf8')) ?? []
  return template
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replaceAll(/language === 'en' \? ('[^']*'|`[^`]*`) : ('[^']*'|`[^`]*`)/g, '')
}

test('No template sets Chinese punctuation around what is said in either language', () => {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.vue'))
    .map((name) => join(SOURCE, name))
  expect(files.length).toBeGreaterThan(200)
  const found = files.flatMap((file) =>
    spoken(file)
      .split('\n')
      .filter((line) => FULL_WIDTH.test(line))
      .map((line) => `${relative(SOURCE, file)}: ${line.trim()}`),
  )
  expect(found).toEqual([])
})
