import { DATUMS, type Datum } from '../../domain/datum.ts'
import type { Cell } from '../column.ts'
import { DATUM_WORDS } from '../words/enterprise-words.ts'
import { choice } from './choice.ts'

/** 坐标系 as ledgers name it. */
export function datum(): Cell<Datum> {
  return choice(DATUMS, DATUM_WORDS)
}
