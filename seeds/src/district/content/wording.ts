/** What a text of the library may name. */
export interface Surroundings {
  readonly point: string
  readonly unit: string
  readonly team: string
  readonly post: string
}

/** Puts the names of a particular plant into a text: `{point}` `{unit}` `{team}` `{post}`. */
export function fillIn(text: string, surroundings: Surroundings): string {
  if (!text.includes('{')) return text
  return text
    .replaceAll('{point}', surroundings.point)
    .replaceAll('{unit}', surroundings.unit)
    .replaceAll('{team}', surroundings.team)
    .replaceAll('{post}', surroundings.post)
}
