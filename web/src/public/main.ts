import './public.css'
import { offerMaps } from './maps.ts'
import { offerNearMe } from './near-me.ts'
import { offerPosition } from './position.ts'
import { offerShare } from './share.ts'

/** Everything works without this script; it only makes the pages handier. */
offerNearMe()
offerMaps()
offerShare()
offerPosition()
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.addEventListener('click', () => print())
}
