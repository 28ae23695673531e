import { ConfigError } from '@onemap/api/config'
import { describeFailure } from '@onemap/api/db/describe-failure'

/** The command cannot do what was asked; the message says why and what to do. */
export class SeedRefused extends Error {
  override readonly name = 'SeedRefused'
}

/** What to tell the user about a failure that may be expected; undefined for a defect of the product. */
export function explainFailure(error: unknown): string | undefined {
  return error instanceof SeedRefused || error instanceof ConfigError
    ? error.message
    : describeFailure(error)
}

/** Ends a command: an expected failure in plain words, a defect with its trace. */
export function failWith(error: unknown): void {
  console.error(explainFailure(error) ?? error)
  process.exitCode = 1
}
