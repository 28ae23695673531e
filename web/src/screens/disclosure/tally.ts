import type { Preview } from './queries.ts'

/** What a batch comes to, in numbers. */
export interface Tally {
  readonly records: number
  readonly added: number
  readonly changed: number
  /** Those that leave, without those taken back. */
  readonly removed: number
  /** Those that leave and are blanked in every earlier edition. */
  readonly retracted: number
}

/** Counts what will happen when a batch is published. */
export function tallyOf({
  records,
  changes,
  removals,
}: Pick<Preview, 'records' | 'changes' | 'removals'>): Tally {
  const retracted = new Set(
    removals.filter(({ kind }) => kind === 'retracted').map(({ code }) => code),
  )
  const count = (wanted: string): number =>
    changes.filter(({ change, code }) => change === wanted && !retracted.has(code)).length
  return {
    records: records.length,
    added: count('added'),
    changed: count('changed'),
    removed: count('removed'),
    retracted: retracted.size,
  }
}
