import { generateKeyPairSync } from 'node:crypto';
import forge from 'node-forge';

/** A certificate authority with a server for 127.0.0.1 and a client, all PEM. */
export function makeCertificates() {
  const authority = makeKey();
  const ca = sign('ca', authority, authority, 'ca', [
    { name: 'basicConstraints', cA: true },
  ]);
  const serverKey = makeKey();
  const clientKey = makeKey();
  return {
    ca,
    server: {
      key: serverKey.pem,
      cert: sign('server', serverKey, authority, 'ca', [
        { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
      ]),
    },
    client: {
      key: clientKey.pem,
      cert: sign('admin', clientKey, authority, 'ca', []),
    },
  };
}

function makeKey() {
  // Node's own generator: the library's takes seconds.
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const key = forge.pki.privateKeyFromPem(pem);
  return { pem, key, publicKey: forge.pki.setRsaPublicKey(key.n, key.e) };
}

type Key = ReturnType<typeof makeKey>;

function sign(
  subject: string,
  key: Key,
  by: Key,
  issuer: string,
  extensions: object[],
): string {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = key.publicKey;
  certificate.serialNumber = String(Math.floor(Math.random() * 1e9) + 1);
  certificate.validity.notBefore = new Date(Date.now() - 3600_000);
  certificate.validity.notAfter = new Date(Date.now() + 3600_000);
  certificate.setSubject([{ name: 'commonName', value: subject }]);
  certificate.setIssuer([{ name: 'commonName', value: issuer }]);
  certificate.setExtensions(extensions);
  certificate.sign(by.key, forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate);
}
