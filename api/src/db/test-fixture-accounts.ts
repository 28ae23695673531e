import type { Position } from '../domain/position.ts'
import type { Role } from '../domain/role.ts'
import { emailOf } from '../domain/username.ts'
import type { Tx } from './database.ts'
import { hashPassword } from './password-hash.ts'
import { appointments } from './schema/appointments.ts'
import { accounts, users } from './schema/identity.ts'
import { enterpriseId, GRID, idOf } from './test-fixture-places.ts'

/** The password of every account here. */
export const PASSWORD = 'Trustworthy@2026'

interface Account {
  readonly role: Role
  readonly name: string
  readonly position?: Position
  readonly title?: string
  readonly officeId?: string
  readonly gridId?: string
  readonly enterpriseId?: string
  /** Last day of the appointment. */
  readonly validTo?: string
}

/** Accounts by username, one or two of every role; `former` was appointed until the day before TODAY. */
export const ACCOUNTS = {
  leader: { role: 'leader', name: '局长', title: '副局长' },
  bureau: { role: 'bureau', name: '科长甲', position: 'head', officeId: idOf('f', 1) },
  grid01: { role: 'grid', name: '网格甲', position: 'chief', gridId: GRID.north },
  grid02: { role: 'grid', name: '网格乙', position: 'member', gridId: GRID.plant },
  ent01: {
    role: 'enterprise',
    name: '企业甲',
    position: 'safety-officer',
    enterpriseId: enterpriseId(1),
  },
  ent02: {
    role: 'enterprise',
    name: '企业乙',
    position: 'principal',
    enterpriseId: enterpriseId(3),
  },
  admin: { role: 'admin', name: '管理员' },
  auditor: { role: 'auditor', name: '审计员' },
  former: {
    role: 'grid',
    name: '离任者',
    position: 'member',
    gridId: GRID.west,
    validTo: '2026-11-23',
  },
} as const satisfies Record<string, Account>

export type Username = keyof typeof ACCOUNTS

/** Id of an account's user. */
export function userIdOf(username: Username): string {
  return idOf('c', Object.keys(ACCOUNTS).indexOf(username) + 1)
}

/** Id of an account's appointment. */
export function appointmentIdOf(username: Username): string {
  return idOf('d', Object.keys(ACCOUNTS).indexOf(username) + 1)
}

/** Plants one account for every role and object that a test may need; the places must stand already. */
export async function plantAccounts(tx: Tx): Promise<void> {
  const hash = await hashPassword(PASSWORD)
  for (const [username, account] of Object.entries<Account>(ACCOUNTS)) {
    const number = Object.keys(ACCOUNTS).indexOf(username) + 1
    const { role, name, position, title, officeId, gridId, validTo } = account
    const userId = idOf('c', number)
    await tx.insert(users).values({
      id: userId,
      name,
      role,
      username,
      displayUsername: username,
      email: emailOf(username),
    })
    await tx.insert(accounts).values({
      id: idOf('7', number),
      userId,
      accountId: userId,
      providerId: 'credential',
      password: hash,
    })
    await tx.insert(appointments).values({
      id: idOf('d', number),
      userId,
      role,
      validFrom: '2026-01-01',
      position: position ?? null,
      title: title ?? null,
      officeId: officeId ?? null,
      gridId: gridId ?? null,
      enterpriseId: account.enterpriseId ?? null,
      validTo: validTo ?? null,
    })
  }
}
