import { fireEvent, screen } from '@testing-library/vue'
import { expect, test } from 'vitest'
import { show } from '../test/show.ts'
import EvidenceStrip from './EvidenceStrip.vue'
import type { Evidence } from './requests.ts'

const photo = (id: string, name: string): Evidence => ({
  id,
  enterpriseId: 'e1',
  kind: 'photo',
  mime: 'image/jpeg',
  bytes: 3,
  width: 4,
  height: 3,
  name,
  location: null,
  takenAt: null,
  incomplete: false,
  uploadedByName: '李娜',
  uploadedAt: '2026-11-23T00:00:00+08:00',
})
const paper = (bytes: number): Evidence => ({
  ...photo('d1', '整改方案.pdf'),
  kind: 'document',
  mime: 'application/pdf',
  bytes,
})

test('A photograph opens large, and the others are one step away', async () => {
  await show(EvidenceStrip, { props: { items: [photo('p1', '前.jpg'), photo('p2', '后.jpg')] } }, [
    'evidence',
  ])
  const [first] = screen.getAllByRole('button')
  expect(first?.getAttribute('aria-label')).toContain('前.jpg')
  await fireEvent.click(first ?? document.body)
  const dialog = screen.getByRole('dialog')
  expect(dialog.querySelector('img')?.alt).toBe('前.jpg')
  await fireEvent.keyDown(dialog, { key: 'ArrowRight' })
  expect(dialog.querySelector('img')?.alt).toBe('后.jpg')
})

test.each([
  [900, '1 KB'],
  [2_621_440, '2.5 MB'],
])('A document of %i bytes is saved under its name and says %s', async (bytes, size) => {
  await show(EvidenceStrip, { props: { items: [paper(bytes)] } }, ['evidence'])
  const link = screen.getByRole('link')
  expect(link.getAttribute('download')).toBe('整改方案.pdf')
  expect(link.getAttribute('href')).toContain('/enterprises/e1/evidence/d1/content')
  expect(link.textContent).toContain(size)
})
