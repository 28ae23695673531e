import { sql, type SQL } from 'drizzle-orm'

/**
 * What an UPDATE sets: the columns of the fields that were sent. Where none was, a column is set to itself, so that
 * the statement still says whether the row is there.
 */
export function assignments<Field extends string>(
  columns: Readonly<Record<Field, string>>,
  sent: Readonly<Partial<Record<Field, unknown>>>,
  otherwise: Field,
): SQL {
  const set = Object.keys(columns).flatMap((name) => {
    const field = fieldOf(columns, name)
    return field === undefined || sent[field] === undefined
      ? []
      : [sql`${sql.identifier(columns[field])} = ${sent[field]}`]
  })
  const itself = sql.identifier(columns[otherwise])
  return set.length === 0 ? sql`${itself} = ${itself}` : sql.join(set, sql`, `)
}

function fieldOf<Field extends string>(
  columns: Readonly<Record<Field, string>>,
  name: string,
): Field | undefined {
  const isField = (text: string): text is Field => text in columns
  return isField(name) ? name : undefined
}
