package import DialerCore

extension MakeCallRequest {
    /// A request whose calls are reported to the daemon.
    ///
    /// The daemon's URLs for ring and hangup replace the campaign's URLs; the daemon delivers these callbacks to the
    /// campaign's URLs (``WebhookSender``). A machine detection URL makes the detection asynchronous (docs/plivo.md,
    /// "Machine detection"), so the daemon's URL is set only if the campaign has one; otherwise `Machine` comes with
    /// the hangup.
    package init(
        from callerID: String,
        destinations: [Destination],
        arguments: CallArguments,
        reportingTo urls: CallbackURLs
    ) {
        var arguments = arguments
        arguments[.ringURL] = .text(urls.ring)
        arguments[.ringMethod] = .text("POST")
        arguments[.hangupURL] = .text(urls.hangup)
        arguments[.hangupMethod] = .text("POST")
        if arguments[.machineDetectionURL] != nil {
            arguments[.machineDetectionURL] = .text(urls.machine)
            arguments[.machineDetectionMethod] = .text("POST")
        }
        self.init(from: callerID, destinations: destinations, arguments: arguments)
    }
}
