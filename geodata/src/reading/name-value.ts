import type { Label } from '@onemap/api/domain/dictionary'

type NameRead = { readonly name: string } | { readonly wrong: Label }

/** Characters that stand where others could not be read, and those that no name has. */
// eslint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff]/
/** UTF-8 read byte by byte as Latin letters. */
const LATIN_GARBLE = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u2018-\u2122]/

/** The name that a field holds. */
export function readName(value: unknown): NameRead {
  if (value === undefined || value === null)
    return { wrong: { zh: '缺少名称', en: 'the name is missing' } }
  if (typeof value !== 'string')
    return {
      wrong: {
        zh: `名称应为文字，现为 ${JSON.stringify(value)}`,
        en: `the name must be text, not ${JSON.stringify(value)}`,
      },
    }
  const name = value.normalize('NFC').trim()
  if (name === '') return { wrong: { zh: '名称不能为空', en: 'the name is empty' } }
  if (UNREADABLE.test(name) || LATIN_GARBLE.test(name))
    return {
      wrong: {
        zh: `名称是乱码（${JSON.stringify(name)}），请检查文件的文字编码`,
        en: `the name is garbled (${JSON.stringify(name)}): check the encoding of the file`,
      },
    }
  return { name }
}
