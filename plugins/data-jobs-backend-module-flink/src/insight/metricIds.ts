/** How Flink names the metrics of a task and of the operators in it. */
export const METRIC_IDS = {
  busy: 'busyTimeMsPerSecond',
  backpressured: 'backPressuredTimeMsPerSecond',
  /** Records that a source operator emitted, as `Source__orders[1].numRecordsOut`. */
  read: /^Source__[^.]*\.numRecordsOut$/,
  /**
   * Records that came to a sink: at the writer of the new Sink, at the old sink
   * function. What a writer says that it sent is not counted by every connector.
   */
  written: /(?:__Writer|^Sink__[^.]*)\.numRecordsIn$/,
  /** FLIP-33: only of connectors that count bytes. */
  bytesRead: /^Source__[^.]*\.numBytesIn$/,
  bytesWritten: /__Writer\.numBytesSend$/,
  /** FLIP-33: records that wait at a source. */
  pending: /^Source__[^.]*\.pendingRecords$/,
  /** What the Kafka consumer says where the source does not. */
  kafkaLag:
    /^Source__[^.]*\.KafkaSourceReader\.KafkaConsumer\.records-lag-max$/,
} as const;
