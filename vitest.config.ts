import { defineConfig } from 'vitest/config'

/** Suites by what they need: nothing, a loopback site, or the built program. */
export default defineConfig({
  test: {
    maxWorkers: 4, // many tests wait for servers and programs, also where there are two processors
    projects: [
      { test: { name: 'unit', include: ['tests/{unit,contract,property}/**/*.test.ts'], testTimeout: 20_000 } },
      { test: { name: 'flow', include: ['tests/flow/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'cli', include: ['tests/cli/**/*.test.ts'], testTimeout: 60_000 } },
    ],
  },
})
