import { drizzleAdapter } from '@better-auth/drizzle-adapter'
import type { BetterAuthOptions } from 'better-auth'
import type { Database, Tx } from '../db/database.ts'
import { accounts, sessions, twoFactors, users, verifications } from '../db/schema/identity.ts'
import { acting, actWithin } from './acting.ts'

const SCHEMA = {
  user: users,
  session: sessions,
  account: accounts,
  verification: verifications,
  twoFactor: twoFactors,
}

type AdapterFactory = ReturnType<typeof drizzleAdapter>
type Adapter = ReturnType<AdapterFactory>

/**
 * better-auth's Drizzle adapter, every call of which is a transaction of the identity audience. A query outside
 * of one would run as the schema's owner and, on the embedded database's only connection, inside somebody else's
 * transaction.
 */
export function scopedAdapter(database: Database): AdapterFactory {
  return (options: BetterAuthOptions) => {
    const adapters = new WeakMap<Tx, Adapter>()

    function adapterOn(tx: Tx): Adapter {
      const known = adapters.get(tx)
      if (known) return known
      const adapter = drizzleAdapter(tx, { provider: 'pg', schema: SCHEMA, transaction: false })(
        options,
      )
      adapters.set(tx, adapter)
      return adapter
    }

    function within<T>(work: (adapter: Adapter) => Promise<T>): Promise<T> {
      const { scope, tx } = acting()
      return tx === undefined
        ? database.scoped(scope, (opened) => work(adapterOn(opened)))
        : work(adapterOn(tx))
    }

    const adapter: Adapter = {
      id: 'drizzle',
      create: (asked) => within((one) => one.create(asked)),
      findOne: (asked) => within((one) => one.findOne(asked)),
      findMany: (asked) => within((one) => one.findMany(asked)),
      count: (asked) => within((one) => one.count(asked)),
      update: (asked) => within((one) => one.update(asked)),
      updateMany: (asked) => within((one) => one.updateMany(asked)),
      delete: (asked) => within((one) => one.delete(asked)),
      deleteMany: (asked) => within((one) => one.deleteMany(asked)),
      consumeOne: (asked) => within((one) => one.consumeOne(asked)),
      incrementOne: (asked) => within((one) => one.incrementOne(asked)),
      transaction: (work) => {
        const { scope, tx } = acting()
        if (tx !== undefined) return work(adapter)
        return database.scoped(scope, (opened) => actWithin(opened, () => work(adapter)))
      },
    }
    return adapter
  }
}
