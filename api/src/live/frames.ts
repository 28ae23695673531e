import type { ChangeEntry } from '../domain/change.ts'

const bytes = (lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\n')}\n\n`)

/** Everything up to here is told: where to read on from. */
export const helloFrame = (seq: number): Uint8Array =>
  bytes([`id: ${seq}`, 'event: hello', `data: ${JSON.stringify({ seq })}`])

/** What changed; one line of JSON, which has no line breaks. */
export const changeFrame = (seq: number, entries: readonly ChangeEntry[]): Uint8Array =>
  bytes([`id: ${seq}`, 'event: change', `data: ${JSON.stringify(entries)}`])

/** What was missed cannot be told: everything is to be read anew. */
export const resetFrame = (seq: number): Uint8Array =>
  bytes([`id: ${seq}`, 'event: reset', `data: ${JSON.stringify({ seq })}`])

/** A sign of life that also moves the number on for who heard of nothing. */
export const beatFrame = (seq: number): Uint8Array => bytes([`id: ${seq}`, ': beat'])
