import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { BrokenSealError, createSealer } from './sealed.ts'

const KEY = randomBytes(32)
const { seal, unseal } = createSealer(KEY)

describe('sealing', () => {
  it.each(['13800001234', '0632-6600000', '', '身份证 37040519900101001X'])(
    'gives back what went in: %o',
    (text) => {
      expect(unseal(seal(text))).toBe(text)
    },
  )

  it('shows nothing of the text but that another is the same', () => {
    const sealed = seal('13800001234')
    expect(sealed).toMatch(/^v1:[A-Za-z0-9+/]+={0,2}$/)
    expect(Buffer.from(sealed.slice(3), 'base64').toString('latin1')).not.toContain('1380000')
    expect(seal('13800001234')).toBe(sealed)
    expect(seal('13800001235').slice(0, 10)).not.toBe(sealed.slice(0, 10))
    expect(createSealer(randomBytes(32)).seal('13800001234')).not.toBe(sealed)
  })

  it('notices a change of any byte', () => {
    const bytes = Buffer.from(seal('13800001234').slice(3), 'base64')
    for (const at of bytes.keys()) {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at)
      expect(() => unseal(`v1:${changed.toString('base64')}`), `byte ${at}`).toThrow(
        BrokenSealError,
      )
    }
  })

  it('refuses what is cut, of another version, or no seal at all', () => {
    const sealed = seal('13800001234')
    for (const text of [
      sealed.slice(0, -8),
      sealed.replace('v1:', 'v2:'),
      '13800001234',
      'v1:',
      '',
    ]) {
      expect(() => unseal(text), text).toThrow(BrokenSealError)
    }
  })

  it('does not open with another key, and takes no short one', () => {
    expect(() => createSealer(randomBytes(32)).unseal(seal('x'))).toThrow(BrokenSealError)
    expect(() => createSealer(randomBytes(16))).toThrow(RangeError)
  })
})
