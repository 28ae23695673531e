const DAY_MS = 86_400_000
/** China has one time zone, UTC+8, and no summer time. */
const CHINA_OFFSET_MS = 8 * 3_600_000

/** The calendar day in China as days since 1970-01-01. */
export const today = (now: Date): number => Math.floor((now.getTime() + CHINA_OFFSET_MS) / DAY_MS)
