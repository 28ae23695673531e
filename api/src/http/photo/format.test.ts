import { expect, it } from 'vitest'
import { checkPdf, formatOf } from './format.ts'
import { drawn, heicPhoto, PDF } from './test-photos.ts'

it('tells formats by content', async () => {
  const picture = drawn(8, 8)
  expect(formatOf(await picture.clone().jpeg().toBuffer())).toBe('jpeg')
  expect(formatOf(await picture.clone().png().toBuffer())).toBe('png')
  expect(formatOf(await picture.clone().webp().toBuffer())).toBe('webp')
  expect(formatOf(await heicPhoto())).toBe('heic')
  expect(formatOf(PDF)).toBe('pdf')
})

it.each([
  'hello',
  '<svg xmlns="http://www.w3.org/2000/svg"/>',
  '<!doctype html><script>1</script>',
  'GIF89a',
  '\n%PDF-1.4',
  'MZ',
  '{"a":1}',
  'RIFF0000WAVE',
])('refuses %s', (text) => {
  expect(() => formatOf(Buffer.from(text))).toThrow(
    expect.objectContaining({ code: 'evidence-type' }),
  )
})

it('refuses nothing at all, and a PDF that broke off', () => {
  expect(() => formatOf(Buffer.alloc(0))).toThrow(
    expect.objectContaining({ code: 'evidence-empty' }),
  )
  expect(() => checkPdf(PDF.subarray(0, 40))).toThrow(
    expect.objectContaining({ code: 'evidence-broken' }),
  )
  expect(() => checkPdf(PDF)).not.toThrow()
})
