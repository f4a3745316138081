import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { defineConfig, type OxlintOverride } from 'oxlint';
import { layers, type Layer } from './arrows.ts';

/** How many folders deep below its layer a file may stand for the linter to see its imports. */
const DEPTHS = [0, 1, 2, 3] as const;

const isFile = (path: string): boolean => posix.extname(path) !== '';

/** The ways in which files of one layer can write a relative import of a path. */
function specifiers(from: Layer, to: string): readonly string[] {
  const folder = isFile(from.owns) ? posix.dirname(from.owns) : from.owns;
  return DEPTHS.map((depth) => posix.relative(posix.join(folder, ...'x'.repeat(depth)), to))
    .map((specifier) => (specifier.startsWith('.') ? specifier : `./${specifier}`))
    .map((specifier) => (isFile(to) ? specifier : `${specifier}/**`));
}

/** Forbids the other layers one by one. What a layer may import inside a forbidden one is named after it. */
function forbiddenLayers(layer: Layer) {
  return layers
    .filter((other) => other !== layer && !layer.may.includes(other.owns))
    .map((other) => {
      const exceptions = layer.may.filter((path) => path.startsWith(`${other.owns}/`));
      return {
        group: [
          ...specifiers(layer, other.owns),
          ...exceptions.flatMap((path) => specifiers(layer, path)).map((specifier) => `!${specifier}`),
        ],
        message: `The ${layer.name} layer may not import the ${other.name} layer (arrows.ts).`,
      };
    });
}

const manifest = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;
const modules = builtinModules.filter((name) => !name.includes(':'));
const packages = [
  ...Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }),
  ...modules.map((name) => `node:${name}`),
];

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');

/** Forbids the packages that a layer's entry does not name, and Node's modules without their prefix. */
function forbiddenPackages(layer: Layer) {
  const allows = (name: string): boolean =>
    layer.packages.some((entry) =>
      entry.endsWith('*') ? name.startsWith(entry.slice(0, -1)) : name === entry,
    );
  const names = [...packages.filter((name) => !allows(name)), ...modules];
  return {
    regex: `^(?:${names.map(escaped).join('|')})(?:/|$)`,
    message: `The ${layer.name} layer may not import this package (arrows.ts).`,
  };
}

/** Longer paths last: where two overrides match a file, the later one counts. */
const arrows = layers
  .toSorted((left, right) => left.owns.length - right.owns.length)
  .map((layer): OxlintOverride => {
    const patterns = [...forbiddenLayers(layer), forbiddenPackages(layer)];
    return {
      files: [isFile(layer.owns) ? layer.owns : `${layer.owns}/**`],
      rules: { 'no-restricted-imports': ['error', { patterns }] },
    };
  });

/** The rules of the house. What is off is off because it refuses good code. */
export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise', 'react', 'jsx-a11y', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['out', 'dist', '.tsbuild', 'test-results', 'playwright-report'],
  rules: {
    'import/no-default-export': 'error',
    'max-lines': ['error', { max: 300 }],
    'typescript/await-thenable': 'error',
    'typescript/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],

    // The new JSX transform needs no React in scope, and there is no React compiler to please.
    'react/immutability': 'off',
    'react/purity': 'off',
    'react/react-in-jsx-scope': 'off',
    'react/refs': 'off',
    // Imports for their effect: settings of a library, types that a library adds.
    'import/no-empty-named-blocks': 'off',
    'import/no-unassigned-import': 'off',
    'unicorn/require-module-specifiers': 'off',
    // The compiler says the same, and knows when a switch has no further case.
    'typescript/consistent-return': 'off',
    // Our interfaces are met by object literals, which have no `this` to lose.
    'typescript/unbound-method': 'off',
    // An assertion is a claim that its comment or its name explains.
    'typescript/no-unsafe-type-assertion': 'off',
    // A listbox of groups, a picture drawn in SVG and a status line have no tag of their own.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // A dialog puts the focus where its first decision is.
    'jsx-a11y/no-autofocus': 'off',
    // Between threads there is no origin, and what one loop waits for another function changes.
    'no-unmodified-loop-condition': 'off',
    'unicorn/require-post-message-target-origin': 'off',
    // `fc.property` reads well.
    'import/no-named-as-default-member': 'off',
    // Expectations also stand in helpers and properties, and a second argument says what they are about.
    'vitest/expect-expect': 'off',
    'vitest/no-conditional-expect': 'off',
    'vitest/no-standalone-expect': 'off',
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    // Matters of taste.
    'no-underscore-dangle': 'off',
    'promise/always-return': 'off',
    'typescript/no-misused-spread': 'off',
    'typescript/no-unnecessary-type-arguments': 'off',
    'unicorn/consistent-function-scoping': 'off',
    'typescript/require-array-sort-compare': 'off',
    'unicorn/no-array-reverse': 'off',
    'unicorn/no-array-sort': 'off',
    'vitest/require-mock-type-parameters': 'off',
    'vitest/require-to-throw-message': 'off',
  },
  overrides: [
    ...arrows,
    {
      files: ['src-renderer/**'],
      rules: { 'react/exhaustive-deps': 'error', 'react/rules-of-hooks': 'error' },
    },
    // Tools read the default export of their configuration.
    { files: ['*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    // Playwright wants the first parameter of a fixture destructured, also where it needs nothing.
    { files: ['tests/e2e/**'], rules: { 'no-empty-pattern': 'off' } },
  ],
});
