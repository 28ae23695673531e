/** What a single key does on the command screen. */
export type KeyAction =
  | 'next-stop'
  | 'previous-stop'
  | 'blank'
  | 'tour'
  | 'full-screen'
  | 'district'
  | 'now'
  | 'overdue'
  | 'panels'
  | 'help'
  | 'clear'
  | 'level-1'
  | 'level-2'
  | 'level-3'
  | 'level-4'

/** Keys by what they do, as the help sheet lists them. */
export const KEYS: Readonly<Record<KeyAction, readonly string[]>> = {
  'next-stop': ['PageDown'],
  'previous-stop': ['PageUp'],
  blank: ['b', '.'],
  tour: ['t'],
  'full-screen': ['f'],
  district: ['0'],
  now: ['n'],
  overdue: ['o'],
  'level-1': ['1'],
  'level-2': ['2'],
  'level-3': ['3'],
  'level-4': ['4'],
  clear: ['c'],
  panels: ['h'],
  help: ['?'],
}

const ACTION_OF = new Map(
  Object.entries(KEYS).flatMap(([action, keys]) => keys.map((key) => [key, action] as const)),
)
const isAction = (text: string | undefined): text is KeyAction => text !== undefined && text in KEYS

interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** What a pressed key is to do; null where it belongs to somebody else: a field that is typed in, a dialog, the browser. */
export function keyAction(
  { key, ctrlKey, metaKey, altKey }: Pressed,
  target: EventTarget | null,
): KeyAction | null {
  if (ctrlKey || metaKey || altKey) return null
  if (
    target instanceof Element &&
    target.closest('input, select, textarea, [contenteditable], dialog') !== null
  )
    return null
  const action = ACTION_OF.get(key.length === 1 ? key.toLowerCase() : key)
  return isAction(action) ? action : null
}
