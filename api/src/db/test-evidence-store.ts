import type { EvidenceStore } from './evidence-store.ts'

/** Evidence in memory, for applications under test. */
export function memoryEvidenceStore(): EvidenceStore & { readonly files: Map<string, Uint8Array> } {
  const files = new Map<string, Uint8Array>()
  return {
    files,
    put: async (name, bytes) => {
      files.set(name, bytes)
    },
    async get(name) {
      const bytes = files.get(name)
      return bytes && { bytes: bytes.length, body: new Blob([new Uint8Array(bytes)]).stream() }
    },
    has: async (name) => files.has(name),
    remove: async (name) => {
      files.delete(name)
    },
    async *olderThan() {
      for (const name of files.keys()) yield name
    },
  }
}
