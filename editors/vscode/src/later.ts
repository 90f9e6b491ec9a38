/** Doing something once a flurry of events is over. */

export class Later {
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** `wait` is in milliseconds. */
  constructor(
    private readonly act: () => unknown,
    private readonly wait: number,
  ) {}

  readonly soon = (): void => {
    this.cancel();
    this.timer = setTimeout(this.act, this.wait);
  };

  cancel(): void {
    clearTimeout(this.timer);
  }

  dispose(): void {
    this.cancel();
  }
}
