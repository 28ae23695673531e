import { AUDIT_ACTORS } from '@onemap/api/domain/audit'
import type { Label } from '@onemap/api/domain/dictionary'
import { ROLES } from '@onemap/api/domain/role'

const KNOWN: Readonly<Record<string, Label>> = { ...ROLES, ...AUDIT_ACTORS }

/** The role an entry names, in words; the code itself when it is none we know. */
export function actorRole(code: string): Label {
  return KNOWN[code] ?? { zh: code, en: code }
}
