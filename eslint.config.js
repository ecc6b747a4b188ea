import js from '@eslint/js'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'

/** What house style forbids and a reader would otherwise have to remember. */
const house = {
  'no-restricted-syntax': [
    'error',
    {
      selector: 'TSEnumDeclaration',
      message: 'Use a union of literals; enums exist at run time and are not data.',
    },
    {
      selector: 'ExportDefaultDeclaration',
      message: 'Named exports only: a name is found by search and kept by a rename.',
    },
    { selector: 'ExportAllDeclaration', message: 'No barrel files: import from the file that says it.' },
    {
      selector: 'CallExpression[callee.property.name="startsWith"][arguments.0.name=/root|folder|base/i]',
      message: 'startsWith is no path check; compare with path.relative.',
    },
    {
      selector: 'AssignmentExpression[left.property.name=/^(innerHTML|outerHTML)$/]',
      message: 'Foreign text is text nodes, never markup.',
    },
  ],
  'no-restricted-globals': [
    'error',
    { name: 'fetch', message: 'The application opens no network connection.' },
  ],
  'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 80, skipBlankLines: true, skipComments: true }],
  'no-console': 'error',
  'no-empty': 'error',
  eqeqeq: 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
}

const typed = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/ban-ts-comment': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
}

export default tseslint.config(
  { ignores: ['out/', 'dist/', 'node_modules/', 'archive/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['src/**/*.ts', 'src/**/*.vue', 'e2e/**/*.ts'],
    ignores: ['**/*.config.ts', 'src/vitest.setup.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.vue'],
      },
    },
    rules: { ...house, ...typed, 'no-undef': 'off' },
  },
  {
    files: ['src/renderer/**/*.vue'],
    extends: [vue.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    rules: {
      ...house,
      'no-undef': 'off',
      'vue/no-v-html': 'error',
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/html-indent': 'off',
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/attributes-order': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  {
    files: [
      'electron.vite.config.ts',
      'src/vitest.config.ts',
      'src/vitest.setup.ts',
      'e2e/playwright.config.ts',
    ],
    extends: [tseslint.configs.recommended],
  },
  {
    files: ['scripts/**/*.mjs', 'bench/**/*.{cjs,mjs}', 'src/**/*.mjs', '*.js', '.*.mjs'],
    languageOptions: { globals: { ...globals.node } },
    rules: { ...house, 'no-console': 'off', 'no-unused-vars': ['error', { varsIgnorePattern: '^_' }] },
  },
  {
    // What is evaluated in a page.
    files: ['bench/page.mjs'],
    languageOptions: { globals: { ...globals.browser } },
  },
  {
    files: ['**/*.test.ts', '**/fixtures/**', '**/testing/**', 'e2e/**'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.config.{js,ts}', 'electron.vite.config.ts', '.*.mjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
