import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { makeItem } from '../helpers/make-item.ts'
import { freshStore, keepItems, type MakeHome, makeState, POST } from './store-home.ts'

const HELPER = new URL('../helpers/make-item.ts', import.meta.url).href

export function processesContract(makeHome: MakeHome): void {
  describe('with other processes', () => {
    const { store, again, home } = freshStore(makeHome)
    const children: ChildProcess[] = []
    afterEach(() => {
      for (const child of children.splice(0)) child.kill('SIGKILL')
    })

    /** Runs a module with the state in `store` until it says a line; the lines that follow are not read. */
    async function child(script: string, at = home()): Promise<{ readonly said: string; readonly kill: () => Promise<void> }> {
      const process = spawn(
        globalThis.process.execPath,
        ['--input-type=module-typescript', '--eval', `${at.opening}\n${script}`],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      )
      children.push(process)
      const said = String((await once(process.stdout, 'data'))[0]).trim()
      const kill = async () => {
        process.kill('SIGKILL')
        if (process.exitCode === null && process.signalCode === null) await once(process, 'exit')
      }
      return { said, kill }
    }

    it('gives the lock to one of two, at once, and to the other when it is released', async () => {
      const second = await again()
      const lock = await store().lock()
      expect(lock).toBeDefined()
      expect(await second.lock()).toBeUndefined()
      await lock?.release()
      const taken = await second.lock()
      expect(taken).toBeDefined()
      await taken?.release()
      await taken?.release()
    })
    it('gives the lock to one caller of one store', async () => {
      const lock = await store().lock()
      expect(await store().lock()).toBeUndefined()
      await lock?.release()
      expect(await store().lock()).toBeDefined()
    })
    it('lets its holder read and write, and prove that it holds it', async () => {
      const lock = await store().lock()
      await lock?.prove()
      expect(lock?.lost.aborted).toBe(false)
      if (lock !== undefined) await keepItems(lock.store, [makeItem()])
      expect(await store().item(makeItem().id)).toEqual(makeItem())
      expect(await lock?.store.lock()).toBeUndefined()
      await lock?.release()
      expect(lock?.lost.aborted).toBe(false)
    })
    it('lets others read and write the state while the lock is held', async () => {
      const lock = await store().lock()
      await keepItems(await again(), [makeItem()])
      expect(await store().item(makeItem().id)).toEqual(makeItem())
      await lock?.release()
    })
    it('frees the lock of a process that was killed', async () => {
      const holder = await child(
        "console.log(await store.lock() === undefined ? 'refused' : 'held'); setInterval(() => {}, 1000)",
      )
      expect(holder.said).toBe('held')
      expect(await store().lock()).toBeUndefined()
      await holder.kill()
      const lock = await store().lock()
      expect(lock).toBeDefined()
      await lock?.release()
    })
    it('holds whole commits only, though the process that wrote them was killed in the middle', async () => {
      const writer = await child(`
        import { makeItem } from ${JSON.stringify(HELPER)}
        for (let round = 1; ; round++) {
          const title = String(round)
          const state = { ...${JSON.stringify(makeState())}, bodyHash: title }
          const items = [1, 2].map((id) => makeItem({ id, title }))
          await store.commit([{ state, items, seen: new Map([['round', title]]), decisions: [] }])
          if (round === 20) console.log('going')
        }`)
      expect(writer.said).toBe('going')
      await writer.kill()
      const reader = await again()
      const round = (await reader.sourceStates()).get(POST)?.bodyHash
      expect(Number(round)).toBeGreaterThanOrEqual(20)
      expect(await reader.seen(POST)).toEqual(new Map([['round', round]]))
      for (const id of [1, 2]) expect((await reader.item(makeItem({ id }).id))?.title).toBe(round)
    })
    it('sees at once what another process has committed', async () => {
      await keepItems(store(), [makeItem({ title: 'Ours' })])
      const reader = await child(`console.log((await store.item('${makeItem().id}'))?.title)`)
      expect(reader.said).toBe('Ours')
    })
    it('is made once, though several processes open it at once for the first time', async () => {
      const fresh = await makeHome()
      try {
        const opened = await Promise.all([1, 2, 3].map(() => child('console.log((await store.counts()).items)', fresh)))
        expect(opened.map((process) => process.said)).toEqual(['0', '0', '0'])
        for (const process of opened) await process.kill()
      } finally {
        await fresh.remove()
      }
    })
  })
}
