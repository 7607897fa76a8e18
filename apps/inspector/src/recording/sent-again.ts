/**
 * Messages that the inspector sends once more. They pass through the wire like
 * any other; what tells them apart is the port from which they come.
 */

type Expected = {
  repeats: number;
  /** Milliseconds since the epoch. */
  until: number;
  arrived: (exchange: number) => void;
};

/** Milliseconds: later, the port may be somebody else's. */
const patience = 10_000;

export function createSentAgain(now: () => number) {
  const byPort = new Map<number, Expected>();

  return {
    expectFrom(localPort: number, repeats: number): Promise<number> {
      for (const [port, { until }] of byPort) if (until < now()) byPort.delete(port);
      return new Promise((arrived) => {
        byPort.set(localPort, { repeats, until: now() + patience, arrived });
      });
    },

    /** @returns the exchange that the new one repeats */
    recognise(remotePort: number, exchange: number): number | undefined {
      const expected = byPort.get(remotePort);
      byPort.delete(remotePort);
      if (!expected || expected.until < now()) return undefined;
      expected.arrived(exchange);
      return expected.repeats;
    },
  };
}
