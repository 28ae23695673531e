/**
 * Other words for a code, one list a code. The lists are what ledgers of the trade really say; a word that an office uses
 * and that is missing here is added here, and the template shows it.
 */
export type Synonyms<Code extends string | number> = Readonly<
  Partial<Record<Code, readonly string[]>>
>

/** A list of words with spaces between them. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/)
