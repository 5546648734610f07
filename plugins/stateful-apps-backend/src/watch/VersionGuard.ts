import { Clock } from '../clock';
import { compareResourceVersions } from './store/compareResourceVersions';
import { WatchFailure } from './WatchFailure';

/** A cluster that its operators set back looks like one stale replica at first; but it stays that way. */
const SET_BACK_MS = 10 * 60_000;

/**
 * Knows the newest version of a resource and lets nothing older pass: of
 * several API servers one may lag behind the others.
 */
export class VersionGuard {
  #newest?: string;
  #backwardsSince?: number;

  constructor(private readonly clock: Clock) {}

  /** Where the next watch goes on. */
  get newest(): string | undefined {
    return this.#newest;
  }

  /** Takes the version of an event; throws if it is older. */
  advance(version: string): void {
    if (this.#isOlder(version)) throw this.#backwards(version, 'watch');
    this.#newest = version;
  }

  /**
   * Checks the version of a list; throws if it is older. Answers `set-back` if
   * lists have been older for so long that the cluster itself must be.
   */
  check(version: string): 'ok' | 'set-back' {
    if (!this.#isOlder(version)) {
      this.#backwardsSince = undefined;
      return 'ok';
    }
    this.#backwardsSince ??= this.clock.now();
    if (this.clock.now() - this.#backwardsSince < SET_BACK_MS) {
      throw this.#backwards(version, 'list');
    }
    this.#backwardsSince = undefined;
    return 'set-back';
  }

  /** Starts anew from a list. */
  reset(version: string | undefined): void {
    this.#newest = version;
  }

  #isOlder(version: string): boolean {
    if (this.#newest === undefined) return false;
    const order = compareResourceVersions(version, this.#newest);
    return order !== undefined && order < 0;
  }

  #backwards(version: string, verb: 'list' | 'watch'): WatchFailure {
    return new WatchFailure(
      'backwards',
      verb,
      `The API server answers with an older state (version ${version}) than it gave before (${
        this.#newest
      }); an answer that is not older is waited for.`,
    );
  }
}
