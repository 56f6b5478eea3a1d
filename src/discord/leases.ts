/** What one process holds for a while, as the store keeps it. */
export interface Lease {
  readonly name: string;
  /** Of the process: a different one at each start. */
  readonly holder: string;
}

export interface HeldLease extends Lease {
  readonly state?: string | undefined;
}

interface Times {
  /** Milliseconds since 1970, as all. */
  readonly now: number;
  readonly until: number;
}

/** The part of the store that processes divide shards by; every call rejects while the store is away. */
export interface LeaseBook {
  acquireLease(lease: Lease, times: Times): Promise<{ readonly state: string | undefined } | undefined>;
  renewLease(lease: Lease, times: Times, state?: string): Promise<boolean>;
  releaseLease(lease: Lease, left?: { readonly now: number; readonly state: string }): Promise<void>;
  leases(now: number): Promise<readonly HeldLease[]>;
}
