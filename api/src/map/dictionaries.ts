import { grown } from './growing.ts'

/** Gives distinct texts numbers from 0, in the order they appear. */
export class TextDictionary {
  readonly texts: string[] = []
  #codes = new Map<string, number>()

  codeOf(text: string): number {
    const known = this.#codes.get(text)
    if (known !== undefined) return known
    this.#codes.set(text, this.texts.length)
    return this.texts.push(text) - 1
  }
}

/**
 * Gives distinct UUIDs numbers from 0 without making strings of them: an open-addressing hash table over
 * their four 32-bit words. Rows of one enterprise usually lie together, so the last one is tried first.
 */
export class UuidDictionary {
  size = 0
  #words = new Uint32Array(4 * 1024)
  /** Code + 1 of the UUID that sits in each slot, 0 where it is free; at most half full. */
  #slots = new Uint32Array(4096)
  #last = 0

  codeOf(view: DataView, at: number): number {
    const a = view.getUint32(at)
    const b = view.getUint32(at + 4)
    const c = view.getUint32(at + 8)
    const d = view.getUint32(at + 12)
    if (this.size > 0 && this.#is(this.#last, a, b, c, d)) return this.#last
    const mask = this.#slots.length - 1
    let slot = mix(a, b, c, d) & mask
    for (let code = this.#slots[slot] ?? 0; code !== 0; code = this.#slots[slot] ?? 0) {
      if (this.#is(code - 1, a, b, c, d)) return (this.#last = code - 1)
      slot = (slot + 1) & mask
    }
    return (this.#last = this.#add(slot, a, b, c, d))
  }

  /** The UUIDs as text, by code. */
  texts(): string[] {
    return Array.from({ length: this.size }, (_, code) => {
      const hex = [0, 1, 2, 3]
        .map((word) => (this.#words[code * 4 + word] ?? 0).toString(16).padStart(8, '0'))
        .join('')
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
    })
  }

  #is(code: number, a: number, b: number, c: number, d: number): boolean {
    const at = code * 4
    const words = this.#words
    return words[at] === a && words[at + 1] === b && words[at + 2] === c && words[at + 3] === d
  }

  #add(slot: number, a: number, b: number, c: number, d: number): number {
    const code = this.size++
    if (this.size * 4 > this.#words.length)
      this.#words = grown(Uint32Array, this.#words, this.#words.length * 2)
    this.#words.set([a, b, c, d], code * 4)
    this.#slots[slot] = this.size
    if (this.size * 2 > this.#slots.length) this.#rehash()
    return code
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let code = 0; code < this.size; code++) {
      const [a = 0, b = 0, c = 0, d = 0] = this.#words.subarray(code * 4, code * 4 + 4)
      let slot = mix(a, b, c, d) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = code + 1
    }
    this.#slots = slots
  }
}

/** Random UUIDs are well spread already; made-up ones (counting up) are spread by the multiplications. */
function mix(a: number, b: number, c: number, d: number): number {
  const h =
    Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b) ^
    Math.imul(c ^ Math.imul(d, 0xc2b2ae35), 0x27d4eb2f)
  return (h ^ (h >>> 15)) >>> 0
}
