import { NotFoundError } from '../http/errors.ts'
import type { Scope } from '../db/scope.ts'

/** Only an enterprise itself keeps its checklists and plans. @throws NotFoundError where it names another */
export function requireOwn({ enterpriseId }: Scope, named: string): void {
  if (enterpriseId !== named) throw new NotFoundError('enterprise')
}
