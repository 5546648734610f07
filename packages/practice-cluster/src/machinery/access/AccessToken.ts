import { PolicyRule } from './PolicyRule';

/**
 * A bearer token, who it stands for, and what that one may do.
 *
 * @public
 */
export interface AccessToken {
  token: string;
  user: string;
  groups: string[];
  rules: PolicyRule[];
}
