/// A request on its way to the transport's thread.
struct Submission: Sendable {
    var request: HTTPRequest
    var completion: HTTPTransport.Completion
    var submittedAt: ContinuousClock.Instant = .now
}
