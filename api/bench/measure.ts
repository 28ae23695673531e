/** A quantity set against its reference. */
export interface Pair {
  /** Medians in milliseconds. */
  readonly subject: number
  readonly reference: number
  /** Median of the ratios of neighbouring runs: what slowed one run slowed its partner too. */
  readonly ratio: number
}

type Work = () => Promise<unknown>

/** Milliseconds that a piece of work takes. */
export async function timed(work: Work): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] =
    sorted.length % 2 === 0
      ? [sorted[middle - 1], sorted[middle]]
      : [sorted[middle], sorted[middle]]
  return (low + high) / 2
}

/** Runs both in turns, who goes first alternating, after warm-up rounds that do not count. */
export async function paired(
  subject: Work,
  reference: Work,
  rounds: number,
  warmUp = 2,
): Promise<Pair> {
  const runs: Array<{ subject: number; reference: number }> = []
  for (let round = 0; round < rounds + warmUp; round++) {
    const early = round % 2 === 0 ? await timed(subject) : undefined
    const between = await timed(reference)
    const run = { subject: early ?? (await timed(subject)), reference: between }
    if (round >= warmUp) runs.push(run)
  }
  return {
    subject: median(runs.map((run) => run.subject)),
    reference: median(runs.map((run) => run.reference)),
    ratio: median(runs.map((run) => run.subject / run.reference)),
  }
}
