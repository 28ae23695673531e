import { describe, expect, it } from 'vitest'
import { refusedCharacter } from './refused-character.ts'

describe('refusedCharacter', () => {
  it.each([
    ['NUL', '甲\0', '第 2 个字符是空字符（U+0000）'],
    ['a lone high surrogate', '\ud800甲', '第 1 个字符是不成对的代理字符（U+D800）'],
    ['a lone low surrogate', '甲乙\udc00', '第 3 个字符是不成对的代理字符（U+DC00）'],
    ['U+FFFE', '\ufffe', '第 1 个字符是非字符码位（U+FFFE）'],
    ['a noncharacter of another plane', '\u{1fffe}', '第 1 个字符是非字符码位（U+1FFFE）'],
    ['a C1 control', 'a\u0085', '第 2 个字符是控制字符（U+0085）'],
    ['DELETE', '\u007f', '第 1 个字符是删除符（U+007F）'],
    ['an override of direction', 'a\u202eb', '第 2 个字符是文字方向控制符（U+202E）'],
  ])('names %s', (_, text, sentence) => {
    for (const shape of ['line', 'lines'] as const)
      expect(refusedCharacter(text, shape)?.zh).toContain(sentence)
  })

  it('lets lines and tabs stand where lines are asked for, and nowhere else', () => {
    expect(refusedCharacter('一\n\t二', 'lines')).toBeUndefined()
    expect(refusedCharacter('一\n二', 'line')?.en).toContain('character 2 is LINE FEED (U+000A)')
    expect(refusedCharacter('一\r\n二', 'lines')?.zh).toContain('回车符')
  })

  it.each(['甲（乙）', '😀👨‍👩‍👧', 'é\u0301', '\u{20000}', '\u200b', ''])('lets %j stand', (text) => {
    expect(refusedCharacter(text, 'line')).toBeUndefined()
  })
})
