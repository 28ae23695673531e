import type { Position } from '../geojson.ts'
import { squared } from './plane.ts'

interface Shares {
  centres: Position[]
  /** For each sample the index of the centre it belongs to. */
  owners: number[]
}

/**
 * Divides evenly spread samples among centres so that each receives its part (a power diagram whose
 * weights are moved until the areas fit), then moves centres to the middle of what they have, `rounds` times.
 *
 * @param parts relative size of each centre's area; any unit
 */
export function share(
  samples: readonly Position[],
  centres: Position[],
  parts: readonly number[],
  rounds: number,
): Shares {
  const total = parts.reduce((sum, part) => sum + part, 0)
  const targets = parts.map((part) => (part / total) * samples.length)
  const weights = centres.map(() => 0)
  for (let round = 0; ; round++) {
    const owners = balance(samples, centres, weights, targets)
    if (round >= rounds) return { centres, owners }
    centres = middles(samples, owners, centres)
  }
}

function balance(
  samples: readonly Position[],
  centres: readonly Position[],
  weights: number[],
  targets: readonly number[],
) {
  let owners = nearest(samples, centres, weights)
  for (let step = 0; step < 60; step++) {
    const counts = centres.map(() => 0)
    for (const owner of owners) counts[owner] = (counts[owner] ?? 0) + 1
    const reach = spread(samples) / centres.length / (1 + step / 10)
    targets.forEach((target, i) => {
      weights[i] = (weights[i] ?? 0) + (reach * (target - (counts[i] ?? 0))) / target / 2
    })
    owners = nearest(samples, centres, weights)
  }
  return owners
}

function nearest(
  samples: readonly Position[],
  centres: readonly Position[],
  weights: readonly number[],
): number[] {
  return samples.map((sample) => {
    let best = 0
    let least = Number.POSITIVE_INFINITY
    centres.forEach((centre, i) => {
      const cost = squared(sample, centre) - (weights[i] ?? 0)
      if (cost >= least) return
      best = i
      least = cost
    })
    return best
  })
}

/** The mean of the samples of each owner; a centre that owns none stays. */
function middles(
  samples: readonly Position[],
  owners: readonly number[],
  centres: readonly Position[],
): Position[] {
  return centres.map((centre, i) => {
    const own = samples.filter((_, sample) => owners[sample] === i)
    return own.length === 0 ? centre : mean(own)
  })
}

const mean = (positions: readonly Position[]): Position => [
  positions.reduce((sum, [x]) => sum + x, 0) / positions.length,
  positions.reduce((sum, [, y]) => sum + y, 0) / positions.length,
]

/** Mean squared distance from the middle: the scale, in km², on which weights move. */
function spread(samples: readonly Position[]): number {
  const middle = mean(samples)
  return samples.reduce((sum, sample) => sum + squared(sample, middle), 0) / samples.length
}
