extension MakeCall {
    /// Samples of Plivo also have a `+` before the digits.
    static func callerID(_ arguments: ArgumentReader) throws(BadRequest) -> String {
        let text = try arguments.requiredString("from")
        let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
        guard (3...15).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isASCIIDigit) else {
            throw .invalid("from")
        }
        return String(digits)
    }

    /// The documented values are `true` and `hangup`; a JSON `true` is accepted too. A `machine_detection_url` alone
    /// also asks for detection.
    static func machineDetection(_ arguments: ArgumentReader) throws(BadRequest) -> MachineDetection? {
        let limit = try arguments.integer("machine_detection_time", in: 2000...10_000) ?? 5000
        let target = try arguments.target("machine_detection")
        let mode: MachineDetection.Mode
        switch arguments.value("machine_detection") {
        case nil where target == nil: return nil
        case nil, .boolean(true), .string("true"): mode = .report
        case .string("hangup"): mode = .hangup
        default: throw .invalid("machine_detection")
        }
        return MachineDetection(mode: mode, limitMilliseconds: limit, target: target)
    }

    /// `head1=val1,head2=val2`. Values may be empty.
    static func sipHeaders(_ arguments: ArgumentReader) throws(BadRequest) -> FormFields {
        guard let list = try arguments.string("sip_headers"), !list.isEmpty else { return [] }
        var headers: FormFields = []
        for item in list.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy(\.isASCIILetterOrDigit),
                parts[1].utf8.allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "%") })
            else { throw .invalid("sip_headers") }
            headers.append(("X-PH-\(parts[0])", String(parts[1])))
        }
        return headers
    }

    /// Checks arguments that have no effect in the simulator, because Plivo would refuse wrong values.
    static func checkArgumentsWithoutEffect(_ arguments: ArgumentReader) throws(BadRequest) {
        if let digits = try arguments.string("send_digits") {
            guard digits.utf8.allSatisfy({ $0.isASCIILetterOrDigit || "*#@".utf8.contains($0) }) else {
                throw .invalid("send_digits")
            }
        }
        _ = try arguments.boolean("send_on_preanswer")
        _ = try arguments.integer("machine_detection_maximum_speech_length", in: 1000...6000)
        _ = try arguments.integer("machine_detection_initial_silence", in: 2000...10_000)
    }
}
