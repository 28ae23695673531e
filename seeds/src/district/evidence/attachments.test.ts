import { expect, it } from 'vitest'
import { EVIDENCE_MIMES } from '@onemap/api/domain/evidence'
import { inventDistrict } from '../district.ts'
import { builtGeography } from '../place/geography.ts'
import { attachmentsOf } from './attachments.ts'
import { readExamples } from './pictures.ts'

it('shows something for every step that must, the same every time, and says that it is an example', async () => {
  const examples = await readExamples()
  const district = inventDistrict(builtGeography(), {
    enterprises: 12,
    riskPoints: 200,
    hazards: 60,
    seed: 'evidence',
    asOf: '2026-11-23',
  })
  for (const record of district.records()) {
    const attachments = attachmentsOf(record, examples)
    expect(attachmentsOf(record, examples).map(({ id }) => id)).toEqual(
      attachments.map(({ id }) => id),
    )
    expect(new Set(attachments.map(({ id }) => id)).size).toBe(attachments.length)
    for (const { hazardId, seq, type } of record.hazardEvents) {
      const parts = attachments
        .filter(({ event }) => event.hazardId === hazardId && event.seq === seq)
        .map(({ part }) => part)
      expect([type, parts]).toEqual([
        type,
        {
          report: ['evidence'],
          'fix-on-the-spot': ['before', 'after'],
          submit: ['evidence', 'evidence'],
        }[String(type)] ?? [],
      ])
    }
    for (const { file } of attachments) expect(EVIDENCE_MIMES).toContain(file.mime)
  }
})
