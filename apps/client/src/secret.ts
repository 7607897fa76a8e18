/**
 * A value that is shown to nobody by accident. In development React sends the
 * properties of server components, and what they waited for, to the browser's
 * developer tools; logs and JSON show whole objects. A private field is in
 * none of them: whoever needs the value has to say so.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }
}
