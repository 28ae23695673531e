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
  '<script>1</script>%PDF-1.4',
  '\n%PDF-9.9',
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

it.each([
  ['a byte-order mark', '\xef\xbb\xbf%PDF-1.7'],
  ['a blank line', '\r\n%PDF-1.4'],
  ['blank lines and a mark', '\xef\xbb\xbf\n \n%PDF-2.0'],
])('takes a PDF that begins with %s', (_, start) => {
  expect(formatOf(Buffer.from(start, 'latin1'))).toBe('pdf')
})

it.each([0x00, 0x0a, 0x20, 0x1a, 0xff])('looks past padding of 0x%x behind a PDF', (byte) => {
  const padding = Buffer.alloc(100_000, byte)
  expect(() => checkPdf(Buffer.concat([PDF, padding]))).not.toThrow()
  expect(() => checkPdf(Buffer.concat([PDF.subarray(0, 60), padding]))).toThrow(
    expect.objectContaining({ code: 'evidence-broken' }),
  )
})
