/** What a picture of the demonstration shows. */
export const SCENES = ['tank', 'switchgear', 'platform', 'machine', 'passage'] as const
export type Scene = (typeof SCENES)[number]
export const MOMENTS = ['before', 'after'] as const
export type Moment = (typeof MOMENTS)[number]

/** Size of a picture, and of its small one, in pixels. */
export const PICTURE = { width: 960, height: 720 } as const
export const THUMBNAIL = { width: 320, height: 240 } as const

const DARK = '#2b3a49'
const MIDDLE = '#7d8ea0'
const PALE = '#c9d3dd'
const MENDED = '#0b7a5f'

/** What stands there either way, what is wrong, what has been put right, and where to look. */
interface Drawing {
  readonly place: string
  readonly wrong: string
  readonly right: string
  readonly mark: readonly [x: number, y: number, radius: number]
}

const DRAWINGS: Readonly<Record<Scene, Drawing>> = {
  tank: {
    place: `
      <ellipse cx="290" cy="200" rx="170" ry="44" fill="${PALE}"/><rect x="120" y="200" width="340" height="350" fill="#aab8c5"/>
      <path d="M120 290h340M120 420h340" stroke="${MIDDLE}" stroke-width="4"/><ellipse cx="290" cy="550" rx="170" ry="40" fill="${MIDDLE}"/>
      <path d="M460 480h170M690 480h270" stroke="${MIDDLE}" stroke-width="44"/><path d="M630 432v96M690 432v96" stroke="${DARK}" stroke-width="18"/>
      <path d="M800 458v-70M760 388h80" stroke="${DARK}" stroke-width="14"/>`,
    wrong: `<path d="M650 520c-4 22 6 34 4 54" stroke="${DARK}" stroke-width="5" fill="none"/><ellipse cx="660" cy="612" rx="110" ry="22" fill="#5b6b7b" opacity=".75"/>`,
    right: `<path d="M630 424c10-42 50-42 60 0" stroke="${MENDED}" stroke-width="10" fill="none"/><circle cx="630" cy="426" r="9" fill="${MENDED}"/><circle cx="690" cy="426" r="9" fill="${MENDED}"/>`,
    mark: [660, 500, 130],
  },
  switchgear: {
    place: `
      <rect x="300" y="120" width="360" height="470" rx="10" fill="#aab8c5"/><rect x="322" y="142" width="316" height="426" fill="#e3e9ef"/>
      <path d="M350 200h260M350 330h260M350 460h260" stroke="${MIDDLE}" stroke-width="10"/>
      ${[360, 430, 500, 570].map((x) => `<rect x="${x}" y="220" width="40" height="76" fill="${DARK}"/><rect x="${x}" y="350" width="40" height="76" fill="${DARK}"/>`).join('')}`,
    wrong: `
      <path d="M640 142l130 46v426l-130-46z" fill="#8fa0b0"/>
      <path d="M380 426c-10 90 60 100 20 210M450 426c30 80-40 130 10 200M590 426c-6 70 40 130 0 190" stroke="${DARK}" stroke-width="8" fill="none"/>
      <path d="M400 636l-14 18M460 626l16 14M590 616l-10 18" stroke="${MIDDLE}" stroke-width="8"/>`,
    right: `<rect x="322" y="142" width="316" height="426" fill="#b9c6d2"/><rect x="604" y="330" width="14" height="60" rx="6" fill="${DARK}"/>
      <path d="M480 210l70 120h-140z" fill="none" stroke="${DARK}" stroke-width="10"/><path d="M486 240l-18 42h22l-12 32" stroke="${DARK}" stroke-width="8" fill="none"/>
      <rect x="400" y="420" width="160" height="84" fill="#fff" stroke="${MENDED}" stroke-width="6"/><path d="M420 446h120M420 476h80" stroke="${MENDED}" stroke-width="8"/>`,
    mark: [470, 560, 130],
  },
  platform: {
    place: `
      <rect x="80" y="400" width="620" height="36" fill="${MIDDLE}"/><path d="M110 436v190M400 436v190M670 436v190" stroke="${MIDDLE}" stroke-width="22"/>
      <path d="M700 420l180 206" stroke="${DARK}" stroke-width="16"/><path d="M722 446h44M762 492h44M802 538h44M842 584h44" stroke="${DARK}" stroke-width="12"/>
      <path d="M90 400v-150M90 250h190M90 320h190M280 400v-150" stroke="${DARK}" stroke-width="14" fill="none"/>
      <path d="M560 400v-150M560 250h130M560 320h130M690 400v-150" stroke="${DARK}" stroke-width="14" fill="none"/>`,
    wrong: '<path d="M284 326l40 44M556 326l-36 30" stroke="#7d8ea0" stroke-width="10"/>',
    right: `<path d="M280 250h280M280 320h280M420 400v-150" stroke="${MENDED}" stroke-width="14" fill="none"/><path d="M280 390h280" stroke="${MENDED}" stroke-width="16"/>`,
    mark: [420, 320, 160],
  },
  machine: {
    place: `
      <rect x="120" y="480" width="720" height="120" fill="${MIDDLE}"/><rect x="160" y="250" width="200" height="230" fill="#aab8c5"/><rect x="190" y="290" width="140" height="70" fill="#e3e9ef"/>
      <path d="M120 600v30M840 600v30" stroke="${DARK}" stroke-width="40"/>`,
    wrong: `
      ${gear(520, 370, 90)}${gear(690, 390, 62)}<path d="M520 280L690 328M520 460L690 452" stroke="${DARK}" stroke-width="12"/>`,
    right: `
      <rect x="410" y="260" width="370" height="220" rx="14" fill="#d7e0e8" stroke="${MENDED}" stroke-width="12"/>
      ${Array.from({ length: 8 }, (_, column) => `<path d="M${446 + column * 42} 270v200" stroke="${MENDED}" stroke-width="4"/>`).join('')}
      ${Array.from({ length: 4 }, (_, row) => `<path d="M416 ${304 + row * 42}h358" stroke="${MENDED}" stroke-width="4"/>`).join('')}`,
    mark: [600, 375, 185],
  },
  passage: {
    place: `
      <path d="M0 630L300 470h360l300 160v90H0z" fill="#b4c0cb"/><rect x="380" y="180" width="200" height="290" fill="${DARK}"/><rect x="394" y="194" width="172" height="276" fill="#8fa0b0"/>
      <circle cx="548" cy="340" r="9" fill="#fff"/><rect x="410" y="110" width="140" height="50" rx="6" fill="${MENDED}"/>
      <path d="M436 135h76M492 119l22 16-22 16" stroke="#fff" stroke-width="9" fill="none"/>`,
    wrong: `
      ${[
        [340, 400, 150],
        [470, 440, 170],
        [400, 300, 120],
      ]
        .map(
          ([x = 0, y = 0, size = 0]) =>
            `<rect x="${x}" y="${y}" width="${size}" height="${size * 0.8}" fill="#c3b39a" stroke="#8d7c60" stroke-width="5"/><path d="M${x} ${y + size * 0.3}h${size}" stroke="#8d7c60" stroke-width="4"/>`,
        )
        .join('')}`,
    right: `<path d="M330 620l70-140h160l70 140z" fill="none" stroke="${MENDED}" stroke-width="12"/><path d="M360 600l60-110M440 600l20-110M520 600l-20-110M600 600l-60-110" stroke="${MENDED}" stroke-width="6"/>`,
    mark: [480, 440, 175],
  },
}

