import { HAZARD_GRADE_CODES } from '@onemap/api/domain/hazard'
import { CHECK_SUBJECT_CODES, INSPECTION_KIND_CODES } from '@onemap/api/domain/inspection-kind'
import type { InspectionTemplate } from '@onemap/api/domain/inspection-template'
import * as z from 'zod/mini'
import type { CheckItem, Standard } from '../queries.ts'

const ItemDraft = z.object({
  /** Tells items apart on screen. */
  key: z.string(),
  /** Of an item that is there already. */
  id: z.optional(z.string()),
  subject: z.enum(CHECK_SUBJECT_CODES),
  subjectName: z.string(),
  riskPointId: z.nullable(z.string()),
  measureId: z.nullable(z.string()),
  content: z.string(),
  requirement: z.string(),
  basis: z.string(),
  suggestedGrade: z.enum(HAZARD_GRADE_CODES),
})
export type ItemDraft = z.output<typeof ItemDraft>

let made = 0
const nextKey = (): string => `item-${made++}`

/** An item with nothing in it. */
export function emptyItem(): ItemDraft {
  return {
    key: nextKey(),
    subject: 'equipment',
    subjectName: '',
    riskPointId: null,
    measureId: null,
    content: '',
    requirement: '',
    basis: '',
    suggestedGrade: 'general',
  }
}

/** An item that is there already. */
export function itemOf({ seq: _order, ...item }: CheckItem): ItemDraft {
  return { ...item, key: nextKey() }
}

/** The items of a template, none of them bound to anything yet. */
export function itemsOfTemplate({ items }: InspectionTemplate): ItemDraft[] {
  return items.map((item) => ({ ...emptyItem(), ...item }))
}

interface Point {
  readonly id: string
  readonly name: string
  readonly sources: readonly {
    readonly measures: readonly { readonly id: string; readonly content: string }[]
  }[]
}

/** Every control measure of a risk point as an item that verifies it. */
export function itemsOfPoint({ id, sources }: Point, requirement: string): ItemDraft[] {
  return sources
    .flatMap(({ measures }) => measures)
    .map((measure) => ({
      ...emptyItem(),
      subject: 'measure' as const,
      subjectName: measure.content.slice(0, 100),
      riskPointId: id,
      measureId: measure.id,
      content: measure.content.slice(0, 500),
      requirement,
    }))
}

/** Items that were typed and not sent, as they are kept: text. */
export function readItems(text: string): ItemDraft[] | null {
  if (text === '') return null
  const parsed = z.array(ItemDraft).safeParse(JSON.parse(text))
  return parsed.success ? parsed.data.map((item) => ({ ...item, key: nextKey() })) : null
}

/** Whether an item says enough. */
export const isComplete = ({ subjectName, content, riskPointId }: ItemDraft): boolean =>
  content.trim() !== '' && (subjectName.trim() !== '' || riskPointId !== null)

/** What is sent. */
export function standardOf(
  draft: { readonly name: string; readonly kind: string; readonly note: string },
  items: readonly ItemDraft[],
) {
  return {
    name: draft.name.trim(),
    kind:
      INSPECTION_KIND_CODES.find((code) => code === draft.kind) ??
      ('daily' satisfies Standard['kind']),
    note: draft.note.trim(),
    items: items.map(({ key: _screen, id, ...item }) => ({
      ...item,
      ...(id === undefined ? {} : { id }),
    })),
  }
}
