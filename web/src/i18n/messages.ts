/** The shape of a language's sentences: the same keys everywhere. */
export type Messages<Tree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends string ? string : Messages<Tree[Key]>
}
