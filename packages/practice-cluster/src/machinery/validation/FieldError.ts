/**
 * One thing that is wrong with one field, in the words of Kubernetes'
 * `field.Error`.
 *
 * @public
 */
export class FieldError {
  static required(field: string, detail = ''): FieldError {
    return new FieldError(
      'FieldValueRequired',
      field,
      'Required value',
      detail,
    );
  }

  static invalid(field: string, value: unknown, detail: string): FieldError {
    return new FieldError(
      'FieldValueInvalid',
      field,
      `Invalid value: ${JSON.stringify(value ?? null)}`,
      detail,
    );
  }

  static notSupported(
    field: string,
    value: unknown,
    supported: readonly string[],
  ): FieldError {
    const list = supported.map(name => JSON.stringify(name)).join(', ');
    return new FieldError(
      'FieldValueNotSupported',
      field,
      `Unsupported value: ${JSON.stringify(value ?? null)}`,
      `supported values: ${list}`,
    );
  }

  static duplicate(field: string, value: unknown): FieldError {
    return new FieldError(
      'FieldValueDuplicate',
      field,
      `Duplicate value: ${JSON.stringify(value)}`,
    );
  }

  static notFound(field: string, value: unknown): FieldError {
    return new FieldError(
      'FieldValueNotFound',
      field,
      `Not found: ${JSON.stringify(value)}`,
    );
  }

  static forbidden(field: string, detail: string): FieldError {
    return new FieldError('FieldValueForbidden', field, 'Forbidden', detail);
  }

  private constructor(
    readonly reason: string,
    readonly field: string,
    private readonly problem: string,
    private readonly detail = '',
  ) {}

  /** Without the field's name, as in a Status' causes. */
  get message(): string {
    return this.detail ? `${this.problem}: ${this.detail}` : this.problem;
  }
}
