import { randomInt } from 'node:crypto'

/** Without what looks alike on paper: 0 O o, 1 l I. */
const CLASSES = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'] as const

/** Twelve characters that meet the rules for passwords: given out once, good for nothing but choosing another. */
export function oneTimePassword(): string {
  const characters = CLASSES.flatMap((alphabet) =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)] ?? ''),
  )
  for (let i = characters.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    const [one, other] = [characters[i] ?? '', characters[j] ?? '']
    characters[i] = other
    characters[j] = one
  }
  return characters.join('')
}
