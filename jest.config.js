/** Tests run the TypeScript sources directly; `#name` imports are mapped to source instead of `dist`. */
export default {
  testEnvironment: 'node',
  // Two cores run several suites at once: a test that waits for the disk is slow there, not wrong.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/{apps,libs,test}/**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#kernel$': '<rootDir>/libs/kernel/index.ts',
    '^#kernel/(.*)$': '<rootDir>/libs/kernel/$1.ts',
    '^#domain$': '<rootDir>/libs/domain/index.ts',
    '^#domain/(.*)$': '<rootDir>/libs/domain/$1/index.ts',
    '^#views$': '<rootDir>/libs/views/index.ts',
    '^#views/(.*)$': '<rootDir>/libs/views/$1/index.ts',
    '^#workflows$': '<rootDir>/libs/workflows/index.ts',
    '^#attendance$': '<rootDir>/libs/attendance/index.ts',
    '^#platform/(.*)$': '<rootDir>/libs/platform/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.runtime'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2023',
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
