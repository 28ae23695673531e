import { expect, test } from 'vitest'
import { KIND_SYMBOLS } from '../map/symbols.ts'
import { show } from '../test/show.ts'
import SymbolMark from './SymbolMark.vue'

test('Every path of the symbol is drawn, in the colour of the text', async () => {
  const symbol = KIND_SYMBOLS['incineration-power']
  const { container } = await show(SymbolMark, { props: { symbol, size: 32 } })
  const paths = [...container.querySelectorAll('path')]
  expect(paths.map((path) => path.getAttribute('d'))).toEqual([...symbol.strokes, ...symbol.fills])
  for (const path of paths)
    expect([path.getAttribute('stroke'), path.getAttribute('fill')]).toContain('currentColor')
  expect(container.querySelector('svg')?.getAttribute('width')).toBe('32')
})

test('A symbol repeats what a word beside it says, so a screen reader skips it', async () => {
  const { container } = await show(SymbolMark, { props: { symbol: KIND_SYMBOLS.general } })
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true')
})
