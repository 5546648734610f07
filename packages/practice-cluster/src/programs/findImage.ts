import { createHash } from 'node:crypto';
import { Image } from './Image';
import { images } from './images';

/** @public */
export interface ResolvedImage {
  /** With registry and tag, as containerd names it. */
  reference: string;
  /** With registry and digest, as a pod's status has it. */
  imageId: string;
  /** Undefined when no registry has it. */
  image: Image | undefined;
}

/** What an image's name in a pod stands for. @public */
export function findImage(text: string): ResolvedImage {
  const [path, tag = 'latest'] = splitTag(text.split('@')[0]);
  const name = withRegistry(path);
  const image = images.find(
    candidate => candidate.name === name && candidate.tags.includes(tag),
  );
  const digest = createHash('sha256').update(`${name}:${tag}`).digest('hex');
  return {
    reference: `${name}:${tag}`,
    imageId: `${name}@sha256:${digest}`,
    image,
  };
}

function splitTag(text: string): [string, string?] {
  const colon = text.lastIndexOf(':');
  return colon > text.lastIndexOf('/')
    ? [text.slice(0, colon), text.slice(colon + 1)]
    : [text];
}

function withRegistry(path: string): string {
  const [first, ...rest] = path.split('/');
  if (rest.length === 0) return `docker.io/library/${path}`;
  const isHost = first === 'localhost' || /[.:]/.test(first);
  return isHost ? path : `docker.io/${path}`;
}
