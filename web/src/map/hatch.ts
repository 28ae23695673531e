import { PALETTES, rgba } from './palette.ts'

/** Patterns by the kind of land and the theme. */
export const HATCHES = [
  'hatch gap dark',
  'hatch gap light',
  'hatch overlap dark',
  'hatch overlap light',
] as const
type Hatch = (typeof HATCHES)[number]

const SIZE = 12

/** A pattern of lines: one direction for land in no grid, crossed for land in two. No hue: the four belong to the levels. */
export function hatch(id: Hatch): { width: number; height: number; data: Uint8Array } {
  const [r, g, b] = rgba(PALETTES[id.endsWith('dark') ? 'dark' : 'light'].markText)
  const data = new Uint8Array(SIZE * SIZE * 4)
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      const on = (x + y) % SIZE < 2 || (id.includes('overlap') && (x - y + SIZE) % SIZE < 2)
      data.set([r, g, b, on ? 200 : 24], (y * SIZE + x) * 4)
    }
  }
  return { width: SIZE, height: SIZE, data }
}
