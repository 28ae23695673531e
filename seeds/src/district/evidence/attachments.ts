import type { AccidentType } from '@onemap/api/domain/accident-type'
import type { EvidencePart } from '@onemap/api/domain/evidence'
import { createRandom } from '../random.ts'
import type { EnterpriseRecord, HazardEventRow } from '../rows.ts'
import type { Examples, ExampleFile } from './pictures.ts'
import type { Scene } from './scenes.ts'

/** A file of a step of a demonstration hazard. */
export interface Attachment {
  readonly id: string
  readonly event: HazardEventRow
  readonly part: EvidencePart
  /** Order within the part. */
  readonly position: number
  readonly name: string
  readonly file: ExampleFile
}

/** Pictures by GB 6441 accident type of the risk point. */
const SCENE_OF: Partial<Record<AccidentType, Scene>> = {
  1: 'machine',
  3: 'machine',
  4: 'machine',
  5: 'switchgear',
  7: 'tank',
  8: 'tank',
  9: 'platform',
  16: 'tank',
  17: 'tank',
  18: 'tank',
  19: 'tank',
}

type Piece = Pick<Attachment, 'part' | 'name' | 'file'>

/** What each step of an enterprise's hazards has to show. The same record gives the same files. */
export function attachmentsOf(
  { enterprise, riskPoints, hazards, hazardEvents }: EnterpriseRecord,
  examples: Examples,
): Attachment[] {
  const accidents = new Map(riskPoints.map(({ id, accidentType }) => [id, accidentType]))
  const sceneOf = new Map(
    hazards.map(({ id, riskPointId }) => [
      id,
      SCENE_OF[accidents.get(riskPointId) ?? 20] ?? 'passage',
    ]),
  )
  const ids = createRandom(`${enterprise.id} evidence`)
  return hazardEvents.flatMap((event) =>
    piecesOf(event, sceneOf.get(event.hazardId) ?? 'passage', examples).map((piece, position) => ({
      ...piece,
      id: ids.uuid(),
      event,
      position,
    })),
  )
}

function piecesOf({ type }: HazardEventRow, scene: Scene, examples: Examples): Piece[] {
  const before = examples.picture(scene, 'before')
  const after = examples.picture(scene, 'after')
  switch (type) {
    case 'report':
      return [{ part: 'evidence', name: '现场.webp', file: before }]
    case 'fix-on-the-spot':
      return [
        { part: 'before', name: '整改前.webp', file: before },
        { part: 'after', name: '整改后.webp', file: after },
      ]
    case 'submit':
      return [
        { part: 'evidence', name: '整改后.webp', file: after },
        { part: 'evidence', name: '整改验收单.pdf', file: examples.sheet },
      ]
    default:
      return []
  }
}
