export { fillRows, lstmForward, repeatSteps } from './forward';
export { multiply } from './multiply';

/** The first byte that is free. */
export const heapBase: usize = __heap_base;
