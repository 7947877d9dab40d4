export interface Config {
  dataJobs?: {
    engines?: {
      [name: string]: {
        /**
         * The kind of engine. The keys below belong to `seatunnel-zeta`.
         */
        type: string;
        /**
         * Address of SeaTunnel's REST interface, e.g. `http://seatunnel:8080`
         * for v2, `http://seatunnel:5801` for v1. Nothing else is called.
         */
        url?: string;
        /**
         * Which interface to talk: v2 (2.3.9 and later), v1, or the one that
         * answers. Default `auto`.
         */
        restApi?: 'auto' | 'v1' | 'v2';
        /**
         * Version of the server, where it should not be asked.
         */
        version?: string;
        /**
         * How often to look at all jobs. Default 2 seconds.
         */
        pollInterval?: string | object;
        /**
         * IANA name of the server's time zone: its answers carry none.
         * Default: the zone of this back end.
         */
        timeZone?: string;
        /**
         * Local folder with the server's `job-<id>.log` files, where the
         * interface has no logs (v1).
         */
        logDirectory?: string;
        /**
         * HTTP basic authentication, where the server wants it.
         */
        basicAuth?: {
          username: string;
          /** @visibility secret */
          password: string;
        };
      };
    };
  };
}
