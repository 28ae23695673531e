import { useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { computed } from 'vue'
import { api } from '../../api.ts'

/** One enterprise with its counts. */
export function useEnterprise(id: () => string) {
  return useQuery({
    key: () => ['enterprises', id()],
    query: () => parseResponse(api.enterprises[':id'].$get({ param: { id: id() } })),
    enabled: () => id() !== '',
  })
}

async function everyPoint(id: string) {
  const page = async (cursor: string) =>
    parseResponse(
      api.enterprises[':id']['risk-points'].$get({
        param: { id },
        query: { limit: '200', ...(cursor === '' ? {} : { cursor }) },
      }),
    )
  let last = await page('')
  const points = [...last.items]
  while (last.nextCursor !== null) {
    last = await page(last.nextCursor)
    points.push(...last.items)
  }
  return points
}

/** All risk points of an enterprise in the order of its control list: some dozens, seldom hundreds. */
export function useRiskPoints(enterpriseId: () => string) {
  return useQuery({
    key: () => ['risk-points', enterpriseId()],
    query: () => everyPoint(enterpriseId()),
    enabled: () => enterpriseId() !== '',
  })
}
export type RiskPoint = Awaited<ReturnType<typeof everyPoint>>[number]
export type HazardSource = RiskPoint['sources'][number]
export type Assessment = HazardSource['assessments'][number]
export type Measure = HazardSource['measures'][number]
export type Responsibility = RiskPoint['responsibilities'][number]

/** One risk point with how its levels came about. */
export function useRiskPoint(enterpriseId: () => string, id: () => string) {
  return useQuery({
    key: () => ['risk-points', enterpriseId(), id()],
    query: () =>
      parseResponse(
        api.enterprises[':enterpriseId']['risk-points'][':id'].$get({
          param: { enterpriseId: enterpriseId(), id: id() },
        }),
      ),
  })
}
export type RiskPointDetail = NonNullable<ReturnType<typeof useRiskPoint>['data']['value']>

/** Inspections that are due and supervision orders that the enterprise has to move on. */
export function useDue(enterpriseId: () => string) {
  const inspections = useQuery({
    key: () => ['tasks', 'figures', enterpriseId()],
    query: async () =>
      (
        await parseResponse(
          api['inspection-figures'].$get({ query: { enterpriseId: enterpriseId() } }),
        )
      ).open,
    enabled: () => enterpriseId() !== '',
  })
  const orders = useQuery({
    key: () => ['orders', 'waiting', enterpriseId()],
    query: async () =>
      (
        await parseResponse(
          api['supervision-orders'].$get({
            query: {
              enterpriseId: enterpriseId(),
              status: 'issued,signed,in-progress,returned',
              limit: '200',
            },
          }),
        )
      ).items,
    enabled: () => enterpriseId() !== '',
  })
  return { inspections: inspections.data, orders: orders.data }
}

/** Points as faint marks of a small map. */
export function usePlaceMarks(
  points: () => readonly RiskPoint[] | undefined,
  except: () => string = () => '',
) {
  return computed(() =>
    (points() ?? [])
      .filter(({ id }) => id !== except())
      .map(({ location, level, name }) => ({ location, level, name })),
  )
}
