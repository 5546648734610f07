export interface Config {
  statefulApps?: {
    /** Settings of single clusters, by the name that plugin-kubernetes has for them. */
    clusters?: Array<{
      name: string;

      /**
       * The credential that members are asked with, through the API server's
       * pods/proxy. Without it, plugin-kubernetes' own credential is used.
       */
      probe?: {
        /**
         * Token of a ServiceAccount that may get pods/proxy.
         * @visibility secret
         */
        serviceAccountToken?: string;

        /** File with that token. It is read again when the token is rejected, and each minute. */
        serviceAccountTokenFile?: string;
      };

      usage?: {
        /**
         * Whether kubelets are asked for the disk use of volumes. Needs
         * get on nodes/proxy, which lets its holder run commands in every
         * pod: off unless said otherwise.
         */
        kubeletStats?: boolean;
      };
    }>;
  };
}
