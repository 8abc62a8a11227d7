/**
 * The house, as a rule (docs/architecture.md): imports point one way, a room is entered by its index.ts,
 * a package has one owner room, and rooms that are pure do no I/O.
 */
const STEPS = ['config', 'fetch', 'parse', 'match', 'extract', 'attribute', 'cluster', 'store', 'publish']
const LAYERS = [['model'], ['text'], STEPS, ['pipeline'], ['schedule', 'fleet', 'serve'], ['cli']]
const PURE = ['model', 'text', 'parse', 'match', 'extract', 'attribute', 'cluster']
const IO =
  '^(node:)?(fs|net|tls|http|https|http2|dns|dgram|child_process|cluster|worker_threads|sqlite|process|readline|repl|inspector)(/|$)'

/** package -> the rooms that may import it */
const OWNERS = {
  'rss-parser': ['parse'],
  feed: ['publish'],
  'node-cron': ['schedule'],
  cheerio: ['extract', 'parse', 'text', 'publish'],
  htmlparser2: ['parse', 'text'],
  domhandler: ['extract', 'parse', 'text'],
  'dom-serializer': ['parse', 'text'],
  entities: ['parse', 'text'],
  'sanitize-html': ['text'],
  'iconv-lite': ['parse'],
  chardet: ['parse'],
  eld: ['text'],
  tldts: ['text'],
  'robots-parser': ['fetch'],
  'ipaddr.js': ['fetch'],
  zod: ['config', 'match'],
  'jsonc-parser': ['config'],
  commander: ['cli'],
  pino: ['cli'],
  '@mozilla/readability': ['extract'],
  linkedom: ['extract'],
  pg: ['store', 'fleet'],
  'pg-boss': ['fleet'],
}

const any = (rooms) => `^src/(${rooms.join('|')})/`

const oneWay = LAYERS.map((rooms, at) => {
  const above = LAYERS.slice(at + 1).flat()
  return above.length === 0
    ? undefined
    : {
        name: `one-way-${rooms.length === 1 ? rooms[0] : at}`,
        severity: 'error',
        from: { path: any(rooms) },
        to: { path: `^src/((${above.join('|')})/|main\\.ts|index\\.ts)` },
      }
}).filter((rule) => rule !== undefined)

const strangers = STEPS.map((room) => ({
  name: `step-${room}-stands-alone`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: any(STEPS.filter((other) => other !== room)) },
}))

const owners = Object.entries(OWNERS).map(([name, rooms]) => ({
  name: `${name}-has-an-owner`,
  severity: 'error',
  from: { path: '^src/', pathNot: any(rooms) },
  to: { path: `(^|/)node_modules/${name}/` },
}))

export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '(^src/(main|index)\\.ts$|\\.json$)' },
      to: {},
    },
    { name: 'model-imports-nothing', severity: 'error', from: { path: '^src/model/' }, to: { pathNot: '^src/model/' } },
    ...oneWay,
    ...strangers,
    {
      name: 'enter-by-the-door',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'enter-by-the-door-from-top',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/[^/]+/', pathNot: '^src/[^/]+/index\\.ts$' },
    },
    { name: 'not-ones-own-door', severity: 'error', from: { path: '^src/([^/]+)/' }, to: { path: '^src/$1/index\\.ts$' } },
    { name: 'pure-rooms-do-no-io', severity: 'error', from: { path: any(PURE) }, to: { path: IO, dependencyTypes: ['core'] } },
    ...owners,
    {
      name: 'not-to-dev',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'src-knows-no-tests', severity: 'error', from: { path: '^src/' }, to: { path: '^(tests|bench|examples)/' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
