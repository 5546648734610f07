/** An object to create, with the plural name of its kind. @public */
export interface WorldObject {
  resource: string;
  object: {
    metadata: {
      name: string;
      namespace?: string;
      labels?: Record<string, string>;
      annotations?: Record<string, string>;
    };
    [field: string]: unknown;
  };
}
