import { enhanceHexes } from './hex-keys.ts'
import { enhanceChart } from './read-chart.ts'
import { enhancePoints } from './read-points.ts'
import { enhanceControls } from './swap.ts'
import { enhanceWaiting } from './wait.ts'

/** Everything works without this script; with it, choices swap in place and pictures answer to the keyboard. */
function enhancePictures(): void {
  enhanceChart(document)
  enhanceHexes(document)
  enhancePoints(document)
}

const form = document.querySelector<HTMLFormElement>('form[data-swap-form]')
if (form) enhanceControls(form, enhancePictures)
enhancePictures()
enhanceWaiting(document)
