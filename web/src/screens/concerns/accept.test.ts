import { describe, expect, it, vi } from 'vitest'
import { acceptConcern, type Acceptance, type Progress } from './accept.ts'

const CONCERN: Acceptance = {
  concernId: 'c',
  hasPhoto: true,
  enterpriseId: 'e',
  description: '油桶堵路',
  locationText: '北门',
  location: { type: 'Point', coordinates: [117.7, 34.5] },
  placeReason: '',
  reply: '',
}
const TAKEN = new Error('taken')

function stage(fail: Partial<Record<'copyPhoto' | 'report' | 'settle', Error>> = {}) {
  const done: string[] = []
  const step = (name: 'copyPhoto' | 'report' | 'settle', text: string) => {
    if (fail[name] !== undefined) return Promise.reject(fail[name])
    done.push(text)
    return Promise.resolve()
  }
  const requests = {
    copyPhoto: async (_concern: string, enterpriseId: string, id: string) => {
      await step('copyPhoto', `photo ${id} to ${enterpriseId}`)
      return id
    },
    report: ({
      id,
      enterpriseId,
      evidence,
    }: {
      id: string
      enterpriseId: string
      evidence: readonly string[]
    }) => step('report', `hazard ${id} of ${enterpriseId} with [${evidence.join()}]`),
    settle: (
      concern: string,
      { enterpriseId, hazardId }: { enterpriseId: string; hazardId: string },
    ) => step('settle', `settle ${concern} as ${enterpriseId}/${hazardId}`),
  }
  const onReported = vi.fn()
  const run = (progress: Progress, change: Partial<Acceptance> = {}) =>
    acceptConcern({ ...CONCERN, ...change }, progress, requests, {
      isTaken: (error) => error === TAKEN,
      onStep: () => {},
      onReported,
    })
  return { done, fail, run, onReported }
}

describe('accepting a concern', () => {
  it('keeps the photograph, makes the hazard under the concern’s own id, then settles', async () => {
    const { done, run } = stage()
    await run({ photoId: 'p', reportedTo: null })
    expect(done).toEqual(['photo p to e', 'hazard c of e with [p]', 'settle c as e/c'])
  })

  it('makes a hazard of what has no photograph', async () => {
    const { done, run } = stage()
    await run({ photoId: 'p', reportedTo: null }, { hasPhoto: false })
    expect(done).toEqual(['hazard c of e with []', 'settle c as e/c'])
  })

  it('goes on where it was interrupted, to the same hazard', async () => {
    const { done, fail, run, onReported } = stage({ settle: new Error('offline') })
    await expect(run({ photoId: 'p', reportedTo: null })).rejects.toThrow('offline')
    expect(onReported).toHaveBeenCalledWith('e')
    delete fail.settle
    await run({ photoId: 'p', reportedTo: 'e' }, { enterpriseId: 'another' })
    expect(done.slice(2)).toEqual(['settle c as e/c'])
  })

  it('settles by the hazard that somebody else has made of it', async () => {
    const { done, run } = stage({ report: TAKEN })
    await run({ photoId: 'p', reportedTo: null })
    expect(done.at(-1)).toBe('settle c as e/c')
  })

  it('stops where the hazard is refused', async () => {
    const { done, run, onReported } = stage({ report: new Error('other office') })
    await expect(run({ photoId: 'p', reportedTo: null })).rejects.toThrow('other office')
    expect([done, onReported.mock.calls]).toEqual([['photo p to e'], []])
  })
})
