import { defineConfig } from 'vitest/config';

// CI reads what ran from this file.
const results = process.env['ONCALL_TEST_RESULTS'];

// Tests run against the sources of the packages, so that no build can be stale.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts', 'grammar/test/**/*.test.ts'],
    // The stories of the command line run it as it is built.
    globalSetup: ['test/cli/build.ts'],
    setupFiles: ['test/seed.ts'],
    testTimeout: 30_000,
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
  },
});
