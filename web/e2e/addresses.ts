import { z } from 'zod'
import type { Caller } from './accounts.ts'

const Found = z.union([
  z.object({
    items: z.array(z.object({ id: z.string(), enterpriseId: z.string().nullish() })).min(1),
  }),
  // A map's features are listed by their properties.
  z
    .object({ features: z.array(z.object({ properties: z.object({ id: z.string() }) })).min(1) })
    .transform(({ features }) => ({
      items: features.map(({ properties }) => ({ id: properties.id, enterpriseId: undefined })),
    })),
])

/** Lists in which the first thing of a kind is found, by the name addresses have for it. */
const LISTS: Readonly<Record<string, string>> = {
  firm: '/api/enterprises?limit=1',
  point: '/api/enterprises/{firm}/risk-points?limit=1',
  closed: '/api/hazards?status=closed&grade=general&limit=1',
  task: '/api/inspection-tasks?status=due,in-progress,overdue&limit=1',
  taskDone: '/api/inspection-tasks?status=done&limit=1',
  standard: '/api/enterprises/{firm}/inspection-standards',
  order: '/api/supervision-orders?limit=1',
  prejudgement: '/api/prejudgements?limit=1',
  case: '/api/accident-cases?limit=1',
  batch: '/api/disclosure/batches',
  patrolVisit: '/api/patrol-visits?result=problems&limit=1',
  concern: '/api/concerns?status=received&limit=1',
  draftedNotice: '/api/neighbour-notices?status=draft&enterpriseId={firm}&limit=1',
  issuedNotice: '/api/neighbour-notices?status=issued&limit=1',
  receivedNotice: '/api/received-notices?status=current&signed=false&limit=1',
  grid: '/api/grids',
}

/** An address with its `{names}` replaced by what is there: an id, or `enterprise/id` for what an enterprise owns. */
export async function addressOf(caller: Caller, template: string): Promise<string> {
  let address = template
  for (const [whole, name = ''] of template.matchAll(/\{(\w+)\}/g)) {
    const list = LISTS[name]
    if (list === undefined) throw new Error(`no list for ${name}`)
    const {
      items: [first],
    } = Found.parse(await caller.get(await addressOf(caller, list)))
    address = address.replace(
      whole,
      typeof first?.enterpriseId === 'string' && name !== 'prejudgement'
        ? `${first.enterpriseId}/${first.id}`
        : (first?.id ?? ''),
    )
  }
  return address
}