function gear(x: number, y: number, radius: number): string {
  const teeth = Array.from(
    { length: 10 },
    (_, tooth) =>
      `<rect x="${x - 10}" y="${y - radius - 14}" width="20" height="28" fill="${DARK}" transform="rotate(${tooth * 36} ${x} ${y})"/>`,
  )
  return `${teeth.join('')}<circle cx="${x}" cy="${y}" r="${radius}" fill="${DARK}"/><circle cx="${x}" cy="${y}" r="${radius * 0.35}" fill="${PALE}"/>`
}

/** A picture of the demonstration as SVG: drawn, and saying so. */
export function drawScene(scene: Scene, moment: Moment): string {
  const {
    place,
    wrong,
    right,
    mark: [x, y, radius],
  } = DRAWINGS[scene]
  const state = moment === 'before' ? wrong : right
  const mark =
    moment === 'before'
      ? `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="#14202e" stroke-width="6" stroke-dasharray="18 12"/>`
      : ''
  const { width, height } = PICTURE
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Noto Sans CJK SC, Noto Sans SC, sans-serif">
    <rect width="${width}" height="${height}" fill="#e8edf2"/><rect y="630" width="${width}" height="90" fill="#b4c0cb"/>
    ${place}${state}${mark}
    <text x="480" y="400" font-size="190" font-weight="700" fill="#14202e" opacity=".10" text-anchor="middle" transform="rotate(-20 480 360)">示例</text>
    <rect y="656" width="${width}" height="64" fill="#14202e"/>
    <text x="32" y="699" font-size="30" fill="#ffffff">示例图片 · ${moment === 'before' ? '整改前' : '整改后'}</text>
    <text x="${width - 32}" y="699" font-size="26" fill="#c9d3dd" text-anchor="end">手绘示意，非现场照片</text>
  </svg>`
}
