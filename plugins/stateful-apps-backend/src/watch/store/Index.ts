/** Finds objects by keys that are read from them. An object has any number of keys. */
export class Index<T extends { uid: string }> {
  readonly #keysOf: (object: T) => string[];
  readonly #byKey = new Map<string, Map<string, T>>();

  constructor(keysOf: (object: T) => string[]) {
    this.#keysOf = keysOf;
  }

  add(object: T): void {
    for (const key of this.#keysOf(object)) {
      const bucket = this.#byKey.get(key);
      if (bucket) {
        bucket.set(object.uid, object);
      } else {
        this.#byKey.set(key, new Map([[object.uid, object]]));
      }
    }
  }

  /** `object` as it was added. */
  remove(object: T): void {
    for (const key of this.#keysOf(object)) {
      const bucket = this.#byKey.get(key);
      bucket?.delete(object.uid);
      if (bucket?.size === 0) this.#byKey.delete(key);
    }
  }

  /** In the order in which they were added. */
  get(key: string): T[] {
    return [...(this.#byKey.get(key)?.values() ?? [])];
  }
}
