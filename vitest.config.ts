import { defineConfig } from 'vitest/config';

// Tests run against the sources of the packages, so that no build can be stale.
export default defineConfig({
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts', 'grammar/test/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
