import type { Position, Ring } from '../geojson.ts'
import { covers } from './planar.ts'

/** A stream of numbers in [0, 1) that is the same on every machine (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** One point in each square of `spacing` that lies within the rings, placed anywhere in the square. */
export function samplesWithin(
  rings: readonly Ring[],
  spacing: number,
  random: () => number,
): Position[] {
  const xs = rings.flat().map(([x]) => x)
  const ys = rings.flat().map(([, y]) => y)
  const samples: Position[] = []
  for (let x = Math.min(...xs); x < Math.max(...xs); x += spacing) {
    for (let y = Math.min(...ys); y < Math.max(...ys); y += spacing) {
      const sample: Position = [x + random() * spacing, y + random() * spacing]
      if (covers(rings, sample)) samples.push(sample)
    }
  }
  return samples
}

/** `count` of the samples, drawn without repetition. */
export function draw(
  samples: readonly Position[],
  count: number,
  random: () => number,
): Position[] {
  return samples
    .map((sample) => ({ sample, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, count)
    .map(({ sample }) => sample)
}
