import { AppRef } from '@stateful-apps/backstage-plugin-common';
import { AppRecord } from './AppRecord';

/** What the subscribers of an `AppStore` are told. */
export type AppChange =
  | {
      type: 'changed';
      ref: AppRef;
      revision: number;
      record: AppRecord;
      /** Whether the row of the fleet page differs too. */
      rowChanged: boolean;
    }
  | { type: 'removed'; ref: AppRef; revision: number; reason: string };
