import { dayAfter } from '@onemap/api/domain/calendar'
import { createHash } from 'node:crypto'
import { copyLine } from '@onemap/api/db/copy-text'
import type { Database, Tx } from '@onemap/api/db/database'
import { pointText } from '@onemap/api/db/wgs84'
import { chinaTime } from '../calendar.ts'
import type { DistrictOptions } from '../plan.ts'
import { createRandom } from '../random.ts'
import { readObjects, type PatrolledObject } from './objects.ts'
import type { VisitRow } from './visit.ts'
import { patrolYear } from './year.ts'

type Row = readonly unknown[]

/** Gives the demonstration a year of patrols: the hazards that patrols found were found on one. */
export async function loadPatrols(
  database: Database,
  tx: Tx,
  { seed, asOf }: Pick<DistrictOptions, 'seed' | 'asOf'>,
): Promise<void> {
  const walked = (await readObjects(tx, dayAfter(asOf, -365))).map((object) => ({
    object,
    visits: patrolYear(createRandom(`${seed} patrols ${object.id}`), object, seed, asOf),
  }))
  function* lines(
    rowsOf: (visit: VisitRow, object: PatrolledObject) => readonly Row[],
  ): Generator<string> {
    for (const { object, visits } of walked) {
      for (const visit of visits)
        for (const row of rowsOf(visit, object))
          yield copyLine([object.id, object.gridId, object.officeId, ...row])
    }
  }
  const copy = (table: string, columns: readonly string[], rowsOf: Parameters<typeof lines>[0]) =>
    database.copyIn(tx, table, ['enterprise_id', 'grid_id', 'office_id', ...columns], lines(rowsOf))

  await copy(
    'patrol_visits',
    [
      'id',
      'user_id',
      'user_name',
      'started_at',
      'finished_at',
      'received_at',
      'visited_on',
      'check_in',
      'geom',
      'accuracy',
      'distance',
      'kind',
      'template_version',
      'answers',
      'result',
      'signature',
      'signed_by',
      'note',
      'flags',
      'profile_version',
      'digest',
    ],
    (v, { kind }) => [
      [
        v.id,
        v.user.id,
        v.user.name,
        chinaTime(v.startedAt),
        chinaTime(v.finishedAt),
        chinaTime(v.receivedAt),
        v.visitedOn,
        v.checkIn,
        v.position && pointText(v.position),
        v.accuracy,
        v.distance,
        kind,
        v.template.version,
        JSON.stringify(v.answers),
        v.result,
        v.signature,
        v.signedBy,
        v.note,
        `{${v.flags.join(',')}}`,
        v.profileVersion,
        createHash('sha256').update(v.id).digest('hex'),
      ],
    ],
  )
  await copy('patrol_evidence', ['visit_id', 'evidence_id', 'part', 'position'], (v) =>
    v.photos.map((photo, position) => [v.id, photo, 'photo', position]),
  )
  await copy('patrol_hazards', ['visit_id', 'hazard_id', 'part', 'item'], (v) =>
    v.hazards.map(({ id, part, item }) => [v.id, id, part, item]),
  )
}
