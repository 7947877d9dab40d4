import { join } from 'node:path';

// what every JVM gets: small, quick to start, gone when it has no memory left
const LEAN = [
  '-Xms64m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:ReservedCodeCacheSize=96m',
  '-XX:+ExitOnOutOfMemoryError',
  // Java 17 goes by the shell's locale, and SeaTunnel's file formats by Java's default
  '-Dfile.encoding=UTF-8',
];

/** A piece of the command line that tells this set's JVMs from all others. */
export function javaMarker(dir: string): string {
  return `-Ddatalark.engines.dir=${dir}`;
}

/** The arguments of a small JVM that belongs to the set in `dir`. */
export function javaArguments(options: {
  dir: string;
  /** Like `320m`. */
  heap: string;
  metaspace: string;
  /** Folders whose jars are on the class path. */
  jarDirs: string[];
  jvmOptions?: string[];
  mainClass: string;
  args?: string[];
}): string[] {
  return [
    ...LEAN,
    `-Xmx${options.heap}`,
    `-XX:MaxMetaspaceSize=${options.metaspace}`,
    javaMarker(options.dir),
    ...(options.jvmOptions ?? []),
    '-cp',
    options.jarDirs.map(it => join(it, '*')).join(':'),
    options.mainClass,
    ...(options.args ?? []),
  ];
}

/** Environment of every JVM: glibc's many arenas would cost memory; names of files are UTF-8 in any shell. */
export const JAVA_ENV = { MALLOC_ARENA_MAX: '2', LC_ALL: 'C.UTF-8' };
