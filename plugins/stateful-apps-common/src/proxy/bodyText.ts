/** A body as text; bytes are taken for UTF-8, wrong ones become U+FFFD. @internal */
export function bodyText(body: Uint8Array | string): string {
  return typeof body === 'string' ? body : new TextDecoder().decode(body);
}
