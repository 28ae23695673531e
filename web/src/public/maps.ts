import { places, say, type Place } from './places.ts'

const WIDE = '(min-width: 900px)'

/** Maps: opened at once where there is room beside the text, on a tap elsewhere. The map's code comes only then. */
export function offerMaps(): void {
  for (const frame of document.querySelectorAll<HTMLElement>('[data-map]')) {
    frame.querySelector('button')?.addEventListener('click', () => void open(frame))
    if (frame.dataset['map'] === 'list' && matchMedia(WIDE).matches)
      whenIdle(() => void open(frame))
  }
}

function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window) requestIdleCallback(work, { timeout: 3000 })
  else setTimeout(work, 500)
}

async function open(frame: HTMLElement): Promise<void> {
  frame.classList.add('open')
  frame.replaceChildren(say('正在打开地图……', 'Opening the map …'))
  try {
    const [{ openPublicMap }, shown] = await Promise.all([
      import('../map/public-map.ts'),
      placesOf(frame),
    ])
    frame.replaceChildren()
    await openPublicMap(frame, shown, frame.dataset['label'] ?? '')
  } catch {
    frame.classList.add('failed')
    frame.replaceChildren(
      say(
        '地图没有打开，列表里的内容不受影响。',
        'The map could not be opened; the list is complete without it.',
      ),
    )
  }
}

/** On a list every place, on a page of one risk source that one. */
async function placesOf({ dataset }: HTMLElement): Promise<readonly Place[]> {
  if (dataset['map'] === 'list') return places()
  return [['', '', Number(dataset['level']), '', Number(dataset['lon']), Number(dataset['lat'])]]
}
