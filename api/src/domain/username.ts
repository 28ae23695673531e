/** Lower case letters, digits, dots and low lines, three to thirty, a letter first. */
export const USERNAME = /^[a-z][a-z0-9._]{2,29}$/

/**
 * Accounts are keyed by an address nobody writes to: `.invalid` is never delivered (RFC 2606).
 * @param name the username, or the id of who has none
 */
export function emailOf(name: string): string {
  return `${name.trim().toLowerCase()}@users.invalid`
}
