import DialerCore
package import Logging
package import Settings
import Synchronization

/// Where the daemon's log goes, and how much of it; level and numbers may change while it runs.
package final class DaemonLog: Sendable {
    private struct Limits {
        var level: Logger.Level
        var showsNumbers: Bool
    }

    private let sink: any LogSink
    private let limits: Mutex<Limits>

    /// - Parameter format: `auto` writes to the journal where standard error leads there, and text anywhere else.
    package init(_ settings: Configuration.Log, environment: [String: String]) {
        sink =
            switch settings.format {
            case .json: JSONLog()
            case .text: TextLog()
            case .journal: Journal()
            case .auto: Journal.isStandardError(environment) ? Journal() : TextLog()
            }
        limits = Mutex(Limits(level: Logger.Level(settings.level), showsNumbers: settings.numbers))
    }

    package func use(_ settings: Configuration.Log) {
        limits.withLock { $0 = Limits(level: Logger.Level(settings.level), showsNumbers: settings.numbers) }
    }

    package var logger: Logger { Logger(label: "dialerd", factory: { _ in Handler(log: self) }) }

    private var level: Logger.Level { limits.withLock(\.level) }

    private func write(_ event: LogEvent, _ metadata: Logger.Metadata) {
        let showsNumbers = limits.withLock(\.showsNumbers)
        let fields = metadata.sorted { $0.key < $1.key }.map { key, value in
            let text = "\(value)"
            // What others say in their own words may name a number.
            let isForeign = key == "reason" || key == "answer"
            return LogLine.Field(key: key, value: isForeign && !showsNumbers ? PhoneNumbers.hidden(in: text) : text)
        }
        sink.write(LogLine(at: SystemClock.wall, level: event.level, message: "\(event.message)", fields: fields))
    }

    /// A logger's own copy may be quieter than the log.
    private struct Handler: LogHandler {
        let log: DaemonLog
        var metadataProvider: Logger.MetadataProvider?
        var metadata: Logger.Metadata = [:]
        private var floor: Logger.Level?

        init(log: DaemonLog) {
            self.log = log
        }

        var logLevel: Logger.Level {
            get { max(log.level, floor ?? .trace) }
            set { floor = newValue }
        }

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            log.write(event, metadata.merging(event.metadata ?? [:]) { _, own in own })
        }
    }
}

extension Logger.Level {
    init(_ level: Configuration.Log.Level) {
        switch level {
        case .trace: self = .trace
        case .debug: self = .debug
        case .info: self = .info
        case .notice: self = .notice
        case .warning: self = .warning
        case .error: self = .error
        case .critical: self = .critical
        }
    }
}
