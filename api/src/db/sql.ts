/** For tools beside the API, which write SQL with the same copy of Drizzle that runs it. */
export { sql, type SQL } from 'drizzle-orm'
