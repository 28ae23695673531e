/** Turns of this length without an answer, after which the other side counts as frozen. */
const TURN_MS = 250
const MOST_SILENT_TURNS = 10

/** How long the other side may be silent, unless this process itself is held up. */
export const SILENCE_MS = TURN_MS * MOST_SILENT_TURNS

/** The database took a question and said nothing. */
export class SilentDatabaseError extends Error {
  override readonly name = 'SilentDatabaseError'

  constructor(turns: number) {
    super(`no answer within ${(turns * TURN_MS) / 1000} s`)
  }
}

/**
 * The outcome of an exchange, or an error when nothing comes. Turns of the event loop are counted, not time by the
 * clock: a process that was busy or stopped itself finds the answer waiting and has not been left without one.
 * @param mostTurns of a quarter of a second each
 * @throws SilentDatabaseError
 */
export async function unlessSilent<T>(
  exchange: Promise<T>,
  mostTurns = MOST_SILENT_TURNS,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_resolve, reject) => {
    const turn = (silentTurns: number): void => {
      if (silentTurns === mostTurns) reject(new SilentDatabaseError(mostTurns))
      else timer = setTimeout(turn, TURN_MS, silentTurns + 1)
    }
    turn(0)
  })
  try {
    return await Promise.race([exchange, silence])
  } finally {
    clearTimeout(timer)
  }
}
