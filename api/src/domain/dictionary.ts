/** A term of the trade in both languages of the product. */
export interface Label {
  readonly zh: string
  readonly en: string
}

/** A closed list of codes with their terms: the only place where a code is spelt out. */
export type Dictionary<
  Code extends string | number = string,
  Entry extends Label = Label,
> = Readonly<Record<Code, Entry>>

/** The codes of a dictionary as a non-empty tuple, in the order written: for Zod enums, SQL checks and lists on screen. */
export function codesOf<Code extends string>(
  dictionary: Readonly<Record<Code, Label>>,
): [Code, ...Code[]] {
  const codes = Object.keys(dictionary).filter((code): code is Code => code in dictionary)
  const [first, ...rest] = codes
  if (first === undefined) throw new Error('a dictionary has at least one code')
  return [first, ...rest]
}
