import { describe, expect, it } from 'vitest'
import { problemIn } from './problem.ts'

describe('a problem', () => {
  it('is read with its kind, its words and the fields it names', () => {
    expect(
      problemIn({
        type: 'urn:onemap:problem:validation',
        title: '填写有误',
        detail: '请检查标出的各项',
        errors: [{ field: 'name', message: '请填写此项' }],
      }),
    ).toEqual({
      type: 'urn:onemap:problem:validation',
      title: '填写有误',
      detail: '请检查标出的各项',
      errors: [['name', '请填写此项']],
    })
  })

  it('needs a title alone, and drops what is not as it should be', () => {
    expect(
      problemIn({ title: '拒绝', type: 7, detail: null, errors: [{ field: 'a' }, 'b'] }),
    ).toEqual({
      type: '',
      title: '拒绝',
      detail: undefined,
      errors: [],
    })
  })

  it.each([null, 'no', 7, [], [{ title: '拒绝' }], {}, { title: 1 }])('is not %j', (content) => {
    expect(problemIn(content)).toBeUndefined()
  })
})
