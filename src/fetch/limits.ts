const SECOND = 1000;
const MEGABYTE = 1024 * 1024;

/** What a server may take of time and memory. Set wide of anything seen from the site of an outlet. */
export interface Limits {
  /** Until the connection stands, in milliseconds. */
  readonly connect: number;
  /** From then until the whole head of the answer is there. */
  readonly head: number;
  /** Between two pieces of the body. */
  readonly idle: number;
  /** For one question and its answer, all in all. */
  readonly total: number;
  /** Bytes of a body, as it comes and unpacked. */
  readonly body: number;
  /** Bytes of the head of an answer. */
  readonly headers: number;
  /** Times by which a body may grow when it is unpacked; pages grow some 5 to 20 times. */
  readonly growth: number;
  readonly redirects: number;
}

export const LIMITS: Limits = {
  connect: 10 * SECOND,
  head: 30 * SECOND,
  idle: 20 * SECOND,
  total: 90 * SECOND,
  body: 20 * MEGABYTE,
  headers: 64 * 1024,
  growth: 100,
  redirects: 10,
};
