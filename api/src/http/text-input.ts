import { z } from 'zod'
import { normalText } from '../domain/normal-text.ts'

/** One line of text that somebody typed: trimmed, not empty, without control characters. */
export function line(longest: number) {
  return z
    .string()
    .overwrite(normalText)
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u, 'text without control characters')
}

/** Text of several lines: trimmed, not empty; of control characters only line breaks and tabs. */
export function prose(longest: number) {
  return z
    .string()
    .transform((text) => normalText(text.replace(/\r\n?/g, '\n')).trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(longest)
        .regex(/^(?:\P{Cc}|[\n\t])*$/u, 'text without control characters'),
    )
}
