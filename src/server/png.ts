import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

/** Turns a picture into PNG. */
type Draw = (svg: string) => Uint8Array

/** Dots across a picture unit, so that pictures are sharp on paper and on screens. */
const SCALE = 2

let drawing: Promise<Draw> | null = null

/** Loads the drawing program and its typeface; they come with Headroom, so every machine draws the same. */
async function load(): Promise<Draw> {
  const require = createRequire(import.meta.url)
  const read = (name: string): Promise<Uint8Array> => readFile(require.resolve(name))
  const [{ initWasm, Resvg }, wasm, ...fontBuffers] = await Promise.all([
    import('@resvg/resvg-wasm'),
    read('@resvg/resvg-wasm/index_bg.wasm'),
    read('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
    read('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  ])
  await initWasm(wasm)
  return (svg) => {
    const picture = new Resvg(svg, {
      fitTo: { mode: 'zoom', value: SCALE },
      background: '#ffffff',
      font: {
        fontBuffers,
        defaultFontFamily: 'DejaVu Sans Condensed',
        sansSerifFamily: 'DejaVu Sans Condensed',
      },
    })
    const image = picture.render()
    const bytes = image.asPng()
    image.free()
    picture.free()
    return bytes
  }
}

/** Draws a standalone SVG picture as PNG. The drawing program is loaded when it is first needed. */
export async function drawPng(svg: string): Promise<Uint8Array> {
  drawing ??= load()
  return (await drawing)(svg)
}
