import { EVIDENCE_FORMATS, EVIDENCE_KINDS, type EvidenceMime } from '../domain/evidence.ts'
import { normalText } from '../domain/normal-text.ts'

const MOST = 120

/** The name a file is shown and saved under: its own without folders and odd characters, with the ending of what it is. */
export function storedName(sent: string, mime: EvidenceMime): string {
  const { ending, kind } = EVIDENCE_FORMATS[mime]
  const last = sent.split(/[/\\]/).at(-1) ?? ''
  const plain = normalText(last)
    .replace(/[\p{C}<>:"|?*]/gu, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .trim()
  const stem = [...plain].slice(0, MOST).join('').replace(/^\.+/, '')
  return `${stem === '' ? EVIDENCE_KINDS[kind].zh : stem}.${ending}`
}

/** RFC 6266, with a plain name for programs that do not know RFC 8187. */
export function contentDisposition(name: string, mime: EvidenceMime): string {
  const { ending, kind } = EVIDENCE_FORMATS[mime]
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind === 'photo' ? 'inline' : 'attachment'}; filename="evidence.${ending}"; filename*=UTF-8''${encoded}`
}
