/** `ab/cd/abcd…`: two levels of folders by the digest's first bytes, so that no folder grows large. */
export function evidencePath(name: string): string {
  if (!EVIDENCE_FILE.test(name)) throw new Error('not the name of an evidence file')
  return `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`
}

/** Names that evidence files have. */
export const EVIDENCE_FILE = /^[0-9a-f]{64}(\.thumbnail)?$/
