import CallbackServer
import Foundation

/// Certificates for 127.0.0.1, valid for a hundred years, with keys that are not secret.
struct TestCertificate {
    var certificate: String
    var key: String

    /// Writes the certificate and the key to `folder`, and replaces existing files.
    func write(to folder: URL) throws -> TLSFiles {
        let files = TLSFiles(
            certificate: folder.appending(path: "certificate.pem").path,
            key: folder.appending(path: "key.pem").path
        )
        try certificate.write(toFile: files.certificate, atomically: true, encoding: .utf8)
        try key.write(toFile: files.key, atomically: true, encoding: .utf8)
        return files
    }

    static let one = TestCertificate(
        certificate: """
            -----BEGIN CERTIFICATE-----
            MIIBjjCCATSgAwIBAgIUYKdPbzIfZ+XaCjitg9uAqPSkcnkwCgYIKoZIzj0EAwIw
            EzERMA8GA1UEAwwIb25lLnRlc3QwIBcNMjYxMTIyMTcyNjEyWhgPMjEyNjEwMjkx
            NzI2MTJaMBMxETAPBgNVBAMMCG9uZS50ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0D
            AQcDQgAELx1CZ16Q675DrfLe35f3hYjIjOltQgG4lKGzk2fkXpUg8zG5UnxI+qET
            fWUuEyGbTiBHKJbh5m62FNf/93wKqqNkMGIwHQYDVR0OBBYEFBGCj3DMeawmTsJy
            OPRqFxx7wkmgMB8GA1UdIwQYMBaAFBGCj3DMeawmTsJyOPRqFxx7wkmgMA8GA1Ud
            EwEB/wQFMAMBAf8wDwYDVR0RBAgwBocEfwAAATAKBggqhkjOPQQDAgNIADBFAiEA
            84T+WpAnU6HRQWapbAZOHVC1f+rDQIJ0L4tqCUztARwCIBrHONufCKkahhQ12J7P
            nRD2YQRtdHre+6XgAoeyaLY3
            -----END CERTIFICATE-----
            """,
        key: """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgN8gmFBOCBw0wtg9x
            J9o0XE5U0sT81+RKLmZFxHIZmLmhRANCAAQvHUJnXpDrvkOt8t7fl/eFiMiM6W1C
            AbiUobOTZ+RelSDzMblSfEj6oRN9ZS4TIZtOIEcoluHmbrYU1//3fAqq
            -----END PRIVATE KEY-----
            """
    )

    static let two = TestCertificate(
        certificate: """
            -----BEGIN CERTIFICATE-----
            MIIBjTCCATSgAwIBAgIUVZYAU9+NmbYGvyzqI2XzBjIHhGcwCgYIKoZIzj0EAwIw
            EzERMA8GA1UEAwwIdHdvLnRlc3QwIBcNMjYxMTIyMTcyNjEyWhgPMjEyNjEwMjkx
            NzI2MTJaMBMxETAPBgNVBAMMCHR3by50ZXN0MFkwEwYHKoZIzj0CAQYIKoZIzj0D
            AQcDQgAE5BBPG1I9pyVGjXZyU6/d9UzkkcGE7H1Pk1lJqKfS+u+iUMO4MMAJj/vE
            3JDsFVndwolGiZ4VdG7gqORbdvhAWqNkMGIwHQYDVR0OBBYEFFhygfroiu2TrHiU
            C1Sh6U2FJBnZMB8GA1UdIwQYMBaAFFhygfroiu2TrHiUC1Sh6U2FJBnZMA8GA1Ud
            EwEB/wQFMAMBAf8wDwYDVR0RBAgwBocEfwAAATAKBggqhkjOPQQDAgNHADBEAiAF
            YlcMjNnD01Hptr8PLFhWx3joqb0ju1MjpV5EkhNA2QIgGG9LAf6UwpIWhAcRgFG5
            OMBLL6Eqx3jWtfDQ0e3IOFI=
            -----END CERTIFICATE-----
            """,
        key: """
            -----BEGIN PRIVATE KEY-----
            MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgY252I5Z+ENxTri6p
            ZXNSIEiNji9FuGsLaftCyeXGYyKhRANCAATkEE8bUj2nJUaNdnJTr931TOSRwYTs
            fU+TWUmop9L676JQw7gwwAmP+8TckOwVWd3CiUaJnhV0buCo5Ft2+EBa
            -----END PRIVATE KEY-----
            """
    )
}
