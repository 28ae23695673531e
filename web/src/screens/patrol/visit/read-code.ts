/** Reads what QR codes say from pictures; the browser's own way where it has one. */
export type CodeReader = (picture: HTMLVideoElement | ImageBitmap) => Promise<string | null>

interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>
}
type DetectorClass = new (options: { formats: string[] }) => Detector

declare global {
  interface Window {
    readonly BarcodeDetector?: DetectorClass & { getSupportedFormats(): Promise<string[]> }
  }
}

/** More than this many pixels a side only cost time. */
const MOST_SIDE = 800

/** The best reader there is here. */
export async function createCodeReader(): Promise<CodeReader> {
  const native = window.BarcodeDetector
  const formats: readonly string[] = (await native?.getSupportedFormats().catch(() => [])) ?? []
  if (native !== undefined && formats.includes('qr_code')) {
    const detector = new native({ formats: ['qr_code'] })
    return async (picture) => (await detector.detect(picture).catch(() => []))[0]?.rawValue ?? null
  }
  const { default: decode } = await import('qr/decode.js')
  return (picture) => {
    try {
      const pixels = pixelsOf(picture)
      return Promise.resolve(pixels === null ? null : decode(pixels))
    } catch {
      // It throws where it sees no code.
      return Promise.resolve(null)
    }
  }
}

function pixelsOf(picture: HTMLVideoElement | ImageBitmap): ImageData | null {
  const [width, height] =
    picture instanceof HTMLVideoElement
      ? [picture.videoWidth, picture.videoHeight]
      : [picture.width, picture.height]
  const scale = Math.min(1, MOST_SIDE / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (context === null || canvas.width === 0 || canvas.height === 0) return null
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
