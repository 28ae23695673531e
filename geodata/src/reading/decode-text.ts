import type { Finding } from './finding.ts'

/** Encodings that files of this trade come in, as `TextDecoder` calls them. */
const ENCODINGS = {
  'utf-8': { zh: 'UTF-8', en: 'UTF-8' },
  'utf-16le': { zh: 'UTF-16', en: 'UTF-16' },
  'utf-16be': { zh: 'UTF-16', en: 'UTF-16' },
  gb18030: { zh: 'GB18030（GBK）', en: 'GB18030 (GBK)' },
} as const

type Encoding = keyof typeof ENCODINGS

interface Decoded {
  readonly text: string
  readonly problems: readonly Finding[]
  readonly notes: readonly Finding[]
}

/** A file's text. What is not UTF-8 is read as GB18030, which GBK and GB 2312 are part of, and said to be. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes
  const marked: Encoding | undefined =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined
  const tried: readonly Encoding[] = marked === undefined ? ['utf-8', 'gb18030'] : [marked]
  for (const encoding of tried) {
    const text = decodedAs(encoding, bytes)
    if (text === undefined) continue
    const { zh, en } = ENCODINGS[encoding]
    const notes =
      encoding === 'utf-8'
        ? []
        : [{ zh: `文件按 ${zh} 编码读取`, en: `The file was read as ${en}` }]
    return { text, problems: [], notes }
  }
  const problem = {
    zh: '文件的文字编码无法识别：既不是 UTF-8，也不是 GB18030（GBK）；请另存为 UTF-8',
    en: 'The encoding of the file is unknown: neither UTF-8 nor GB18030 (GBK); save it as UTF-8',
  }
  return { text: '', problems: [problem], notes: [] }
}

function decodedAs(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
