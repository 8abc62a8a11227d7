import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const output = join(root, 'examples/newsroom/output')
const isBuilt = existsSync(join(root, 'dist/main.js'))

/** The stories that the demo must publish, by their outlet. Everything else in the newsroom must stay out. */
const STORIES = {
  'harbour-courier': ['Homs school reopens with a library & a garden', 'Passenger trains return to the Latakia–Aleppo line'],
  'meridian-post': ['Families return to villages in northern Hama as the water pumps start again', 'The oven that came home'],
  'kopru-gazetesi': [
    'Halep’in bakırcılar çarşısında çekiç sesleri yeniden duyuluyor',
    'Kilis’ten köylerine dönen Suriyeli aileler için okul kayıtları sürüyor',
    'Şam’daki Ulusal Müze’de mozaik salonu ziyarete açıldı',
  ],
  'rihtim-haber': [
    'Lazkiye Limanı’nda iki yeni vinç çalışmaya başladı',
    'İdlib’de zeytin hasadı başladı, yağhaneler gece de açık',
  ],
  'al-jisr': ['أمطار مبكرة تشجع مزارعي الحسكة على بذار القمح', 'سوق الخضار في حمص يفتح أبوابه بعد ترميم سقفه'],
  'nashrat-al-marfa': ['إعادة فتح الطريق بين دير الزور والرقة بعد إصلاح الجسر', 'حافلات جديدة تبدأ العمل بين دمشق وريفها'],
  'elbufer-zeitung': [
    'Dresdner Chor singt gemeinsam mit Stimmen aus Damaskus',
    'Krankenhaus in Deir ez-Zor erhält ein Solardach',
  ],
  'courrier-des-quais': [
    'Des étudiants syriens de Lyon numérisent les archives d’un village du Qalamoun',
    'À Alep, une savonnerie rallume ses chaudrons',
  ],
  'vestnik-naberezhnoy': [
    'В музее Пальмиры открыли первый отреставрированный зал',
    'Порт Тартуса принял первый пассажирский паром',
  ],
  'noria-society': [
    'Mulberry and walnut for the aqueduct have arrived',
    'The great wheel turns again',
    'The workshop is open to visitors on Saturdays',
  ],
  'field-and-harvest': ["Syria's pistachio growers count their best year in a decade"],
}

type Feed = {
  readonly items: readonly {
    readonly title: string
    readonly url: string
    readonly date_published?: string
    readonly content_html: string
    readonly _kaynak: {
      readonly source: { readonly id: string; readonly name: string }
      readonly carriers?: readonly { readonly name: string; readonly title: string }[]
    }
  }[]
}

describe.skipIf(!isBuilt)('the demo newsroom (needs dist/: npm run build)', () => {
  let result: { readonly code: number | null; readonly stdout: string; readonly stderr: string }
  let feed: Feed
  beforeAll(async () => {
    result = await runDemo()
    if (result.code === 0) feed = JSON.parse(await readFile(join(output, 'feed.json'), 'utf8'))
  })

  it('ends well and says nothing on stderr', () => {
    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: '' })
  })

  it('publishes what is about Syria and nothing else', () => {
    const stories = Object.groupBy(feed.items, (item) => item._kaynak.source.id)
    const titles = Object.entries(stories).map(([id, items = []]) => [id, items.map((item) => item.title).sort()])
    expect(Object.fromEntries(titles)).toEqual(STORIES)
  })

  it('says how many entries were kept, and why', () => {
    expect(result.stdout).toContain(`of 47 entries, published as ${feed.items.length} stories`)
    expect(result.stdout).toMatch(/Homs school reopens.*\n +The Harbour Courier: .*homs/)
  })

  it('says what was dropped although it names a term, and why', () => {
    expect(result.stdout).toMatch(/DROPPED: \d+ that name a term/)
    expect(result.stdout).toMatch(/Tested: three kitchen knives.*\n +The Harbour Courier: .*steel/)
    expect(result.stdout).toMatch(/Twelve coasts, one cookbook\n +Meridian Post: .*needs/)
  })

  it('publishes the wire report of two outlets once and credits both', () => {
    const wire = feed.items.find((item) => item.title.startsWith('Passenger trains'))
    expect(wire?._kaynak.carriers).toEqual([
      expect.objectContaining({
        name: 'Meridian Post',
        title: "After a long silence, a train crosses Syria's coastal mountains",
      }),
    ])
    expect(wire?.content_html).toContain('Meridian Post')
    expect(result.stdout).toContain('The Harbour Courier, Meridian Post')
  })

  it('names the source that is down, and why', () => {
    expect(result.stdout).toMatch(/NOT READ: 1 of 12 sources\n {2}Old Town Radio: .*refused/)
  })

  it("gives every story its outlet's date, and none where the feed has none or one that lies ahead", () => {
    const undated = feed.items.filter((item) => item.date_published === undefined).map((item) => item.title)
    expect(undated.sort()).toEqual([
      'Families return to villages in northern Hama as the water pumps start again',
      'Şam’daki Ulusal Müze’de mozaik salonu ziyarete açıldı',
    ])
  })

  it('links every story to its publisher', () => {
    expect(
      feed.items.map((item) => item.url).filter((url) => !/^http:\/\/127\.0\.0\.1:\d+\/[a-z-]+\/[a-z0-9-]+\.html$/.test(url)),
    ).toEqual([])
  })

  it('leaves a page and feeds to look at', async () => {
    const files = ['index.html', 'feed.xml', 'atom.xml', 'feed.json']
    const texts = await Promise.all(files.map((file) => readFile(join(output, file), 'utf8')))
    expect(texts.map((text) => text.includes('Вестник набережной'))).toEqual([true, true, true, true])
  })

  it('publishes the same once more when it is run once more', async () => {
    const before = await readFile(join(output, 'feed.xml'), 'utf8')
    expect((await runDemo()).code).toBe(0)
    expect(linesOf(await readFile(join(output, 'feed.xml'), 'utf8'))).toEqual(linesOf(before))
  })
})

/** The lines of a feed in no order: addresses have another port each time, and so have ids and whatever is ordered by them. */
function linesOf(text: string): readonly string[] {
  const plain = text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1').replaceAll(/urn:uuid:[\da-f-]+/g, 'urn:uuid')
  return plain.split('\n').sort()
}

function runDemo(): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['examples/newsroom/demo.ts'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []]
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, stdout: String(Buffer.concat(stdout)), stderr: String(Buffer.concat(stderr)) }))
  })
}
