package io.orderlake.adapters.registry.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that are trusted instead of Java's own. */
final class TrustStore {
  private static final String PEM = "-----BEGIN";

  private TrustStore() {}

  /** What a client trusts by that file. */
  static SSLContext of(String file, String password) {
    try {
      KeyStore trusted = read(Path.of(file), password);
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw LakeFailure.because(
          FailureCause.MISCONFIGURED,
          "the registry's trust store "
              + file
              + " cannot be read as PEM, PKCS #12 or JKS ("
              + e.getMessage()
              + "); correct registry.trust-store or registry.trust-store-password",
          e);
    }
  }

  private static KeyStore read(Path file, String password)
      throws IOException, GeneralSecurityException {
    byte[] content = Files.readAllBytes(file);
    if (new String(content, ISO_8859_1).contains(PEM)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(content))) {
        store.setCertificateEntry("trusted-" + number++, certificate);
      }
      return store;
    }
    return KeyStore.getInstance(file.toFile(), password.toCharArray());
  }
}
