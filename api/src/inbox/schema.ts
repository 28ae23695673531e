import { z } from 'zod'
import { INBOX_KIND_CODES } from '../domain/inbox.ts'
import { HazardItem } from '../hazards/schema.ts'
import { OrderItem } from '../supervision-orders/schema.ts'

/** 待办: what waits for the reader, the most pressing group first. */
export const Inbox = z.object({
  asOf: z.iso.datetime({ offset: true }),
  officeId: z.uuid().nullable().meta({ description: 'The office whose enterprises are meant; null for grids and enterprises, which see no others' }),
  groups: z.array(z.object({
    kind: z.enum(INBOX_KIND_CODES),
    count: z.int().min(0),
    hazards: z.array(HazardItem).meta({ description: 'The first few, the most pressing first' }),
    orders: z.array(OrderItem),
  })),
}).meta({ id: 'Inbox' })
