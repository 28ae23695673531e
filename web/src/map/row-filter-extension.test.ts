import { describe, expect, it } from 'vitest'
import { CATEGORIES } from './filter-key.ts'
import { lookupBytes } from './row-filter-extension.ts'

describe('lookupBytes', () => {
  it('holds the categories first and an enterprise a texel after them', () => {
    const table = new Uint8Array(CATEGORIES)
    table[8] = 1
    const gate = new Uint8Array(2000)
    gate[1999] = 1
    const { bytes, width, height } = lookupBytes({ table, gate })
    expect([width, height, bytes.length]).toEqual([1024, 3, 3072])
    expect([bytes[8], bytes[9], bytes[CATEGORIES + 1999], bytes[CATEGORIES]]).toEqual([
      255, 0, 255, 0,
    ])
  })
})
