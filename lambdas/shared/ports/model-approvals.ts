/** Tells whoever deploys that a version may be used. */
export interface ModelApprovals {
  announce(approval: { readonly modelName: string; readonly version: number }): Promise<void>;
}
