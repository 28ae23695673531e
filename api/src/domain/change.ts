/** What can happen to a thing. `reset`: much of its kind changed at once, read anew. */
export const CHANGE_ACTIONS = ['insert', 'update', 'delete', 'reset'] as const
export type ChangeAction = (typeof CHANGE_ACTIONS)[number]

/** Kinds of things that the map draws; a change of one comes with its new row. */
export const MAP_TOPICS = ['enterprises', 'risk-points', 'hazards'] as const
export type MapTopic = (typeof MAP_TOPICS)[number]
