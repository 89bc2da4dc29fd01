package io.orderlake.adapters.registry.rest;

import java.io.Serializable;
import java.net.URI;

/**
 * How a registry is reached.
 *
 * @param url what its paths are appended to; without credentials
 * @param user for basic authentication; empty for none
 * @param password a secret
 * @param trustStore a file of certificates to trust, PEM, PKCS #12 or JKS; empty for those that
 *     Java trusts
 * @param trustStorePassword a secret; empty for none
 */
public record RegistryConnection(
    URI url, String user, String password, String trustStore, String trustStorePassword)
    implements Serializable {
  @Override
  public String toString() {
    return "RegistryConnection[url=" + url + ", user=" + user + "]";
  }
}
