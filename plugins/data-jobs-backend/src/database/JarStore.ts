import { StoredJar } from '@datalark/backstage-plugin-data-jobs-common';
import { Knex } from 'knex';

/** Records of uploaded jars; `JarFiles` has the files. */
export class JarStore {
  constructor(private readonly knex: Knex) {}

  /** Newest first. */
  async list(): Promise<StoredJar[]> {
    return (await this.knex('jars').orderBy('uploaded_at', 'desc')).map(
      fromRow,
    );
  }

  async get(sha256: string): Promise<StoredJar | undefined> {
    const row = await this.knex('jars').where({ sha256 }).first();
    return row && fromRow(row);
  }

  /** The first upload of the same bytes keeps its record. */
  async record(jar: StoredJar): Promise<StoredJar> {
    await this.knex('jars')
      .insert({
        sha256: jar.sha256,
        file_name: jar.fileName,
        size_bytes: jar.sizeBytes,
        uploaded_at: jar.uploadedAt,
        uploaded_by: jar.uploadedBy,
      })
      .onConflict('sha256')
      .ignore();
    return (await this.get(jar.sha256)) ?? jar;
  }
}

function fromRow(row: any): StoredJar {
  return {
    ref: `uploaded:${row.sha256}`,
    fileName: row.file_name,
    sizeBytes: Number(row.size_bytes),
    sha256: row.sha256,
    uploadedAt: row.uploaded_at,
    uploadedBy: row.uploaded_by,
  };
}
