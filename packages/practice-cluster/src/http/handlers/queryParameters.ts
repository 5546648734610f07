import { apiErrors } from '../../machinery/apiErrors';

/**
 * Parameters of a query, parsed as the API parses them.
 *
 * @public
 */
export const queryParameters = {
  /** Throws 400 for what is no integer. */
  integer(query: URLSearchParams, name: string): number | undefined {
    const text = query.get(name);
    if (!text) return undefined;
    if (!/^-?\d{1,18}$/.test(text)) {
      throw apiErrors.badRequest(
        `strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`,
      );
    }
    return Number(text);
  },

  /** Everything but `false` and `0` is true; a parameter that is not there is false. */
  flag(query: URLSearchParams, name: string): boolean {
    return queryParameters.optionalFlag(query, name) ?? false;
  },

  optionalFlag(query: URLSearchParams, name: string): boolean | undefined {
    const text = query.get(name);
    if (text === null) return undefined;
    return text !== 'false' && text !== '0';
  },
};
