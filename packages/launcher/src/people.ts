/** For tests, which know the launcher alone. */
export { ada, grace } from '@four-roles/runtime/people';
