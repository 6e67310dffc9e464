/** A key that signs for this deployment and never leaves its store. */
export interface Signer {
  /** @returns base64 of DER: ECDSA on P-256 with SHA-256 of the text's UTF-8 */
  sign(text: string): Promise<{ readonly signature: string; readonly keyId: string }>;
  /** The check that anyone can make, fetched once. */
  checker(): Promise<(text: string, signature: string, keyId: string) => boolean>;
}
