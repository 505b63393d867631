import CampaignFiles
import Dispatch
import Glibc

/// Reports events of one folder's files, from the kernel (inotify). Events can be lost, so they only say when to scan the
/// folder: the scan finds the files.
final class FolderWatcher: @unchecked Sendable {
    // Unchecked: `source` is set once in `init`, and any thread may use it.
    private let source: any DispatchSourceRead

    /// The kernel does not watch the folder.
    struct Failure: Error, CustomStringConvertible {
        var path: String
        var code: Int32

        var description: String {
            "\(path) cannot be watched (\(String(cString: strerror(code)))): it is scanned every 30 seconds instead"
        }
    }

    /// - Parameter changed: called on a separate queue. The hint is nil if a file is gone or events were lost.
    init(
        path: String,
        changed: @escaping @Sendable ([(file: String, hint: IntakeClock.Hint?)]) -> Void
    ) throws(Failure) {
        let descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard descriptor >= 0 else { throw Failure(path: path, code: errno) }
        let events = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_MODIFY)
        guard inotify_add_watch(descriptor, path, events) >= 0 else {
            let code = errno
            close(descriptor)
            throw Failure(path: path, code: code)
        }
        let queue = DispatchQueue(label: "dialerd.folder")
        source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: queue)
        source.setEventHandler { changed(Self.events(descriptor)) }
        source.setCancelHandler { close(descriptor) }
        source.resume()
    }

    deinit {
        source.cancel()
    }

    /// All events that can be read now (inotify(7): a header of 16 bytes, then a name padded with NULs).
    private static func events(_ descriptor: Int32) -> [(file: String, hint: IntakeClock.Hint?)] {
        var events: [(file: String, hint: IntakeClock.Hint?)] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return events }
            buffer.withUnsafeBytes { bytes in
                var offset = 0
                while offset + MemoryLayout<inotify_event>.size <= count {
                    let header = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                    offset += MemoryLayout<inotify_event>.size
                    let name = bytes[offset..<(offset + Int(header.len))].prefix { $0 != 0 }
                    offset += Int(header.len)
                    events.append((String(decoding: name, as: UTF8.self), hint(header.mask)))
                }
            }
        }
    }

    private static func hint(_ mask: UInt32) -> IntakeClock.Hint? {
        if mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) != 0 { return .complete }
        if mask & UInt32(IN_CREATE | IN_MODIFY) != 0 { return .written }
        return nil
    }
}
