/** So many wrong passwords in a row lock an account … */
export const MAX_FAILED_SIGN_INS = 5
/** … for so long. */
export const LOCKOUT_MINUTES = 15
/** A session that nobody uses ends after so long … */
export const IDLE_MINUTES = 30
/** … and every session after so long. */
export const SESSION_HOURS = 12
