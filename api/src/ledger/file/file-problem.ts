import type { Label } from '../../domain/dictionary.ts'

/**
 * The file as a whole cannot be read as this ledger: nothing was looked at row by row. The text is for the person who
 * sent the file (`message` is its Chinese half).
 */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'

  constructor(readonly text: Label) {
    super(text.zh)
  }
}

/** The bytes are not what the file claims to be. */
export function damaged(error: unknown): FileProblem {
  const why = error instanceof Error ? error.message : String(error)
  return new FileProblem({
    zh: `文件已损坏，无法读取（${why}）`,
    en: `The file is damaged and cannot be read (${why})`,
  })
}
