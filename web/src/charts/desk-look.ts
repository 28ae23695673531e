import { LOOK } from './chart-look.ts'

/** Colours of a chart at the desk, which is light or dark; the accent means what is looked at. */
export interface DeskLook {
  readonly text: string
  readonly quiet: string
  readonly line: string
  readonly bar: string
  readonly faint: string
  readonly ground: string
}

/** The tokens of ui/theme.css, which a canvas can't read. */
export const DESK_LOOKS: Readonly<Record<'dark' | 'light', DeskLook>> = {
  dark: {
    text: LOOK.text,
    quiet: LOOK.quiet,
    line: LOOK.line,
    bar: LOOK.accent,
    faint: '#5F7489',
    ground: LOOK.ground,
  },
  light: {
    text: '#14202E',
    quiet: '#526275',
    line: 'rgba(20, 32, 46, .12)',
    bar: '#0A7059',
    faint: '#8696A8',
    ground: '#FFFFFF',
  },
}
