import { enhanceHexes } from './hex-keys.ts'
import { enhanceMenu } from './menu.ts'
import { startKeeping } from './offline/register.ts'
import { openTarget } from './open-target.ts'
import { enhanceChart } from './read-chart.ts'
import { enhancePoints } from './read-points.ts'
import { enhanceRows } from './read-rows.ts'
import { enhanceControls } from './swap.ts'
import { enhanceWaiting } from './wait.ts'

/** Everything works without this script; with it, choices swap in place and pictures answer to the keyboard. */
function enhancePictures(): void {
  enhanceChart(document)
  enhanceHexes(document)
  enhancePoints(document)
}

enhanceMenu()
openTarget()
const form = document.querySelector<HTMLFormElement>('form[data-swap-form]')
if (form) enhanceControls(form, enhancePictures)
enhancePictures()
enhanceRows(document)
enhanceWaiting(document)
startKeeping()
