/** What is used of WebAssembly, which neither the ES library nor @types/node declares in full. */
declare namespace WebAssembly {
  class CompileError extends Error {}
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module, imports?: object);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
    /** @returns pages before */
    grow(pages: number): number;
  }
  interface Global {
    readonly value: unknown;
  }
  function validate(bytes: Uint8Array): boolean;
}
