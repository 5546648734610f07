import { join } from 'node:path';

/** A Kubernetes object as the API server gave it. */
export interface RecordedObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid: string;
    resourceVersion: string;
    labels?: Record<string, string>;
  };
  [field: string]: any;
}

/** One app of a real cluster, with all its objects. Made by `recording/record.ts`. */
export interface Recorded {
  /** By resource; copied for each app. */
  perApp: Record<string, RecordedObject[]>;
  /** By resource; once in the cluster. */
  perCluster: Record<string, RecordedObject[]>;
  /** What each Consul server answers, by pod and path. */
  answers: Record<string, Record<string, string>>;
}

export const RECORDED_FILE = join(__dirname, 'recorded.json');
