import type { Label } from './dictionary.ts'

/** Which control characters a text may hold: none, or those that make lines. */
export type TextShape = 'line' | 'lines'

/** ISO 6429 names of the control characters that people meet. */
const CONTROL_NAMES: Readonly<Record<string, Label>> = {
  '\0': { zh: '空字符', en: 'NUL' },
  '\b': { zh: '退格符', en: 'BACKSPACE' },
  '\t': { zh: '制表符', en: 'TAB' },
  '\n': { zh: '换行符', en: 'LINE FEED' },
  '\v': { zh: '垂直制表符', en: 'VERTICAL TAB' },
  '\f': { zh: '换页符', en: 'FORM FEED' },
  '\r': { zh: '回车符', en: 'CARRIAGE RETURN' },
  '\u001b': { zh: '转义符', en: 'ESCAPE' },
  '\u007f': { zh: '删除符', en: 'DELETE' },
}

/** What no text may hold, by the first that matches. */
const REFUSED: readonly { readonly characters: RegExp; readonly name: Label }[] = [
  { characters: /^\p{Cc}$/u, name: { zh: '控制字符', en: 'control character' } },
  { characters: /^\p{Cs}$/u, name: { zh: '不成对的代理字符', en: 'lone surrogate' } },
  {
    characters: /^\p{Noncharacter_Code_Point}$/u,
    name: { zh: '非字符码位', en: 'noncharacter' },
  },
  { characters: /^[\u2028\u2029]$/u, name: { zh: '分行符', en: 'line separator' } },
  {
    characters: /^[\u202a-\u202e\u2066-\u2069]$/u,
    name: { zh: '文字方向控制符', en: 'control of writing direction' },
  },
]
const SUSPECT = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/**
 * The first character of a text that no database stores or no reader sees, as a sentence that says which one and where;
 * undefined where there is none.
 */
export function refusedCharacter(text: string, shape: TextShape): Label | undefined {
  if (!SUSPECT.test(text)) return undefined
  let place = 0
  for (const character of text) {
    place += 1
    if (shape === 'lines' && (character === '\n' || character === '\t')) continue
    const refused = REFUSED.find(({ characters }) => characters.test(character))
    if (refused !== undefined) return sentence(character, place, refused.name)
  }
  return undefined
}

function sentence(character: string, place: number, kind: Label): Label {
  const name = CONTROL_NAMES[character] ?? kind
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return {
    zh: `第 ${place} 个字符是${name.zh}（U+${hex}），不能保存，请删去后再提交`,
    en: `character ${place} is ${name.en} (U+${hex}), which cannot be stored; delete it and send again`,
  }
}
