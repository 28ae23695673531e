/** The file as a whole cannot be read as this ledger: nothing was looked at row by row. The message is for the person at the keyboard. */
export class FileProblem extends Error {
  override readonly name = 'FileProblem'
}
