/** Panels that float on the edges of the map, in the order they stand in. */
export const PANEL_IDS = [
  'levels',
  'accidents',
  'overdue',
  'coverage',
  'weeks',
  'matrix',
  'majors',
  'ticker',
] as const

export type PanelId = (typeof PANEL_IDS)[number]

/** Where each stands: on the left how dangerous and who is late, on the right whether it gets better and what happens. Groups stand beside each other on a wide wall. */
export const SIDES = {
  left: [
    ['levels', 'accidents'],
    ['overdue', 'coverage'],
  ],
  right: [
    ['weeks', 'matrix'],
    ['majors', 'ticker'],
  ],
} as const satisfies Readonly<Record<'left' | 'right', readonly (readonly PanelId[])[]>>

/** Share of its group's height each takes, and the least it needs to be read, in pixels of 1920 × 1080. */
export const HEIGHTS: Readonly<
  Record<PanelId, { readonly share: number; readonly least: number }>
> = {
  levels: { share: 190, least: 190 },
  accidents: { share: 245, least: 230 },
  overdue: { share: 220, least: 230 },
  coverage: { share: 220, least: 230 },
  weeks: { share: 222, least: 250 },
  matrix: { share: 265, least: 290 },
  majors: { share: 233, least: 250 },
  ticker: { share: 155, least: 180 },
}

/** Share of the side's height a group takes. */
export const groupShare = (group: readonly PanelId[]): number =>
  group.reduce((sum, id) => sum + HEIGHTS[id].share, 0)
