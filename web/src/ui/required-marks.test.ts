import { expect, it } from 'vitest'

const PARTS = Object.entries(
  import.meta.glob<string>('../**/*.vue', { query: '?raw', import: 'default', eager: true }),
)

/** Sentences that a screen says next to what may stay empty: the asterisk says it by its absence. */
const SAID = /可不填|选填|必填|\(optional\)|may be left empty/i
const SENTENCES = Object.entries(
  import.meta.glob<string>('../i18n/*.ts', { query: '?raw', import: 'default', eager: true }),
)

it('is the only mark of what a form needs', () => {
  expect(SENTENCES.length).toBeGreaterThan(20)
  expect(SENTENCES.filter(([, text]) => SAID.test(text)).map(([path]) => path)).toEqual([])
})

it('stands wherever a control itself is required', () => {
  const unmarked = PARTS.flatMap(([path, text]) =>
    [...text.matchAll(/<FormField\b((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/FormField/g)]
      .filter(
        ([, field = '', inside = '']) =>
          /<(?:input|select|textarea)\b(?:[^>"]|"[^"]*")*\brequired\b/.test(inside) &&
          !/\brequired\b/.test(field),
      )
      .map(([, field = '']) => `${path}:${/label="([^"]*)"/.exec(field)?.[1]}`),
  )
  expect(PARTS.length).toBeGreaterThan(300)
  expect(unmarked).toEqual([])
})

it('stands wherever a missing field is complained about', () => {
  const unmarked = PARTS.flatMap(([path, text]) =>
    [...text.matchAll(/<FormField\b((?:[^>"]|"[^"]*")*)>/g)]
      .filter(
        ([, field = '']) =>
          field.includes('form.required') &&
          !/\brequired(?=[\s=])/.test(field.replaceAll('form.required', '')),
      )
      .map(([, field = '']) => `${path}:${/label="([^"]*)"/.exec(field)?.[1]}`),
  )
  expect(unmarked).toEqual([])
})
