import CallbackServer
import Testing

/// Only this machine can read health and metrics. A proxy on this machine passes only callbacks on.
struct LocalPeerTests {
    @Test(arguments: [
        ("127.0.0.1", "127.0.0.1", true), ("127.8.8.8", "127.0.0.1", true), ("::1", "::1", true),
        ("::ffff:127.0.0.1", "::ffff:127.0.0.1", true), ("203.0.113.5", "203.0.113.5", true),
        ("2001:db8::5", "2001:db8::5", true), ("203.0.113.6", "203.0.113.5", false), ("12.7.0.1", "203.0.113.5", false),
        ("::ffff:203.0.113.6", "::ffff:203.0.113.5", false), ("2001:db8::127", "2001:db8::5", false),
        (nil, nil, false), (nil, "127.0.0.1", false),
    ])
    func whoIsOnThisMachine(remote: String?, local: String?, isLocal: Bool) {
        #expect(LocalPeer.isLocal(remote: remote, local: local) == isLocal)
    }
}
