import type { KeepAsk, KeepTell } from '../../../domain/kept-pages.ts'

/**
 * Asks the keeper to keep addresses of this page’s version, now and whenever another keeper takes over. Nothing happens
 * where there is none: in browsers without, and over plain http from another machine.
 * @param addresses of what to keep, worked out when the keeper is there
 * @param onKept told whenever all of them are kept
 */
export function keep(addresses: () => readonly string[], onKept: () => void = () => undefined): void {
  const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer }
  const { version } = document.documentElement.dataset
  if (!serviceWorker || version === undefined) return
  const ask = async (): Promise<void> => {
    const { active } = await serviceWorker.ready
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = ({ data }: MessageEvent<KeepTell>) => {
      port1.close()
      if (data.kept) onKept()
    }
    active?.postMessage({ kind: 'keep', version, addresses: addresses() } satisfies KeepAsk, [port2])
  }
  serviceWorker.addEventListener('controllerchange', () => void ask())
  void ask()
}
