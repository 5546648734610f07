/** The version that every server here speaks for. @public */
export const CONSUL_VERSION = '1.22.5';
