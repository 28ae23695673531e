import { OpenAPIHono } from '@hono/zod-openapi'
import { BadRequestError } from './errors.ts'
import type { AppEnv } from './scope.ts'

/** An empty router of one feature. What its schemas refuse becomes a 400 that names each field. */
export function createRouter() {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw BadRequestError.fromZod(result.error)
    },
  })
}
