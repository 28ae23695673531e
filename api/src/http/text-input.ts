import { z } from 'zod'
import { normalText } from '../domain/normal-text.ts'
import { refusedCharacter, type TextShape } from '../domain/refused-character.ts'

/**
 * What a text from outside is. The OpenAPI document carries it as `x-text`, and a test finds every text without:
 * nothing reaches the database but through here.
 */
type TextKind = 'line' | 'lines' | 'code' | 'secret' | 'parameter'

function checked(kind: TextKind, shape: TextShape, tidy: (text: string) => string) {
  return z
    .string()
    .overwrite(tidy)
    .check((context) => {
      const refused = refusedCharacter(context.value, shape)
      if (refused === undefined) return
      context.issues.push({
        code: 'custom',
        input: context.value,
        message: refused.en,
        params: { text: refused },
        continue: false,
      })
    })
    .meta({ 'x-text': kind })
}

/** One line of text that somebody typed: normal, trimmed, of so many characters. @param least 0 where it may be empty */
export function line(longest: number, least = 1) {
  return checked('line', 'line', (text) => normalText(text).trim())
    .min(least)
    .max(longest)
}

/** Text of several lines: normal, trimmed, of control characters only line breaks and tabs. */
export function prose(longest: number, least = 1) {
  return checked('lines', 'lines', (text) =>
    normalText(text.replace(/\r\n?|[\u2028\u2029]/g, '\n')).trim(),
  )
    .min(least)
    .max(longest)
}

/** A code, a number, an address of a page: what a program reads, in a form of its own. */
export function formatted(form: RegExp, expected?: string) {
  return checked('code', 'line', (text) => text.trim()).regex(form, expected)
}

/** A password or a one-time code: taken as it was typed. */
export function secret(longest: number) {
  return checked('secret', 'line', (text) => text)
    .min(1)
    .max(longest)
}

/** The raw text of a parameter, before it is understood. */
export function parameterText() {
  return checked('parameter', 'line', normalText)
}
