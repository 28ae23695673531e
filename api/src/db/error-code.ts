import { z } from 'zod'

const Coded = z.object({ code: z.string() })
const Wrapped = z.object({ cause: z.unknown() })
const Several = z.object({ errors: z.array(z.unknown()).min(1) })

/** The code of an error, of its cause, or of the first of several: drivers wrap what the system said. */
export function errorCode(error: unknown): string | undefined {
  const several = Several.safeParse(error)
  if (several.success) return errorCode(several.data.errors[0])
  const coded = Coded.safeParse(error)
  if (coded.success) return coded.data.code
  const wrapped = Wrapped.safeParse(error)
  return wrapped.success && wrapped.data.cause !== undefined
    ? errorCode(wrapped.data.cause)
    : undefined
}
