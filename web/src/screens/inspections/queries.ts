import { useInfiniteQuery, useQuery } from '@pinia/colada'
import { parseResponse } from 'hono/client'
import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useRoute } from 'vue-router'
import { api } from '../../api.ts'
import { useSession } from '../../session/session.ts'
import type { TaskFilters } from './address.ts'

const PAGE = '30'
const ofEnterprise = api.enterprises[':enterpriseId']

async function tasks(query: Record<string, string>) {
  return parseResponse(api['inspection-tasks'].$get({ query }))
}
async function task(enterpriseId: string, id: string) {
  return parseResponse(
    ofEnterprise['inspection-tasks'][':id'].$get({ param: { enterpriseId, id } }),
  )
}
async function standards(enterpriseId: string) {
  return (
    await parseResponse(ofEnterprise['inspection-standards'].$get({ param: { enterpriseId } }))
  ).items
}
async function standard(enterpriseId: string, id: string) {
  return parseResponse(
    ofEnterprise['inspection-standards'][':id'].$get({ param: { enterpriseId, id } }),
  )
}
async function plans(enterpriseId: string) {
  return (await parseResponse(ofEnterprise['inspection-plans'].$get({ param: { enterpriseId } })))
    .items
}

export type TaskItem = Awaited<ReturnType<typeof tasks>>['items'][number]
export type Task = Awaited<ReturnType<typeof task>>
export type ChecklistItem = Task['checklist'][number]
export type StandardItem = Awaited<ReturnType<typeof standards>>[number]
export type Standard = Awaited<ReturnType<typeof standard>>
export type CheckItem = Standard['items'][number]
export type Plan = Awaited<ReturnType<typeof plans>>[number]

/** Statuses of a view of the list, and which way it goes: what is to be done by urgency, what was by recency. */
const VIEWS = {
  open: { status: 'due,in-progress,overdue', order: 'asc' },
  overdue: { status: 'overdue', order: 'asc' },
  done: { status: 'done', order: 'desc' },
  missed: { status: 'missed', order: 'desc' },
} as const

/** Tasks of a view, page by page. */
export function useTasks(filters: MaybeRefOrGetter<TaskFilters>) {
  const asked = computed((): Record<string, string> => {
    const { view, ...rest } = toValue(filters)
    return { ...rest, ...VIEWS[view], limit: PAGE }
  })
  return useInfiniteQuery({
    key: () => ['tasks', 'list', asked.value],
    initialPageParam: '',
    query: ({ pageParam }) =>
      tasks({ ...asked.value, ...(pageParam === '' ? {} : { cursor: pageParam }) }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** Open tasks today, and what became of those of the last thirty days. */
export function useFigures(enterpriseId: MaybeRefOrGetter<string | undefined>) {
  return useQuery({
    key: () => ['tasks', 'figures', toValue(enterpriseId) ?? ''],
    query: () => {
      const id = toValue(enterpriseId)
      return parseResponse(
        api['inspection-figures'].$get({ query: id === undefined ? {} : { enterpriseId: id } }),
      )
    },
  })
}

export const taskKey = (enterpriseId: string, id: string): [string, string, string] => [
  'tasks',
  enterpriseId,
  id,
]

/** One task with its checklist. */
export function useTask(enterpriseId: MaybeRefOrGetter<string>, id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => taskKey(toValue(enterpriseId), toValue(id)),
    query: () => task(toValue(enterpriseId), toValue(id)),
  })
}

/** The checklists of an enterprise. */
export function useStandards(enterpriseId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['inspections', toValue(enterpriseId), 'standards'],
    query: () => standards(toValue(enterpriseId)),
    enabled: () => toValue(enterpriseId) !== '',
  })
}

/** One checklist with its items. */
export function useStandard(enterpriseId: MaybeRefOrGetter<string>, id: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['inspections', toValue(enterpriseId), 'standards', toValue(id)],
    query: () => standard(toValue(enterpriseId), toValue(id)),
    enabled: () => toValue(id) !== '',
  })
}

/** The plans of an enterprise. */
export function usePlans(enterpriseId: MaybeRefOrGetter<string>) {
  return useQuery({
    key: () => ['inspections', toValue(enterpriseId), 'plans'],
    query: () => plans(toValue(enterpriseId)),
    enabled: () => toValue(enterpriseId) !== '',
  })
}

/** Whose checklists and plans a screen shows: one's own, or those of the enterprise in the address. */
export function useWhose() {
  const session = useSession()
  const route = useRoute()
  const own = computed(() => session.me?.enterpriseId ?? '')
  const named = computed(() =>
    typeof route.query['enterpriseId'] === 'string' ? route.query['enterpriseId'] : '',
  )
  return {
    enterpriseId: computed(() => own.value || named.value),
    /** Checklists and plans are kept by who answers for safety in the enterprise. */
    keeps: computed(() => own.value !== '' && session.me?.position !== 'rectifier'),
  }
}
