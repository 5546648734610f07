import {
  AppRef,
  ClusterStatusView,
} from '@stateful-apps/backstage-plugin-common';

/** What is known of the clusters themselves. */
export interface ClusterDirectory {
  /** Every cluster that the gateway lists, by name; also those that cannot be read. */
  statuses(): ClusterStatusView[];

  /** Why clusters cannot be listed at all, one sentence each with the next step. */
  problems(): string[];

  /** The status of one cluster. */
  status(cluster: string): ClusterStatusView | undefined;

  /** Whether the app is known to exist and its first assessment is to come. */
  isPending(ref: AppRef): boolean;

  /**
   * The instant of the data of one cluster, or of all: now where the watches
   * are live, else when the first of them was lost. ISO 8601.
   */
  asOf(cluster?: string): string;

  /** Tells when a status changed; the answer ends it. */
  subscribe(listener: () => void): () => void;
}
