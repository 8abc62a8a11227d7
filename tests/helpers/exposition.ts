export type Sample = { readonly name: string; readonly labels: Readonly<Record<string, string>>; readonly value: number }

/**
 * Reads metrics as strictly as Prometheus' text format 0.0.4 is written down: HELP and TYPE once and before the samples of their name, names
 * and labels well formed, no sample twice, counters ending in `_total` and finite, the last line ended. Throws with the line otherwise.
 */
export function readExposition(text: string): readonly Sample[] {
  if (!text.endsWith('\n')) throw new Error('the last line has no end')
  const kinds = new Map<string, string>()
  const helped = new Set<string>()
  const seen = new Set<string>()
  const samples: Sample[] = []
  let current = ''
  for (const line of text.slice(0, -1).split('\n')) {
    const comment = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/.exec(line)
    if (comment !== null) {
      const [, what = '', name = '', rest = ''] = comment
      const known = what === 'HELP' ? helped.has(name) : kinds.has(name)
      if (known || samples.some((one) => one.name === name)) throw new Error(`twice, or too late: ${line}`)
      if (what === 'HELP') helped.add(name)
      else if (/^(counter|gauge)$/.test(rest)) kinds.set(name, rest)
      else throw new Error(`an unknown type: ${line}`)
      current = name
      continue
    }
    const sample = sampleOf(line)
    if (sample.name !== current || !helped.has(current)) throw new Error(`a sample outside its group: ${line}`)
    const isCounter = kinds.get(sample.name) === 'counter'
    if (isCounter !== sample.name.endsWith('_total')) throw new Error(`a counter is named …_total, and nothing else is: ${line}`)
    if (isCounter && !(sample.value >= 0 && Number.isFinite(sample.value))) throw new Error(`a counter that is none: ${line}`)
    const key = `${sample.name} ${JSON.stringify(Object.entries(sample.labels).sort())}`
    if (seen.has(key)) throw new Error(`a sample twice: ${line}`)
    seen.add(key)
    samples.push(sample)
  }
  return samples
}

function sampleOf(line: string): Sample {
  const [, name = '', braces, number = ''] = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{.*\})? (\S+)$/.exec(line) ?? []
  const value = /^(NaN|[+-]Inf)$/.test(number) ? Number(number.replace('Inf', 'Infinity')) : Number(number)
  if (name === '' || (Number.isNaN(value) && number !== 'NaN')) throw new Error(`no sample: ${line}`)
  return { name, labels: braces === undefined ? {} : labelsOf(braces, line), value }
}

function labelsOf(braces: string, line: string): Readonly<Record<string, string>> {
  const labels: Record<string, string> = {}
  const pair = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\[\\"n])*)"(?:,|(?=\}$))/y
  pair.lastIndex = 1
  while (pair.lastIndex < braces.length - 1) {
    const [, label = '', value = ''] = pair.exec(braces) ?? []
    if (label === '' || label in labels) throw new Error(`no labels: ${line}`)
    labels[label] = value.replace(/\\([\\"n])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter))
  }
  return labels
}

/** The one sample of a name and labels. */
export function sampleValue(
  samples: readonly Sample[],
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined {
  const wanted = JSON.stringify(Object.entries(labels).sort())
  return samples.find((one) => one.name === name && JSON.stringify(Object.entries(one.labels).sort()) === wanted)?.value
}
