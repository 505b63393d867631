package import DialerCore

extension MakeCallRequest {
    /// A request whose calls are reported to us.
    ///
    /// Every call tells us when it rings and ends, whatever URLs the campaign gives of its own. Machine detection
    /// is made asynchronous by its URL (docs: call-api, "machine_detection_url"), so ours is given only where the
    /// campaign gives one; otherwise `Machine` comes with the hangup.
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
