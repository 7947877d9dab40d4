/** Type of the documents of `search-backend-module-data-jobs`. */
export const DATA_JOBS_DOCUMENT_TYPE = 'data-jobs';
