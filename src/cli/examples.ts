/** A command line to start from, and what it is for. */
export type Example = { readonly line: string; readonly what: string }

/** Examples for every command, by its words after `kaynak`; `--help` and the man page show them. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  run: [
    { line: 'kaynak run', what: 'ask the sources that are due, then publish' },
    { line: 'kaynak run --quiet', what: 'for cron: nothing but errors is printed' },
    { line: 'kaynak run --only un-news --force --dry-run', what: 'what one source would bring now' },
  ],
  watch: [
    { line: 'kaynak watch', what: 'a pass at once, then by the schedule in feeds.json' },
    { line: 'kaynak watch --listen 127.0.0.1:8080 --console', what: 'with the pages and the console on this machine' },
  ],
  serve: [
    { line: 'kaynak serve', what: 'output/ on http://127.0.0.1:8080/' },
    { line: 'kaynak serve --listen 0.0.0.0:80', what: 'for everybody who can reach this machine' },
  ],
  work: [
    { line: 'kaynak work --state postgres://kaynak@db.internal/news', what: 'read for the fleet that meets in this database' },
    { line: 'kaynak work --no-publish --concurrency 32', what: 'a machine that only reads; the database is in KAYNAK_STATE' },
  ],
  explain: [
    { line: 'kaynak explain https://outlet.example/story', what: 'by its address' },
    { line: 'kaynak explain "words of a title"', what: 'by what its title says' },
  ],
  status: [
    { line: 'kaynak status', what: 'every source on a line' },
    { line: 'kaynak status --failing-since 3d', what: 'for cron: a mail only when something is wrong' },
  ],
  retract: [
    { line: 'kaynak retract https://outlet.example/story --reason "names the wrong person"', what: 'withdraw it, everywhere' },
    { line: 'kaynak retract https://outlet.example/story --undo', what: 'take that back' },
  ],
  init: [{ line: 'kaynak init --config my/feeds.json', what: 'a list to start from' }],
  sources: [{ line: 'kaynak sources add english.example.org', what: 'the way to begin' }],
  'sources list': [{ line: 'kaynak sources list --json', what: 'for scripts' }],
  'sources add': [
    { line: 'kaynak sources add english.example.org', what: 'find its feed, show what it brings, ask, write the entry' },
    { line: 'kaynak sources add https://outlet.example/rss --yes --ownership independent', what: 'without a question' },
    {
      line: 'kaynak sources add https://outlet.example/news --kind listing --select item=article link=h2',
      what: 'a page without a feed',
    },
  ],
  'sources remove': [{ line: 'kaynak sources remove some-outlet', what: 'its entry leaves feeds.json' }],
  'sources enable': [{ line: 'kaynak sources enable some-outlet', what: 'watch it again' }],
  'sources disable': [{ line: 'kaynak sources disable some-outlet', what: 'leave it alone, keep its entry' }],
  'sources check': [
    { line: 'kaynak sources check', what: 'all that are on, side by side' },
    { line: 'kaynak sources check some-outlet', what: 'only this one' },
  ],
  'sources import': [
    { line: 'kaynak sources import subscriptions.opml --dry-run', what: 'what would be added' },
    { line: 'kaynak sources import subscriptions.opml', what: 'add it' },
  ],
  'sources export': [{ line: 'kaynak sources export > sources.opml', what: 'for any feed reader' }],
  topic: [{ line: 'kaynak topic test', what: "the shipped topic's own examples" }],
  'topic test': [
    { line: 'kaynak topic test my-topic.json', what: 'decide the examples in a topic file' },
    { line: 'kaynak topic test --labels labels.jsonl', what: 'and what was labelled in the console' },
  ],
  'topic audit': [{ line: 'kaynak topic audit world-news.jsonl', what: 'terms that fire where they should not' }],
  'topic diff': [{ line: 'kaynak topic diff my-topic.json', what: 'what an edited topic would change of the stored history' }],
  export: [
    { line: 'kaynak export backup.jsonl', what: 'a backup; a pass may go on beside it' },
    { line: 'kaynak export | zstd > backup.jsonl.zst', what: 'a small one' },
  ],
  import: [
    { line: 'kaynak import backup.jsonl --state new.db', what: 'into a new file' },
    { line: 'kaynak import backup.jsonl --state postgres://localhost/kaynak', what: 'into a database' },
  ],
  prune: [
    { line: 'kaynak prune --older-than 180d --dry-run', what: 'what would go' },
    { line: 'kaynak prune --older-than 180d', what: 'take it out of the state; the published archive stays' },
  ],
  completion: [
    { line: 'kaynak completion bash > ~/.local/share/bash-completion/completions/kaynak', what: 'for good' },
    { line: 'kaynak completion zsh > ~/.zfunc/_kaynak', what: 'a folder of $fpath' },
    { line: 'kaynak completion fish > ~/.config/fish/completions/kaynak.fish', what: 'for good' },
  ],
  parse: [{ line: 'kaynak parse feed.xml', what: 'a feed document as JSON' }],
  match: [{ line: `echo '{"id":1,"title":"Rain in Damascus"}' | kaynak match`, what: 'is it about the topic, and why' }],
  extract: [{ line: 'kaynak extract < pages.jsonl', what: 'articles out of pages' }],
  attribute: [{ line: 'kaynak attribute < items.jsonl', what: 'who made them' }],
  cluster: [{ line: 'kaynak cluster < items.jsonl', what: 'which are the same text' }],
}

/** Exit codes, as README has them. */
export const EXIT_CODES: readonly (readonly [code: number, means: string])[] = [
  [0, 'all went well; failed sources are in the report'],
  [1, 'unexpected'],
  [2, 'wrong usage or configuration'],
  [3, 'nothing could be read; with --failing-since: somebody should look'],
  [4, 'the output or the state could not be written'],
  [75, 'another pass is at work on this state'],
]

/** Examples as help shows them: each line with its purpose above it. */
export function examplesText(path: string): string {
  const examples = EXAMPLES[path] ?? []
  if (examples.length === 0) return ''
  return `\nExamples:\n${examples.map(({ line, what }) => `  # ${what}\n  ${line}`).join('\n')}`
}
