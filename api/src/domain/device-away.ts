/**
 * So many days a telephone may carry what it has not sent: longer than anybody stays signed in without the server
 * (72 hours). Files that wait for their report stay as long, and a time that is older was told by a wrong clock.
 */
export const LONGEST_AWAY_DAYS = 14
export const LONGEST_AWAY_MS = LONGEST_AWAY_DAYS * 24 * 3_600_000
