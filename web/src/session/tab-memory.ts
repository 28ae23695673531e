const PREFIX = 'onemap.kept '

/** What one account keeps in this tab, also when the browser throws the page away: a telephone does so while its camera is open. */
export interface TabMemory {
  /** What is kept under a key; undefined if nothing is, or nothing that can be read. */
  read(key: string): unknown
  /** Keeps it; null forgets it. Where the browser keeps nothing, nothing is kept. */
  write(key: string, content: object | null): void
}

/** The tab's memory for one account. */
export function tabMemoryOf(account: string): TabMemory {
  const nameOf = (key: string): string => `${PREFIX}${account} ${key}`
  return {
    read: (key) =>
      attempt(() => JSON.parse(sessionStorage.getItem(nameOf(key)) ?? 'null') ?? undefined),
    write: (key, content) =>
      attempt(() =>
        content === null
          ? sessionStorage.removeItem(nameOf(key))
          : sessionStorage.setItem(nameOf(key), JSON.stringify(content)),
      ),
  }
}

/** Forgets what is kept in this tab, but for one account's. */
export function forgetTab(account?: string): void {
  attempt(() => {
    const names = Array.from(
      { length: sessionStorage.length },
      (_, index) => sessionStorage.key(index) ?? '',
    )
    for (const name of names) {
      if (
        name.startsWith(PREFIX) &&
        (account === undefined || !name.startsWith(`${PREFIX}${account} `))
      )
        sessionStorage.removeItem(name)
    }
  })
}

function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
