/** What `/version` says: the Kubernetes whose API this is. @public */
export function versionDocument() {
  return {
    major: '1',
    minor: '34',
    emulationMajor: '1',
    emulationMinor: '34',
    minCompatibilityMajor: '1',
    minCompatibilityMinor: '33',
    gitVersion: 'v1.34.4',
    gitCommit: 'practice-cluster',
    gitTreeState: 'clean',
    buildDate: '1970-01-01T00:00:00Z',
    goVersion: '',
    compiler: '',
    platform: 'practice/cluster',
  };
}
