import { asRecord } from '../../raw';
import { parseQuantity } from '../parseQuantity';

/** The `storage` entry of a resource list in whole bytes, rounded up as Kubernetes does. @internal */
export function projectBytes(resourceList: unknown): number | undefined {
  const quantity = parseQuantity(asRecord(resourceList)?.storage);
  return quantity === undefined || quantity < 0
    ? undefined
    : Math.ceil(quantity);
}
