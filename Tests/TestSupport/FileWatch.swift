import Dispatch
import Foundation
import Glibc

/// Tells of changes of files, from the kernel (inotify). Unchecked: a Dispatch source may be canceled by any thread.
final class FileWatch: @unchecked Sendable {
    private let descriptor: Int32
    private let source: any DispatchSourceRead

    init(onChange: @escaping @Sendable () -> Void) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        precondition(descriptor >= 0, "inotify: \(String(cString: strerror(errno)))")
        self.descriptor = descriptor
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor)
        source.setEventHandler {
            var events = [UInt8](repeating: 0, count: 65_536)
            while read(descriptor, &events, events.count) > 0 {}
            onChange()
        }
        source.setCancelHandler { close(descriptor) }
        source.resume()
    }

    deinit { source.cancel() }

    /// What does not exist yet is waited for in the folders above it: call this again after each change. From the top
    /// down, so that nothing can be made unseen meanwhile.
    func watch(_ path: String) {
        let names = path.split(separator: "/")
        for depth in names.indices {
            let folder = "/" + names[..<depth].joined(separator: "/")
            inotify_add_watch(descriptor, folder, UInt32(IN_CREATE | IN_MOVED_TO))
        }
        inotify_add_watch(descriptor, path, UInt32(IN_MODIFY | IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_DELETE))
    }
}
