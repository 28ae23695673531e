import type { Label } from '../domain/dictionary.ts'
import type { Verdict } from './chain.ts'

type Broken = Extract<Verdict, { whole: false }>

/** Says in both languages what the walk found. */
export function describeVerdict(verdict: Verdict): Label {
  if (verdict.whole) {
    const { seq, hash } = verdict.last
    return {
      zh: `审计记录完整，共 ${seq} 条。请把下一行另存他处，以后可用 --noted=${seq}:${hash} 核对：\n${seq}:${hash}`,
      en: `The audit trail is whole: ${seq} entries. Note the line above down elsewhere; --noted=… will compare with it.`,
    }
  }
  return {
    zh: `审计记录已被破坏，第一处在第 ${verdict.seq} 条：${WHAT[verdict.breakage].zh(verdict)}`,
    en: `The audit trail is broken, first at entry ${verdict.seq}: ${WHAT[verdict.breakage].en(verdict)}`,
  }
}

const WHAT = {
  removed: {
    zh: ({ seq, upTo = seq }: Broken) =>
      `已被删除（removed）${upTo > seq ? `，缺第 ${seq} 至 ${upTo} 条` : ''}`,
    en: ({ seq, upTo = seq }: Broken) =>
      `removed${upTo > seq ? `, entries ${seq} to ${upTo} are missing` : ''}`,
  },
  changed: {
    zh: () => '内容已被修改（changed），与记录时的哈希不符',
    en: () => 'changed, it is not what was recorded',
  },
  inserted: {
    zh: () => '是事后插入的（inserted），并非系统记录',
    en: () => 'inserted afterwards, the system did not record it',
  },
  're-ordered': {
    zh: ({ movedTo }: Broken) => `顺序已被调换（re-ordered），原记录现为第 ${movedTo} 条`,
    en: ({ movedTo }: Broken) => `re-ordered, what was recorded here now stands at ${movedTo}`,
  },
} as const
