/** Tells people. */
export interface Alerts {
  /** @param alert - without personal data; the subject at most 100 characters of ASCII */
  send(alert: { readonly subject: string; readonly message: string }): Promise<void>;
}
