/** How a value is to be taken; always shown with words, and with a sign unless plain or quiet. */
export type Tone =
  | 'plain'
  | 'quiet'
  | 'good'
  | 'busy'
  | 'unknown'
  | 'warn'
  | 'bad';

/** Where a value was read. */
export interface FactSource {
  /** `Kind/name`, or `Consul/<server>`. */
  object: string;
  /** Path of the field, or the endpoint. */
  field: string;
  /** The instant; left out where it is that of the view. */
  at?: string;
}

/** One value on the board, ready to be shown. */
export interface Fact {
  /** Stable among the facts of one cell. */
  key: string;
  text: string;
  tone: Tone;
  /** A name, an address or another literal. */
  literal?: boolean;
  /** An instant; how long ago it was is shown after the text. */
  since?: string;
  /** Used and whole, for a thin gauge under the text. */
  gauge?: { used: number; whole: number };
  /** More about it, for the reader who asks. */
  detail?: string;
  sources: FactSource[];
}
