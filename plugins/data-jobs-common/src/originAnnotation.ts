/**
 * Annotation of DataJob entities that says who changes the definition:
 * `portal`, or absent for Git.
 *
 * @public
 */
export const ORIGIN_ANNOTATION = 'datalark.io/origin';
