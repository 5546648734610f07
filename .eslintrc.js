// Rules of the whole workspace, beside Backstage's own in each package: which
// room may import which, and how long a file may be. docs/architecture.md
// says why the rooms are as they are.

const ROOMS = {
  common: 'plugins/stateful-apps-common',
  node: 'plugins/stateful-apps-node',
  backend: 'plugins/stateful-apps-backend',
  gateway: 'plugins/kubernetes-backend-module-stateful-apps',
  catalog: 'plugins/catalog-backend-module-stateful-apps',
  frontend: 'plugins/stateful-apps',
  practice: 'packages/practice-cluster',
  app: 'packages/app',
  backendApp: 'packages/backend',
};

/** What each room may import of the others. */
const MAY_IMPORT = {
  common: [],
  node: ['common'],
  backend: ['common', 'node'],
  gateway: ['common', 'node'],
  catalog: ['common', 'node'],
  frontend: ['common'],
  practice: [],
  app: ['frontend', 'common'],
  backendApp: ['backend', 'gateway', 'catalog', 'common', 'node'],
};

function roomZones() {
  return Object.entries(MAY_IMPORT).flatMap(([room, allowed]) =>
    Object.keys(ROOMS)
      .filter(other => other !== room && !allowed.includes(other))
      .map(other => ({
        target: `./${ROOMS[room]}`,
        from: `./${ROOMS[other]}`,
        message: `${ROOMS[room]} may import ${
          allowed.map(name => ROOMS[name]).join(', ') || 'no other room'
        }, and not ${ROOMS[other]}.`,
      })),
  );
}

/** Inside a room: a folder may import those to its left, and none to its right. */
function layerZones(room, layers) {
  return layers.flatMap((layer, i) =>
    layer.flatMap(folder =>
      layers
        .slice(i + 1)
        .flat()
        .map(later => ({
          target: `./${ROOMS[room]}/src/${folder}`,
          from: `./${ROOMS[room]}/src/${later}`,
          message: `${folder}/ may not import ${later}/: the order is ${layers
            .map(each => each.join(', '))
            .join(' <- ')}.`,
        })),
    ),
  );
}

const layers = [
  ...layerZones('common', [
    ['model'],
    ['kubernetes'],
    ['assess'],
    ['forecast', 'advise', 'repair'],
  ]),
  ...layerZones('backend', [
    ['clusters'],
    ['watch'],
    ['gather'],
    ['state'],
    ['service'],
    ['router', 'actions'],
  ]),
  ...layerZones('frontend', [
    ['api'],
    ['hooks'],
    ['viewModel'],
    ['components'],
  ]),
];

const restrictedPaths = zones => ['error', { basePath: __dirname, zones }];

module.exports = {
  root: true,
  plugins: ['import'],
  settings: {
    'import/resolver': {
      node: {
        extensions: ['.ts', '.tsx', '.d.ts', '.js', '.jsx', '.json'],
        // Rooms are links in node_modules; the rules speak of where they are.
        preserveSymlinks: false,
      },
    },
  },
  rules: {
    'max-lines': ['error', 400],
    'import/no-restricted-paths': restrictedPaths([...roomZones(), ...layers]),
  },
  overrides: [
    {
      // Tests use real parts of other rooms.
      files: [
        '**/*.test.{ts,tsx}',
        '**/__testUtils__/**',
        '**/__fixtures__/**',
        '**/dev/**',
        '**/setupTests.ts',
      ],
      rules: { 'import/no-restricted-paths': restrictedPaths(layers) },
    },
    {
      files: ['**/*.tsx'],
      extends: ['plugin:jsx-a11y/recommended'],
    },
    {
      files: [
        'scripts/**/*.mjs',
        'e2e-tests/**/*.ts',
        'bench/**/*.ts',
        '*.ts',
        '*.js',
      ],
      excludedFiles: ['packages/**', 'plugins/**'],
      parser: '@typescript-eslint/parser',
      parserOptions: { ecmaVersion: 2024, sourceType: 'module' },
      extends: ['eslint:recommended', 'prettier'],
      env: { node: true, es2024: true },
      rules: { 'no-undef': 'off' },
    },
    {
      // The compiler tells of these in TypeScript.
      files: ['e2e-tests/**/*.ts', 'bench/**/*.ts'],
      rules: { 'no-unused-vars': 'off' },
    },
  ],
};
