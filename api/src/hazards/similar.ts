import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { textSimilarity } from '../domain/text-similarity.ts'
import { HAZARD_COLUMNS, HAZARD_NAMES } from './queries.ts'
import { HazardRow } from './schema.ts'

/** What a new hazard is compared by. */
export interface Likeness {
  readonly enterpriseId: string
  readonly location: readonly [longitude: number, latitude: number] | undefined
  readonly text: string
  readonly excludeId: string | undefined
}

const Candidate = HazardRow.extend({ distance: z.number().nullable() })

/** Metres within which place alone makes a hazard worth a look, and within which it counts at all. */
const SAME_SPOT = 20
const NEARBY = 300
const WORTH_A_LOOK = 0.25
const MOST_CANDIDATES = 500
const MOST_SHOWN = 8

/**
 * Hazards of the enterprise that may be the same one, likeliest first: open ones and those of the year before, by the
 * likeness of the descriptions and by distance.
 */
export async function similarHazards(
  tx: Tx,
  { enterpriseId, location, text, excludeId }: Likeness,
  at: Date,
): Promise<(z.output<typeof Candidate> & { similarity: number })[]> {
  const distance =
    location === undefined
      ? sql`NULL::float8`
      : sql`round(ST_Distance(h.geom::geography, ST_SetSRID(ST_MakePoint(${location[0]}, ${location[1]}), 4326)::geography)::numeric, 1)::float8`
  const candidates = await queryRows(
    tx,
    Candidate,
    sql`
    SELECT ${HAZARD_COLUMNS}, ${distance} AS distance
    FROM hazards h
    ${HAZARD_NAMES}
    WHERE h.enterprise_id = ${enterpriseId} AND h.status <> 'void' ${excludeId === undefined ? sql`` : sql`AND h.id <> ${excludeId}`}
      AND (h.status <> 'closed' OR h.reported_at > ${at.toISOString()}::timestamptz - interval '1 year')
    ORDER BY h.reported_at DESC
    LIMIT ${MOST_CANDIDATES}`,
  )
  return candidates
    .map((candidate) => {
      const similarity = Math.round(textSimilarity(text, candidate.description) * 100) / 100
      const nearness =
        candidate.distance === null ? 0 : Math.max(0, 1 - candidate.distance / NEARBY)
      return { ...candidate, similarity, score: 0.75 * similarity + 0.25 * nearness }
    })
    .filter(
      ({ similarity, distance: metres }) =>
        similarity >= WORTH_A_LOOK || (metres !== null && metres <= SAME_SPOT),
    )
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_SHOWN)
    .map(({ score: _score, ...shown }) => shown)
}
