import { Random } from '../types';

/**
 * Chance that one seed decides: the generator is sfc32, which is small, fast
 * and passes the usual statistical tests; it is not for secrets.
 *
 * @public
 */
export class SeededRandom implements Random {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  static create(seed: number): SeededRandom {
    return new SeededRandom(seed);
  }

  private constructor(seed: number) {
    this.a = seed >>> 0;
    this.b = Math.floor(seed / 2 ** 32) >>> 0;
    this.c = 0x9e3779b9;
    // The first numbers of neighbouring seeds resemble each other.
    for (let round = 0; round < 15; round += 1) this.next();
  }

  next(): number {
    const sum = (this.a + this.b + this.counter) >>> 0;
    this.counter = (this.counter + 1) >>> 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) >>> 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) >>> 0;
    this.c = (this.c + sum) >>> 0;
    return sum / 2 ** 32;
  }

  hex(digits: number): string {
    let text = '';
    while (text.length < digits) {
      text += Math.floor(this.next() * 16).toString(16);
    }
    return text;
  }

  uuid(): string {
    const variant = (8 + Math.floor(this.next() * 4)).toString(16);
    return [
      this.hex(8),
      this.hex(4),
      `4${this.hex(3)}`,
      variant + this.hex(3),
      this.hex(12),
    ].join('-');
  }
}
