/** A refusal in the words of the AWS API; each protocol writes it in its own form. */
export class AwsError extends Error {
  /** The error code, such as `ResourceNotFoundException`. */
  readonly code: string;
  readonly statusCode: number;

  constructor(code: string, message: string, statusCode = 400) {
    super(message);
    this.name = 'AwsError';
    this.code = code;
    this.statusCode = statusCode;
  }
}
