/** How a published risk source is named. */
export const PUBLIC_CODE = /^[0-9A-Z]{8}$/
/** How an edition of the roster is numbered: 2026-011. */
export const BATCH_NUMBER = /^\d{4}-\d{3,6}$/
