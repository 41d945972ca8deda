// Next to the least that a program on Node can do with a PFX: OpenSSL in Node opens it, one line tells whose it is.
import {X509Certificate} from 'node:crypto';
import {readFileSync, writeSync} from 'node:fs';
import process from 'node:process';
import {createSecureContext} from 'node:tls';

const [file, passphrase] = process.argv.slice(2);
const {context} = createSecureContext({pfx: readFileSync(file), passphrase});
writeSync(1, `${new X509Certificate(context.getCertificate()).subject}\n`);
