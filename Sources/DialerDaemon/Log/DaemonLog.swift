import DialerCore
package import Logging
package import Settings
import Synchronization

/// The daemon's log. Its level, and whether it shows phone numbers, may change while the daemon runs.
package final class DaemonLog: Sendable {
    private let sink: any LogSink
    private let settings: Mutex<Configuration.Log>

    package init(_ settings: Configuration.Log, environment: [String: String]) {
        sink =
            switch settings.format {
            case .json: JSONLog()
            case .text: TextLog()
            case .journal: Journal()
            case .auto: Journal.isStandardError(environment) ? Journal() : TextLog()
            }
        self.settings = Mutex(settings)
    }

    /// Changes everything but the format. Any thread may call it.
    package func use(_ settings: Configuration.Log) {
        self.settings.withLock { $0 = settings }
    }

    package var logger: Logger { Logger(label: "dialerd", factory: { _ in Handler(log: self) }) }

    /// The configuration and the logging library use the same names for levels.
    private var level: Logger.Level { Logger.Level(rawValue: settings.withLock(\.level).rawValue) ?? .info }

    private func write(_ event: LogEvent, _ metadata: Logger.Metadata) {
        let showsNumbers = settings.withLock(\.numbers)
        let fields = metadata.sorted { $0.key < $1.key }.map { key, value in
            let text = "\(value)"
            // These fields quote other programs, such as Plivo, and the quotation may contain a number.
            let isQuotation = key == "reason" || key == "answer"
            return (key: key, value: isQuotation && !showsNumbers ? PhoneNumbers.hidden(in: text) : text)
        }
        sink.write(LogLine(at: SystemClock.wall, level: event.level, message: "\(event.message)", fields: fields))
    }

    private struct Handler: LogHandler {
        let log: DaemonLog
        var metadataProvider: Logger.MetadataProvider?
        var metadata: Logger.Metadata = [:]
        /// The level of this copy of the logger; the log's own level applies as well.
        private var copyLevel: Logger.Level?

        init(log: DaemonLog) {
            self.log = log
        }

        var logLevel: Logger.Level {
            get { max(log.level, copyLevel ?? .trace) }
            set { copyLevel = newValue }
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
