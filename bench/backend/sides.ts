/** Who is measured. `incumbent-metrics` also looks up pod metrics, its own default. */
export type Side = 'incumbent' | 'incumbent-metrics' | 'ours';

/** How to start one side. */
export interface StartSettings {
  side: Side;
  /** Of the API server. */
  clusterUrl: string;
  /** One for each person: how much one person may hold open is limited. */
  tokens: string[];
  /** For the database and the entity. */
  directory: string;
}

/** The cluster's name in both sides' configuration. */
export const CLUSTER = 'bench';

/** The app that people look at, and its entity. */
export const VIEWED_APP = 'app-00000';
