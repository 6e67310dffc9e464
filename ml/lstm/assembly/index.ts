export { lstmBackward, multiplyTransposed, sumRows, sumSteps, transpose } from './backward';
export { fillRows, lstmForward, repeatSteps } from './forward';
export { multiply } from './multiply';
export { multiplyAddOnce } from './multiply-add';
export { packGates } from './pack';
export { adam, dropout, outputErrors } from './training';

/** The first byte that is free. */
export const heapBase: usize = __heap_base;
