import type { Results } from './results.ts'

/** The results as docs/performance.md shows them: what stands before `MARK` in the page is written by people and stays. */
export const MARK = '<!-- below: written by npm run bench -->'

/** The tables of the page, from the mark on. */
export function tables({ machine, farm, figures, ratios, steps }: Results): string {
  const rows = figures.map(({ scenario, program, cpuSeconds, wallSeconds, peakMiB, rounds }) =>
    row([scenario, program, cpuSeconds.toFixed(2), wallSeconds.toFixed(2), String(peakMiB), String(rounds)]),
  )
  const goals = ratios.map(({ name, value, goal, unit }) =>
    row([
      name,
      `${value.toFixed(unit === undefined ? 3 : 1)}${unit === undefined ? '' : ` ${unit}`}`,
      String(goal),
      value <= goal ? 'met' : 'missed',
    ]),
  )
  const costs = steps.map(({ step, unit, msPerThousand, ratio }) => row([step, unit, msPerThousand.toFixed(2), ratio.toFixed(3)]))
  return [
    MARK,
    '',
    `Machine: ${machine}. Feeds: ${farm}.`,
    '',
    '## Whole passes',
    '',
    'Medians. Processor seconds are user and system time of the whole process tree; peak is resident memory.',
    '',
    ...header(['scenario', 'program', 'CPU s', 'wall s', 'peak MiB', 'rounds']),
    ...rows,
    '',
    '## Against the goals',
    '',
    ...header(['ratio', 'found', 'goal', '']),
    ...goals,
    '',
    '## Single steps',
    '',
    'Milliseconds of processor time for a thousand, and the same as a multiple of a fixed piece of work.',
    '',
    ...header(['step', 'of', 'ms', 'ratio']),
    ...costs,
    '',
  ].join('\n')
}

function header(names: readonly string[]): readonly string[] {
  return [row(names), row(names.map(() => '---'))]
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
