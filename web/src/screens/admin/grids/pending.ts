import type { Shape } from '../../../map/grid-shapes/shape.ts'

/** What was drawn and has no name yet. */
export type Pending =
  | {
      readonly kind: 'split'
      readonly gridId: string
      readonly townCode: string
      readonly halves: readonly [Shape, Shape]
    }
  | { readonly kind: 'drawn'; readonly townCode: string; readonly shape: Shape }
