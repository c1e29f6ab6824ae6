import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Rules that find mistakes, not tastes. What a type-checker or tidy already refuses is not repeated here. */
/** @type {import('eslint').Linter.RulesRecord} */
const everywhere = {
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'no-empty': ['error', { allowEmptyCatch: false }],
  'no-var': 'error',
  'prefer-const': 'error',
  'object-shorthand': 'error',
  'no-unreachable': 'error',
  'no-fallthrough': 'error',
  'no-dupe-else-if': 'error',
  'no-self-compare': 'error',
  'no-unused-expressions': 'error',
  'no-unsafe-finally': 'error',
  'use-isnan': 'error',
  'no-throw-literal': 'error',
};

/** @type {(names: string) => Record<string, 'readonly'>} */
const readonly = (names) => Object.fromEntries(names.split(' ').map((name) => [name, 'readonly']));

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', '.runtime/', 'data/', 'coverage/', '**/*.d.ts', '**/public/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: readonly('process console performance setTimeout setInterval clearTimeout clearInterval URL Buffer fetch AbortSignal'),
    },
    rules: { ...everywhere, 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
  },
  {
    // Scripts for the browser live with the pages of the server.
    files: ['apps/**/*.js'],
    languageOptions: {
      globals: readonly('document window EventSource HTMLElement location history navigator FormData'),
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      ...everywhere,
      'no-throw-literal': 'off', // only-throw-error knows types
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    // Compile-time tests say that a line must not compile.
    files: ['**/*.types.spec.ts'],
    rules: { '@typescript-eslint/ban-ts-comment': 'off', '@typescript-eslint/no-unused-vars': 'off' },
  },
);
