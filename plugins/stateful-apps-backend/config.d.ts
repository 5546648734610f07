import { HumanDuration } from '@backstage/types';

export interface Config {
  statefulApps?: {
    /** Settings of single clusters, by the name that plugin-kubernetes has for them. */
    clusters?: Array<{
      name: string;

      /**
       * Namespaces that are read one by one where the cluster's credential
       * may not list all of them at once.
       */
      namespaces?: string[];
    }>;

    /** What is remembered of the pods that stood behind each identity. */
    history?: {
      /**
       * How long a replacement is remembered, for example `30d` or
       * `{ days: 30 }`, which is the default. Of each app at most the newest
       * 200 are kept.
       */
      retention?: HumanDuration | string;
    };
  };
}
