interface Waiting {
  readonly weight: number
  readonly enter: () => void
}

/** Lets in pieces of work up to a weight; the others wait in the order they came. */
export class Turnstile {
  #free: number
  readonly #waiting: Waiting[] = []

  /**
   * @param capacity what may be inside at once; a heavier piece of work enters alone
   * @param mostWaiting how many may wait
   * @param full what is thrown at whoever comes then
   */
  constructor(
    private readonly capacity: number,
    private readonly mostWaiting: number,
    private readonly full: () => Error,
  ) {
    this.#free = capacity
  }

  async pass<T>(weight: number, work: () => Promise<T>): Promise<T> {
    const taken = Math.min(weight, this.capacity)
    if (this.#waiting.length === 0 && taken <= this.#free) this.#free -= taken
    else if (this.#waiting.length >= this.mostWaiting) throw this.full()
    else await new Promise<void>((enter) => this.#waiting.push({ weight: taken, enter }))
    try {
      return await work()
    } finally {
      this.#free += taken
      this.#letIn()
    }
  }

  #letIn(): void {
    for (;;) {
      const next = this.#waiting[0]
      if (next === undefined || next.weight > this.#free) return
      this.#waiting.shift()
      this.#free -= next.weight
      next.enter()
    }
  }
}
