import { expect, it } from 'vitest'
import { contentDisposition, storedName } from './stored-name.ts'

it.each([
  ['IMG_0042.HEIC', 'image/jpeg', 'IMG_0042.jpg'],
  ['配电箱 整改后.jpeg', 'image/jpeg', '配电箱 整改后.jpg'],
  ['../../etc/passwd', 'image/png', 'passwd.png'],
  ['C:\\fotos\\a<b>.webp', 'image/webp', 'ab.webp'],
  ['', 'application/pdf', '文件.pdf'],
  ['.jpg', 'image/jpeg', '照片.jpg'],
  ['验收单\u202Egpj.pdf', 'application/pdf', '验收单gpj.pdf'],
] as const)('%s as %s is kept as %s', (sent, mime, kept) => {
  expect(storedName(sent, mime)).toBe(kept)
})

it('cuts a long name', () => {
  expect([...storedName('长'.repeat(500), 'image/jpeg')]).toHaveLength(124)
})

it('shows photographs and saves documents, with nothing in the header that is not ASCII', () => {
  expect(contentDisposition("图'1.jpg", 'image/jpeg')).toBe(
    'inline; filename="evidence.jpg"; filename*=UTF-8\'\'%E5%9B%BE%271.jpg',
  )
  expect(contentDisposition('a.pdf', 'application/pdf')).toMatch(/^attachment; /)
})
