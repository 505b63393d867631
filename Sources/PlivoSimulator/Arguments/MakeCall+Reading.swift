extension MakeCall {
    /// Documented: country code and number, as digits; samples also have a `+`.
    static func callerID(_ arguments: ArgumentReader) throws(ArgumentProblem) -> String {
        let text = try arguments.requiredString("from")
        let digits = text.hasPrefix("+") ? text.dropFirst() : text[...]
        guard (3...15).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            throw .invalid("from")
        }
        return String(digits)
    }

    /// The mode is documented as `true` or `hangup`; a JSON true is the first of these as well. A URL alone asks for
    /// detection too, as its section of the page says.
    static func machineDetection(_ arguments: ArgumentReader) throws(ArgumentProblem) -> MachineDetection? {
        let allotted = try arguments.integer("machine_detection_time", in: 2000...10_000) ?? 5000
        let target = try arguments.target("machine_detection")
        return switch arguments.value("machine_detection") {
        case nil:
            target.map { MachineDetection(mode: .tell, allottedMilliseconds: allotted, target: $0) }
        case .boolean(true), .string("true"):
            MachineDetection(mode: .tell, allottedMilliseconds: allotted, target: target)
        case .string("hangup"):
            MachineDetection(mode: .hangup, allottedMilliseconds: allotted, target: target)
        default: throw .invalid("machine_detection")
        }
    }

    /// `head1=val1,head2=val2`: letters and digits (docs: call-api, "sip_headers"). Values may also be empty or hold
    /// `%`, as the SDKs' documentation allows.
    static func sipHeaders(_ arguments: ArgumentReader) throws(ArgumentProblem) -> [(key: String, value: String)] {
        guard let list = try arguments.string("sip_headers"), !list.isEmpty else { return [] }
        var headers: [(key: String, value: String)] = []
        for item in list.split(separator: ",", omittingEmptySubsequences: false) {
            let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy(isLetterOrDigit),
                parts[1].utf8.allSatisfy({ isLetterOrDigit($0) || $0 == UInt8(ascii: "%") })
            else { throw .invalid("sip_headers") }
            headers.append(("X-PH-\(parts[0])", String(parts[1])))
        }
        return headers
    }

    /// Arguments that change nothing here, but that Plivo would refuse all the same.
    static func checkUnused(_ arguments: ArgumentReader) throws(ArgumentProblem) {
        if let digits = try arguments.string("send_digits") {
            guard digits.utf8.allSatisfy({ isLetterOrDigit($0) || "*#@".utf8.contains($0) }) else {
                throw .invalid("send_digits")
            }
        }
        _ = try arguments.boolean("send_on_preanswer")
        _ = try arguments.integer("machine_detection_maximum_speech_length", in: 1000...6000)
        _ = try arguments.integer("machine_detection_initial_silence", in: 2000...10_000)
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            true
        default: false
        }
    }
}
