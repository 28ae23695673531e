/** The database cannot be used as it is. The message says in both languages why and what to do. */
export class DatabaseRefusal extends Error {
  override readonly name: string = 'DatabaseRefusal'
}
