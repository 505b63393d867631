import DialerCore

/// How a call will go.
struct CallFate {
    /// Counted from the call's start; nil: the call fails without ringing.
    var ringsAfter: Duration?
    /// Counted from the first ringing; nil: the call is not answered.
    var answersAfter: Duration?
    /// Counted from the call's answer, its ringing or its start, whichever is last.
    var endsAfter: Duration
    var causeCode: Int
    var isMachine = false
}

extension CallFate {
    init(of arguments: CallArguments, _ draw: inout SeededGenerator) {
        let ringTimeout = arguments.seconds(.ringTimeout) ?? .seconds(120)
        let timeLimit = arguments.seconds(.timeLimit) ?? .seconds(14_400)
        let rings = draw.duration(0.2...2)
        let detects = arguments[.machineDetection] != nil
        switch draw.whole(0...99) {
        case 0..<45:
            let answers = draw.duration(1...(ringTimeout.inSeconds - 1))
            let talks = draw.duration(1...timeLimit.inSeconds)
            self.init(ringsAfter: rings, answersAfter: answers, endsAfter: talks, causeCode: 4000)
        case 45..<60 where detects:
            let hangsUp = arguments.text(.machineDetection) == "hangup"
            self.init(
                ringsAfter: rings,
                answersAfter: draw.duration(1...5),
                endsAfter: hangsUp ? .seconds(2) : draw.duration(2...timeLimit.inSeconds),
                causeCode: hangsUp ? HangupCause.machineDetected : 4000,
                isMachine: true
            )
        case 60..<75:
            self.init(ringsAfter: rings, endsAfter: ringTimeout, causeCode: 6010)
        case 75..<85:
            self.init(endsAfter: draw.duration(0.5...3), causeCode: 3010)
        case 85..<90:
            self.init(ringsAfter: rings, endsAfter: draw.duration(1...5), causeCode: 3020)
        default:
            let cause = draw.pick([2000, 3050, 5010, 3080])
            self.init(endsAfter: draw.duration(0.5...3), causeCode: cause)
        }
        if let cutOff = arguments.seconds(.hangupOnRing) { cut(after: cutOff) }
    }

    /// Applies `hangup_on_ring`, which limits the time from the ringing to the end.
    private mutating func cut(after cutOff: Duration) {
        guard ringsAfter != nil else { return }
        if let answers = answersAfter, answers < cutOff {
            guard answers + endsAfter > cutOff else { return }
            endsAfter = cutOff - answers
        } else {
            guard answersAfter != nil || endsAfter > cutOff else { return }
            answersAfter = nil
            endsAfter = cutOff
        }
        causeCode = 6000
        isMachine = false
    }
}
