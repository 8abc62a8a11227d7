import type { ServerResponse } from 'node:http'

/** Ends connections whose client takes its answer so slowly that it takes too long. */
export type SlowClients = {
  readonly watch: (response: ServerResponse) => void
  readonly stop: () => void
}

/** Looks every so often at the answers under way, and destroys those older than `longestMs`: one timer, however many there are. */
export function slowClients(longestMs: number): SlowClients {
  const underWay = new Map<ServerResponse, number>() // in the order of their beginning
  const timer = setInterval(
    () => {
      const oldest = performance.now() - longestMs
      for (const [response, since] of underWay) {
        if (since > oldest) break
        underWay.delete(response)
        response.destroy()
      }
    },
    Math.ceil(longestMs / 4),
  ).unref()
  return {
    watch(response) {
      underWay.set(response, performance.now())
      response.once('close', () => underWay.delete(response))
    },
    stop: () => clearInterval(timer),
  }
}
