import { NotFoundError } from '../http/errors.ts'
import { RoleRefusedError } from '../http/refusals.ts'
import type { Reader } from '../http/scope.ts'

/** Whoever works in an enterprise works through its checklists. @throws NotFoundError where another one is named */
export function requireOwn({ scope }: Reader, named: string): void {
  if (scope.enterpriseId !== named) throw new NotFoundError('enterprise')
}

/** Checklists and plans are kept by who answers for safety, not by who only rectifies. @throws NotFoundError, RoleRefusedError */
export function requireKeeper(reader: Reader, named: string): void {
  requireOwn(reader, named)
  if (reader.position === 'rectifier') throw new RoleRefusedError()
}
