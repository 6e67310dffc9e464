import { DomainError } from '../../domain-error.ts';

/** The body is of a kind that is not read, or the answer is wanted in one that is not written. */
export class MediaTypeError extends DomainError {
  readonly code: 'unsupported-media-type' | 'not-acceptable';

  constructor(code: 'unsupported-media-type' | 'not-acceptable', known: string) {
    super(
      code === 'not-acceptable'
        ? `The answer can be ${known}: ask for one of these in Accept.`
        : `The body can be ${known}: say which in Content-Type.`,
    );
    this.code = code;
  }
}

/** The body is longer than one that is read. */
export class BodyTooLongError extends DomainError {
  readonly code = 'body-too-large';

  constructor(limitBytes: number) {
    super(`A body of at most ${limitBytes} bytes is taken. Send the customers in several requests.`, {
      limitBytes,
    });
  }
}

/** There is no model in the model folder. */
export class NoModelError extends DomainError {
  readonly code = 'model-unavailable';

  constructor() {
    super(
      'No model is loaded: the model folder is empty. SageMaker fills it from the ModelDataUrl of the model.',
    );
  }
}

const statusByCode: Readonly<Record<string, number>> = {
  'invalid-request': 400,
  'body-too-large': 413,
  'too-many-customers': 413,
  'unsupported-media-type': 415,
  'not-acceptable': 406,
  'not-found': 404,
  'model-unavailable': 503,
};

/** HTTP status of a refusal or failure; what is not known is a failure of ours. */
export const statusOfServingError = (code: string): number => statusByCode[code] ?? 500;
