export * from './FIXTURE_NAMES';
export * from './FixtureName';
export * from './loadFixture';
export * from './manyIdentities';
