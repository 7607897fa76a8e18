import type { Database } from '@four-roles/runtime/database';
import { and, desc, eq, gte, like, lt, not, or, type SQL } from 'drizzle-orm';
import { eventBatch } from './event-batch.ts';
import { placeholders } from './placeholders.ts';
import { securityEvents } from './schema/server.ts';

export type RecordedEvent = typeof securityEvents.$inferSelect;
export type NewSecurityEvent = Omit<RecordedEvent, 'id'>;

export type EventFilter = {
  /** Only what concerns this person: who did it, or owns the application. */
  concerning?: string | undefined;
  event?: string | undefined;
  clientId?: string | undefined;
  jti?: string | undefined;
  /** What was refused, or what was not. */
  refused?: boolean | undefined;
  /** Only from then on, in seconds since the epoch. */
  since?: number | undefined;
  /** Only what was written before the event with this id. */
  before?: number | undefined;
};

export function securityEventStorage(database: Database) {
  const { id, at, event, clientId, subject, owner, jti } = securityEvents;
  const insert = database
    .insert(securityEvents)
    .values(placeholders(securityEvents))
    .prepare();
  const batch = eventBatch(
    database.$client.transaction((events: NewSecurityEvent[]) => {
      for (const each of events) insert.run({ id: null, ...each });
    }).immediate,
  );

  return {
    /** Write it now: what it tells of has just been done. */
    async keepSecurityEvent(recorded: NewSecurityEvent): Promise<void> {
      batch.writeAtOnce(recorded);
    },

    /** Write it soon, with others: it waits for nothing, and nothing waits for it. */
    async gatherSecurityEvent(recorded: NewSecurityEvent): Promise<void> {
      batch.add(recorded);
    },

    /** As above; where the same is refused again, it is one row with a count. */
    async countRefusal(recorded: NewSecurityEvent): Promise<void> {
      batch.count(recorded);
    },

    /** Write what has been gathered: before this server stops. */
    writeGatheredEvents: batch.finish,

    /** The latest first. */
    async listSecurityEvents(
      filter: EventFilter,
      limit: number,
    ): Promise<RecordedEvent[]> {
      batch.writeAll();
      return database
        .select()
        .from(securityEvents)
        .where(and(...conditions(filter)))
        .orderBy(desc(id))
        .limit(limit)
        .all();
    },
  };

  function conditions(filter: EventFilter): (SQL | undefined)[] {
    const { concerning: person, refused, since, before } = filter;
    const isRefusal = like(event, '%_refused');
    return [
      person === undefined ? undefined : or(eq(subject, person), eq(owner, person)),
      filter.event === undefined ? undefined : eq(event, filter.event),
      filter.clientId === undefined ? undefined : eq(clientId, filter.clientId),
      filter.jti === undefined ? undefined : eq(jti, filter.jti),
      refused === undefined ? undefined : refused ? isRefusal : not(isRefusal),
      since === undefined ? undefined : gte(at, since),
      before === undefined ? undefined : lt(id, before),
    ];
  }
}
