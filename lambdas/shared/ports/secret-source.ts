/** One secret text. */
export interface SecretSource {
  read(): Promise<string>;
}
