import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkWritable, publish } from '../../../src/publish/index.ts'
import { makeItem, makeStory } from '../../helpers/make-item.ts'
import { makePublication, makeSourceView } from '../../helpers/make-publication.ts'
import { temporaryDirectory } from '../../helpers/temporary-directory.ts'
import { sampleStories } from './sample-stories.ts'

const publication = makePublication({
  stories: sampleStories(),
  sources: [makeSourceView(), makeSourceView({ id: 'jarida', language: 'ar' })],
})

describe('publish', () => {
  it('writes what a subscriber and a reader need', async () => {
    const directory = await temporaryDirectory()
    const { written } = await publish(publication, directory)
    expect(written).toEqual(
      expect.arrayContaining([
        'index.html',
        'index.tr.html',
        'index.ar.html',
        'sources.html',
        'sources.opml',
        'status.json',
        'feed.css',
      ]),
    )
    expect(written.slice(-3)).toEqual(['atom.xml', 'feed.json', 'feed.xml'])
  })

  it('writes nothing when nothing changed, whatever the time is', async () => {
    const directory = await temporaryDirectory()
    const first = await publish(publication, directory)
    const before = await stat(join(directory, 'feed.xml'))
    const second = await publish({ ...publication, now: new Date('2026-11-30T23:00:00Z') }, directory)
    expect(second).toEqual({ written: [], unchanged: first.written.length, removed: [] })
    expect((await stat(join(directory, 'feed.xml'))).ino).toBe(before.ino)
  })

  it('gives the same bytes in another directory at another time', async () => {
    const [one, other] = [await temporaryDirectory(), await temporaryDirectory()]
    const { written } = await publish(publication, one)
    await publish({ ...publication, now: new Date('2026-11-29T00:00:00Z') }, other)
    for (const path of written) expect(await readFile(join(one, path), 'utf8')).toBe(await readFile(join(other, path), 'utf8'))
  })

  it('writes only what one new story changes', async () => {
    const directory = await temporaryDirectory()
    await publish(publication, directory)
    const story = makeStory(
      makeItem({ id: 9, published: new Date('2026-11-24T11:00:00Z'), firstSeen: new Date('2026-11-24T11:30:00Z') }),
    )
    const { written } = await publish({ ...publication, stories: [story, ...publication.stories] }, directory)
    expect(written).toContain('feed.xml')
    expect(written).toContain('by/source/morning-post.xml')
    expect(written).not.toContain('by/source/jarida.xml')
    expect(written).not.toContain('feed.css')
  })

  it('removes the feeds of a source that is no longer configured, and their folder’s other files stay', async () => {
    const directory = await temporaryDirectory()
    await publish(publication, directory)
    await writeFile(join(directory, 'by/source/notes.txt'), 'mine')
    const { removed } = await publish({ ...publication, sources: [makeSourceView()] }, directory)
    expect(removed).toEqual(['by/source/jarida.atom.xml', 'by/source/jarida.json', 'by/source/jarida.xml'])
    expect(await readdir(join(directory, 'by/source'))).toContain('notes.txt')
  })

  it('keeps the feeds of a source that has no story in the window any more', async () => {
    const directory = await temporaryDirectory()
    await publish(publication, directory)
    const { removed } = await publish({ ...publication, stories: publication.stories.slice(0, 1) }, directory)
    expect(removed).toEqual([])
    expect(await readFile(join(directory, 'by/source/jarida.xml'), 'utf8')).not.toContain('<item>')
  })

  it('removes nothing that it did not publish, even when the manifest claims so', async () => {
    const directory = await temporaryDirectory()
    await writeFile(join(directory, 'CNAME'), 'news.example.org')
    const outside = join(await temporaryDirectory(), 'precious.txt')
    await writeFile(outside, 'precious')
    const files = ['../precious.txt', outside, 'a/../../precious.txt', '..\\precious.txt', 7]
    await writeFile(join(directory, '.kaynak-manifest.json'), JSON.stringify({ version: 1, files }))
    expect((await publish(publication, directory)).removed).toEqual([])
    expect(await readFile(outside, 'utf8')).toBe('precious')
    expect(await readdir(directory)).toContain('CNAME')
  })

  it('goes through no link out of the directory', async () => {
    const [directory, elsewhere] = [await temporaryDirectory(), await temporaryDirectory()]
    await symlink(elsewhere, join(directory, 'by'))
    await expect(publish(publication, directory)).rejects.toMatchObject({ code: 'OUTPUT_WRITE' })
    expect(await readdir(elsewhere)).toEqual([])
  })

  it('sweeps what a crash left of files being written, and only that', async () => {
    const directory = await temporaryDirectory()
    await writeFile(join(directory, '.kaynak-3.tmp'), 'half')
    await writeFile(join(directory, 'other.tmp'), 'theirs')
    await publish(publication, directory)
    const names = await readdir(directory)
    expect(names).not.toContain('.kaynak-3.tmp')
    expect(names).toContain('other.tmp')
  })

  it('leaves every published file as it was when one cannot be written, and no half-written ones', async () => {
    const directory = await temporaryDirectory()
    await publish(publication, directory)
    const before = await readFile(join(directory, 'feed.xml'), 'utf8')
    const blocked = makePublication({ stories: sampleStories().slice(1), sources: publication.sources })
    await writeFile(join(directory, 'archive'), 'a file where a folder is to be')
    const archived = { ...blocked, months: ['2026-10'], archive: async () => [] }
    await expect(publish(archived, directory)).rejects.toMatchObject({ code: 'OUTPUT_WRITE' })
    expect(await readFile(join(directory, 'feed.xml'), 'utf8')).toBe(before)
    expect((await readdir(directory)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('survives a damaged manifest', async () => {
    const directory = await temporaryDirectory()
    await publish(publication, directory)
    await writeFile(join(directory, '.kaynak-manifest.json'), '{"files": [')
    expect((await publish(publication, directory)).written).toEqual([])
  })
})

describe('checkWritable', () => {
  it('makes a missing directory and leaves nothing in it', async () => {
    const directory = join(await temporaryDirectory(), 'a', 'b')
    await checkWritable(directory)
    expect(await readdir(directory)).toEqual([])
  })

  it('names the directory and the reason in one line', async () => {
    const parent = await temporaryDirectory()
    await writeFile(join(parent, 'file'), '')
    const directory = join(parent, 'file', 'output')
    const problem: unknown = await checkWritable(directory).catch((error: unknown) => error)
    expect(problem).toMatchObject({ code: 'OUTPUT_WRITE' })
    expect(String(problem)).toMatch(/file\/output: cannot be written \(a part of the path is a file\).*--output$/)
  })

  it('does not take a folder for writable because it exists', async () => {
    const parent = await temporaryDirectory()
    await mkdir(join(parent, 'output'))
    await mkdir(join(parent, 'output', '.kaynak-trial.tmp'))
    await expect(checkWritable(join(parent, 'output'))).rejects.toMatchObject({ code: 'OUTPUT_WRITE' })
  })
})
