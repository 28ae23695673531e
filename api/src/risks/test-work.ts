import { z } from 'zod'
import type { Scope } from '../db/scope.ts'
import { enterpriseId, idOf, OFFICE } from '../db/test-fixture-places.ts'
import { testApp } from '../test-app.ts'
import { RiskPoint } from './schema.ts'

export const FIRST: Scope = {
  audience: 'enterprise',
  enterpriseId: enterpriseId(1),
  actor: { id: idOf('0', 7), name: '周安全', role: 'enterprise' },
}
export const SECOND: Scope = {
  audience: 'enterprise',
  enterpriseId: enterpriseId(2),
  actor: { id: idOf('0', 8), name: '吴安全', role: 'enterprise' },
}
export const SAFETY: Scope = {
  audience: 'wide',
  officeId: OFFICE.safety,
  actor: { id: idOf('0', 9), name: '郑科员', role: 'bureau' },
}
export const ENERGY: Scope = { ...SAFETY, officeId: OFFICE.energy }

const Refusal = z.looseObject({
  type: z.string(),
  errors: z.array(z.object({ field: z.string() })).default([]),
})

/** The API on a fixture of its own, as those who keep risk points use it. */
export async function riskWork() {
  const app = await testApp()

  function send(
    method: string,
    path: string,
    body: unknown,
    scope: Scope = FIRST,
  ): Promise<Response> {
    return app.get(path, {
      method,
      scope,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    })
  }

  return {
    app,
    send,
    /** The point that a write answers with. */
    async point(
      method: string,
      path: string,
      body: unknown,
      scope: Scope = FIRST,
    ): Promise<z.output<typeof RiskPoint>> {
      const response = await send(method, path, body, scope)
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
      return RiskPoint.strict().parse(await response.json())
    },
    /** Status, problem and fields of a refusal. */
    async refused(
      method: string,
      path: string,
      body: unknown,
      scope: Scope = FIRST,
    ): Promise<{
      status: number
      type: string
      fields: string[]
      problem: z.output<typeof Refusal>
    }> {
      const response = await send(method, path, body, scope)
      const problem = Refusal.parse(await response.json())
      return {
        status: response.status,
        type: problem.type.replace('urn:onemap:problem:', ''),
        fields: problem.errors.map(({ field }) => field),
        problem,
      }
    },
  }
}

/** Where the enterprise's risk points are. */
export const pointsOf = (number: number) => `/api/enterprises/${enterpriseId(number)}/risk-points`

/** A risk point as an enterprise would enter it. */
export const TANK = {
  name: '液氨储罐',
  type: 'facility',
  domain: 'equipment',
  location: { type: 'Point', coordinates: [117.7301, 34.5602] },
} as const
