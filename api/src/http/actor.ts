import type { Context } from 'hono'
import type { Actor } from '../db/scope.ts'
import { NotSignedInError } from './refusals.ts'
import { scopeOf, type AppEnv } from './scope.ts'

/**
 * Who acts, by id and real name.
 * @throws NotSignedInError for nobody; a route declared for roles lets none through
 */
export function actorOf(c: Context<AppEnv>): Actor {
  const { actor } = scopeOf(c)
  if (actor === undefined) throw new NotSignedInError()
  return actor
}
