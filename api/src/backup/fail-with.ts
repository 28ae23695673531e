import { ConfigError } from '../config.ts'
import { describeFailure } from '../db/describe-failure.ts'
import { BackupRefusal } from './refusal.ts'

/** Ends a command: an expected failure in plain words, a defect with its trace. */
export function failWith(error: unknown): void {
  const foreseen =
    error instanceof BackupRefusal ||
    error instanceof ConfigError ||
    (error instanceof TypeError &&
      'code' in error &&
      String(error.code).startsWith('ERR_PARSE_ARGS'))
  console.error(foreseen ? error.message : (describeFailure(error) ?? error))
  process.exitCode = 1
}
