/** Panels that float on the edges of the map, in the order they stand in. */
export const PANEL_IDS = ['levels', 'accidents', 'matrix', 'weeks', 'overdue', 'coverage', 'majors', 'ticker'] as const

export type PanelId = (typeof PANEL_IDS)[number]
