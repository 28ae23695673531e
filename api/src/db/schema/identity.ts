import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { ROLE_CODES } from '../../domain/role.ts'
import { SIGN_IN_FAILURE_KINDS } from '../../domain/sign-in-limits.ts'
import { oneOf } from './constraints.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/**
 * 实名用户: people by their real names. Who has no account in `accounts` cannot sign in, yet can hold appointments.
 * Property names are better-auth's (core, username, admin, two-factor) where it has one.
 */
export const users = pgTable(
  'users',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    /** better-auth wants one; nobody is written to, it is made from the id. */
    email: text().notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text(),
    /** Lower case; null for those who never sign in. */
    username: text().unique(),
    displayUsername: text('display_username'),
    role: text({ enum: ROLE_CODES }).notNull(),
    /** Suspended. */
    banned: boolean().notNull().default(false),
    banReason: text('ban_reason'),
    banExpires: moment('ban_expires'),
    twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
    /** The password was given out by somebody else and is good for nothing but choosing one's own. */
    mustChangePassword: boolean('must_change_password').notNull().default(false),
    /** Sealed. */
    mobile: text(),
    /** `138****1234`, so that lists never unseal. */
    mobileMasked: text('mobile_masked'),
    /** Sealed. One number always seals alike, so that nobody is entered twice. */
    idNumber: text('id_number').unique(),
    /** `370*************28` */
    idNumberMasked: text('id_number_masked'),
    isDemo: boolean('is_demo').notNull().default(false),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    unique('users_id_role_key').on(t.id, t.role),
    check('users_role_known', oneOf(t.role, ROLE_CODES)),
    check(
      'users_id_number_sealed',
      sql`${t.idNumber} LIKE 'v1:%' AND ${t.idNumberMasked} LIKE '___*%' OR ${t.idNumber} IS NULL AND ${t.idNumberMasked} IS NULL`,
    ),
  ],
)

/** Open sessions. `expires_at` is the absolute end and never moves, `updated_at` is when it was last used. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text().notNull().unique(),
    expiresAt: moment('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    impersonatedBy: text('impersonated_by'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sessions_user_idx').on(t.userId)],
)

/** Ways to sign in: a password (`credential`), a government single sign-on. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text(),
    /** scrypt. */
    password: text(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [
    unique('accounts_provider_account_key').on(t.providerId, t.accountId),
    unique('accounts_user_provider_key').on(t.userId, t.providerId),
  ],
)

/** Short-lived secrets of a sign-in in progress. */
export const verifications = pgTable(
  'verifications',
  {
    id: uuid().primaryKey(),
    identifier: text().notNull(),
    value: text().notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (t) => [index('verifications_identifier_idx').on(t.identifier)],
)

/** TOTP secrets and backup codes, encrypted by better-auth. */
export const twoFactors = pgTable('two_factors', {
  id: uuid().primaryKey(),
  userId: uuid('user_id')
    .notNull()
    .unique()
    .references(() => users.id, { onDelete: 'cascade' }),
  secret: text().notNull(),
  backupCodes: text('backup_codes').notNull(),
  verified: boolean().notNull().default(true),
  failedVerificationCount: integer('failed_verification_count').notNull().default(0),
  lockedUntil: moment('locked_until'),
})

/** Wrong passwords, whether or not there is such an account. */
export const signInFailures = pgTable(
  'sign_in_failures',
  {
    kind: text({ enum: SIGN_IN_FAILURE_KINDS }).notNull(),
    /** A username as it was given, in lower case; empty for an address. */
    account: text().notNull().default(''),
    /** The address or the device; empty for an account. */
    origin: text().notNull().default(''),
    failures: integer().notNull(),
    lastAt: moment('last_at').notNull(),
    pausedUntil: moment('paused_until'),
  },
  (t) => [
    primaryKey({ name: 'sign_in_failures_pk', columns: [t.kind, t.account, t.origin] }),
    check('sign_in_failures_kind_known', oneOf(t.kind, SIGN_IN_FAILURE_KINDS)),
    index('sign_in_failures_last_idx').on(t.lastAt),
    index('sign_in_failures_account_idx').on(t.account),
  ],
)
