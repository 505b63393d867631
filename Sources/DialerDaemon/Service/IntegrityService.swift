import DialerStore
import Dispatch
import ServiceLifecycle

/// Looks through a large database while it is already in use: a restart must not wait for gigabytes to be read. If it is
/// damaged, the daemon stops with the reason.
struct IntegrityService: Service {
    /// A smaller database is looked through before anything begins: a fraction of a second.
    static let smallSize: Int64 = 64 << 20

    let store: Store

    func run() async throws {
        let store = store
        try await DispatchQueue.global(qos: .utility).run { try store.checkIntegrity() }
        try? await gracefulShutdown()
    }
}
