import { LONGEST_AWAY_MS } from './device-away.ts'

/** Clocks of phones differ a little; no more than this is corrected. */
export const CLOCK_TOLERANCE_MS = 10 * 60_000

/**
 * How a device's clock stood: `right`; `off` by a time that is known, because the device said what it showed when it
 * sent; `unknown` where what it tells cannot be so and nothing says by how much.
 */
export type ClockStanding = 'right' | 'off' | 'unknown'

/** Moments that a device told, in order, as they are taken. */
export interface SettledTimes {
  readonly times: readonly Date[]
  readonly clock: ClockStanding
  /** Seconds by which the clock was slow; negative where it was fast; null where unknown. */
  readonly drift: number | null
}

/**
 * Takes a device's moments by the server's clock.
 * @param told moments by the device's clock, the last one last
 * @param sentAt what the device's clock showed when it sent them; null: it did not say
 * @param arrivedAt when they arrived, by the server's clock
 */
export function settleTimes(
  told: readonly Date[],
  sentAt: Date | null,
  arrivedAt: Date,
): SettledTimes {
  const drift = sentAt === null ? 0 : arrivedAt.getTime() - sentAt.getTime()
  const off = Math.abs(drift) > CLOCK_TOLERANCE_MS
  const times = shifted(told, off ? drift : 0)
  const last = times.at(-1) ?? arrivedAt
  const ahead = last.getTime() - arrivedAt.getTime()
  // A clock that was set right in between leaves moments that no device can have brought along.
  if (ahead < -LONGEST_AWAY_MS || (sentAt !== null && ahead > CLOCK_TOLERANCE_MS))
    return { times: shifted(times, -ahead), clock: 'unknown', drift: null }
  return { times, clock: off ? 'off' : 'right', drift: Math.round(drift / 1000) }
}

const shifted = (times: readonly Date[], milliseconds: number): Date[] =>
  times.map((time) => new Date(time.getTime() + milliseconds))
