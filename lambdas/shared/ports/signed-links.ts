/** Links that whoever has them may use until they expire, without an account. */
export interface SignedLinks {
  /** Downloads an object under a name. */
  toRead(
    key: string,
    options: { readonly fileName: string; readonly expiresSeconds: number },
  ): Promise<string>;
  /** Uploads an object by PUT. */
  toWrite(
    key: string,
    options: { readonly contentType: string; readonly expiresSeconds: number },
  ): Promise<string>;
}
