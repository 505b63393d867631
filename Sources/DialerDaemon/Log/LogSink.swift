/// A format and a destination of the log.
package protocol LogSink: Sendable {
    func write(_ line: LogLine)
}
