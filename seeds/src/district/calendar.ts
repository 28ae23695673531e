const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const CHINA_OFFSET = 8 * 60 * MINUTE

/** The instant so many minutes after midnight in China. */
export function instant(day: string, minutes: number): Date {
  return new Date(Date.parse(day) + minutes * MINUTE - CHINA_OFFSET)
}

/** ISO 8601 in China Standard Time, such as `2026-11-23T14:05:00+08:00`. */
export function chinaTime(at: Date): string {
  return `${new Date(at.getTime() + CHINA_OFFSET).toISOString().slice(0, 19)}+08:00`
}

const OPENS = 8 * 60
const CLOSES = 17 * 60 + 30

/** The instant so many working minutes (08:00 to 17:30, weekends included: inspections do not rest) after another. */
export function afterWork(from: Date, workingMinutes: number): Date {
  const midnight = Math.floor((from.getTime() + CHINA_OFFSET) / DAY) * DAY
  const clock = Math.floor((from.getTime() + CHINA_OFFSET - midnight) / MINUTE)
  const begun = Math.min(Math.max(clock, OPENS), CLOSES) - OPENS
  const total = begun + workingMinutes
  const days = Math.floor(total / (CLOSES - OPENS))
  const minutes = OPENS + (total % (CLOSES - OPENS))
  return new Date(midnight + days * DAY + minutes * MINUTE - CHINA_OFFSET)
}

/** Working minutes of a day. */
export const WORKDAY = CLOSES - OPENS
