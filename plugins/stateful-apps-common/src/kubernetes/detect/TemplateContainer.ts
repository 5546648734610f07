/**
 * What detection looks at in one container of a pod template. It lives only
 * while a template is projected: words and env values are never kept.
 *
 * @public
 */
export interface TemplateContainer {
  name: string;
  /** The image as written. */
  image: string;
  /** Last part of the image's path without tag and digest, for example `consul`. */
  imageName: string;
  /** Command and arguments; a `sh -c` script is split into its words, with `;` between its commands. */
  words: readonly string[];
  /** Env by name; a value that comes from elsewhere (Secret, field) is `undefined`. */
  env: ReadonlyMap<string, string | undefined>;
  ports: ReadonlyArray<{ name?: string; port: number }>;
}
