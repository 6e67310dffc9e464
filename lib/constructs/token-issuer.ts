/** Whose tokens the API believes. */
export interface TokenIssuer {
  /** As in the claim `iss`; below it lies `/.well-known/openid-configuration`. */
  readonly issuer: string;
  /** Accepted values of the claim `aud`, or of `client_id` in a token without one. */
  readonly audience: readonly string[];
}
