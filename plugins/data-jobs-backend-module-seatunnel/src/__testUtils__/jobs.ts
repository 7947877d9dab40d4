import { ResolvedDefinition } from '@datalark/backstage-plugin-data-jobs-node';

/** Makes a definition of a job as the portal hands it to an engine. */
export function seatunnelJob(
  config: string | object,
  processing: 'streaming' | 'batch' = 'batch',
): ResolvedDefinition {
  return {
    type: 'seatunnel',
    definition: { config } as ResolvedDefinition['definition'],
    processing,
    configuration: {},
  };
}

/** Runs until it is stopped, and keeps state. */
export const STREAM = seatunnelJob(
  `env { parallelism = 1, checkpoint.interval = 2000 }
source {
  FakeSource {
    plugin_output = rows
    row.num = 10000
    split.num = 500
    split.read-interval = 500
    schema { fields { id = bigint, name = string } }
  }
}
sink { Console { plugin_input = rows, log.print.data = false } }
`,
  'streaming',
);

/** Reads 16 made-up rows and ends. */
export const BATCH = seatunnelJob(`source {
  FakeSource { row.num = 16, schema { fields { id = bigint } } }
}
sink { Console {} }
`);

/** Is accepted, and fails at its first row. */
export const FAILING = seatunnelJob(`source {
  FakeSource {
    plugin_output = words
    row.num = 5
    schema { fields { word = string } }
  }
}
transform {
  Sql {
    plugin_input = words
    plugin_output = numbers
    query = "SELECT CAST(word AS INT) AS n FROM words"
  }
}
sink { Console { plugin_input = numbers } }
`);

/** Lacks options that its sink needs, and asks for no parallelism. */
export const WRONG = seatunnelJob(`env { parallelism = 0 }
source {
  FakeSource { schema { fields { id = bigint } } }
}
sink { Jdbc { url = "jdbc:postgresql://127.0.0.1:1/x" } }
`);
