/** One item of the app's table as an attribute map; which attributes it has depends on its type. */
export interface SyntheticItem {
  readonly PK: string;
  readonly SK: string;
  readonly type: 'PROFILE' | 'MOOD' | 'CHAT' | 'SELFIE' | 'SESSION';
  readonly [attribute: string]: SyntheticValue;
}

export type SyntheticValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly { readonly [key: string]: string | number }[];
