import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { z } from 'zod'

const Violations = z.array(
  z.object({ id: z.string(), help: z.string(), nodes: z.array(z.object({ html: z.string() })) }),
)

/** What axe objects to on a page, rule by rule with the elements; empty where there is nothing. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found = Violations.parse(
    await page.evaluate('axe.run().then(({ violations }) => violations)'),
  )
  return found.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html }) => html.slice(0, 200)).join('\n')}`,
  )
}
