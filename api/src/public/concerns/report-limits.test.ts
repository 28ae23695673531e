import { describe, expect, it } from 'vitest'
import { TooManyRequestsError } from '../../http/rate-limit.ts'
import { reportLimits } from './report-limits.ts'

const NOW = new Date('2026-11-23T02:10:00Z')
const limits = () => reportLimits(() => NOW)
const filed = async () => 'filed'

describe('reports of the public', () => {
  it('are not turned away because others of the office report too', async () => {
    const { report } = limits()
    for (let device = 0; device < 10; device++)
      for (let time = 0; time < 6; time++)
        expect(await report({ address: '203.0.113.7', device: `d${device}` }, filed)).toBe('filed')
    await expect(report({ address: '203.0.113.7', device: 'd10' }, filed)).rejects.toThrow(
      '11:10 以后',
    )
    expect(await report({ address: '203.0.113.8', device: 'd10' }, filed)).toBe('filed')
  })

  it('of one device are six an hour, wherever it is', async () => {
    const { report } = limits()
    for (let time = 0; time < 6; time++)
      await report({ address: `203.0.113.${time}`, device: 'd' }, filed)
    await expect(report({ address: '203.0.113.9', device: 'd' }, filed)).rejects.toThrow(
      TooManyRequestsError,
    )
  })

  it('that came to nothing are not counted', async () => {
    const { report } = limits()
    const origin = { address: '203.0.113.7', device: 'd' }
    for (let time = 0; time < 100; time++)
      await expect(report(origin, () => Promise.reject(new Error('full')))).rejects.toThrow('full')
    expect(await report(origin, filed)).toBe('filed')
  })
})

describe('receipts', () => {
  it('may be looked up as often as somebody likes, but not guessed', async () => {
    const { follow } = limits()
    for (let time = 0; time < 100; time++) await follow('203.0.113.7', async () => 'progress')
    for (let time = 0; time < 30; time++) await follow('203.0.113.7', async () => undefined)
    await expect(follow('203.0.113.7', async () => 'progress')).rejects.toThrow(
      TooManyRequestsError,
    )
  })
})
