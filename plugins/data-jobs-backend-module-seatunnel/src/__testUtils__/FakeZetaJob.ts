/** A job in the memory of the fake server. */
export type FakeZetaJob = {
  jobId: string;
  jobName: string;
  status: string;
  env: Record<string, unknown>;
  createTime: Date;
  finishTime?: Date;
  error?: string;
  rows: number;
  fromSavepoint: boolean;
  timers: NodeJS.Timeout[];
};

export const LIVE = ['SCHEDULED', 'RUNNING', 'DOING_SAVEPOINT', 'CANCELING'];

/** `2026-11-21 08:01:38` in the zone of this process, as servers write it. */
function stamp(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(
    date.getDate(),
  )} ${two(date.getHours())}:${two(date.getMinutes())}:${two(
    date.getSeconds(),
  )}`;
}

/** A job as the interface describes it, in the shapes recorded from servers. */
export function describeFakeJob(
  job: FakeZetaJob,
  restApi: 'v1' | 'v2',
): string {
  const ended = !LIVE.includes(job.status);
  const count = String(job.rows);
  const common = {
    jobId: job.jobId,
    jobName: job.jobName,
    jobStatus: job.status,
    ...(ended && { errorMsg: job.error ?? null }),
    ...(!ended && { envOptions: job.env }),
    createTime: stamp(job.createTime),
    ...(job.finishTime && { finishTime: stamp(job.finishTime) }),
    jobDag: 'DAG',
    pluginJarsUrls: [],
    ...(!ended && { isStartWithSavePoint: job.fromSavepoint }),
    metrics: {
      SourceReceivedCount: count,
      SinkWriteCount: count,
      SourceReceivedBytes: String(job.rows * 17),
      SourceReceivedQPS: '43.013395600344104',
      TableSourceReceivedCount: { fake: count },
      TableSinkWriteCount: { fake: count },
    },
  };
  return JSON.stringify(common).replace(
    '"DAG"',
    dag(job.jobId, restApi, ended),
  );
}

/** v1 writes JSON in JSON with a bare number of 64 bits once a job has ended. */
function dag(jobId: string, restApi: 'v1' | 'v2', ended: boolean): string {
  const edges = { '1': [{ inputVertexId: '1', targetVertexId: '2' }] };
  const names = [
    'pipeline-1 [Source[0]-FakeSource]',
    'pipeline-1 [Sink[0]-Console-MultiTableSink]',
  ];
  if (restApi === 'v2') {
    return JSON.stringify({
      jobId,
      pipelineEdges: edges,
      vertexInfoMap: names.map((vertexName, i) => ({
        vertexId: i + 1,
        type: i === 0 ? 'source' : 'sink',
        vertexName,
        tablePaths: ['fake'],
      })),
    });
  }
  if (!ended) {
    return JSON.stringify({
      vertices: [
        { id: 1, name: 'Source[0]-FakeSource(id=1)', parallelism: 1 },
        { id: 3, name: 'Sink[0]-Console-MultiTableSink(id=3)', parallelism: 1 },
      ],
      edges: [
        {
          inputVertex: 'Source[0]-FakeSource',
          targetVertex: 'Sink[0]-Console-MultiTableSink',
        },
      ],
    });
  }
  const inner = `{"jobId":${jobId},"pipelineEdges":{"1":[{"inputVertexId":1,"targetVertexId":2}]},"vertexInfoMap":${JSON.stringify(
    Object.fromEntries(
      names.map((connectorType, i) => [
        i + 1,
        { vertexId: i + 1, type: i === 0 ? 'SOURCE' : 'SINK', connectorType },
      ]),
    ),
  )}}`;
  return JSON.stringify(inner);
}
