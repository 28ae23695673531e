import { hashPassword as scrypt } from 'better-auth/crypto'

/** A password as `accounts` keeps it: scrypt with a salt of its own, about a tenth of a second of work. */
export function hashPassword(password: string): Promise<string> {
  return scrypt(password)
}
