import DialerStore
import Dispatch
import ServiceLifecycle

/// Checks a large database for damage while the daemon already uses it, because a restart must not wait until gigabytes are
/// read. If the database is damaged, the daemon stops with the reason.
struct IntegrityService: Service {
    /// In bytes. A database up to this size is checked before the start, within a fraction of a second.
    static let smallSize: Int64 = 64 << 20

    let store: Store

    func run() async throws {
        let store = store
        try await DispatchQueue.global(qos: .utility).run { try store.checkIntegrity() }
        try? await gracefulShutdown()
    }
}
