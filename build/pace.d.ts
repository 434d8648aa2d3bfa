export declare function throttle<Given extends readonly unknown[]>(
  act: (...given: Given) => void,
  milliseconds?: number,
): ((...given: Given) => void) & {cancel: () => void; flush: () => void};
