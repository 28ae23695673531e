import { raw } from 'hono/html'
import encodeQR from 'qr'
import type { Markup } from './page.ts'

/** A QR code as an SVG of its own size, black on white with its quiet zone. */
export function qrCode(text: string): Markup {
  return raw(
    encodeQR(text, 'svg', { ecc: 'medium', border: 4 }).replace(
      '<svg ',
      '<svg role="img" aria-hidden="true" class="qr" ',
    ),
  )
}
