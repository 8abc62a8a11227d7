import type { Trouble } from './ordeal.ts'
import type { Scene } from './scene.ts'

/**
 * Every way in which every call of a scene's pass can go wrong, or each nth of them, and kills spread over the time that it takes; in no
 * order, so that a sweep that is broken off has tried a fair share of each.
 */
export function troublesOf(
  scene: Scene,
  { every, kills }: { readonly every: number; readonly kills: number },
): readonly Trouble[] {
  const atCalls = scene.calls.flatMap((call): readonly Trouble[] => [
    { call, way: 'KILL' },
    { call, way: 'ENOSPC' },
    { call, way: 'EIO' },
  ])
  const atMoments = Array.from({ length: kills }, (): Trouble => ({ afterMs: Math.round(Math.random() * scene.ms * 1.1) }))
  return shuffled([...atCalls.filter((_, at) => at % every === 0), ...atMoments])
}

function shuffled(troubles: readonly Trouble[]): readonly Trouble[] {
  return troubles
    .map((trouble) => ({ trouble, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ trouble }) => trouble)
}
