/// A pattern of digits in the notation of the numbering plans' metadata: digits, `\d`, `[2-57]`, `(?:…|…)`, `(…)`, `?`,
/// `{2}`, `{2,5}` and `$`. No pattern can loop, so a match takes a bounded number of steps.
struct DigitPattern: Sendable {
    enum Step: Sendable, Hashable {
        /// One digit. The bits are the allowed digits.
        case digit(UInt16)
        /// Continues with the next step and, if that finds no match, with the step this far ahead.
        case fork(Int)
        /// Continues with the step this far ahead.
        case jump(Int)
        /// The beginning (even number) or the end (odd number) of a group.
        case mark(Int)
        /// The end of the digits.
        case end
    }

    struct Match: Sendable {
        /// The number of digits that the pattern matched.
        var length: Int
        /// The beginning and the end of each group, counted from the first digit; -1 for groups that matched nothing.
        fileprivate var marks: SIMD8<Int8>

        /// The digits of a group; nil if the group matched nothing. Groups are counted from 1.
        func group(_ number: Int) -> Range<Int>? {
            let (start, end) = (Int(marks[number * 2 - 2]), Int(marks[number * 2 - 1]))
            return start >= 0 && end >= start ? start..<end : nil
        }
    }

    /// The number of groups in round brackets, at most four.
    let groups: Int
    private let steps: [Step]

    /// Nil if the text is no pattern of this notation, or has more than four groups.
    init?(_ text: some StringProtocol) {
        var compiler = DigitPatternCompiler(text)
        guard let steps = compiler.pattern(), compiler.groups <= SIMD8<Int8>.scalarCount / 2 else { return nil }
        self.steps = steps
        groups = compiler.groups
    }

    /// Whether the pattern matches all of the digits. Each is 0 to 9.
    func matches(_ digits: ArraySlice<UInt8>) -> Bool {
        run(digits.span, marks: SIMD8(repeating: -1), wholly: true) != nil
    }

    /// The match at the beginning of the digits; nil if there is none.
    func prefix(of digits: ArraySlice<UInt8>) -> Match? {
        run(digits.span, marks: SIMD8(repeating: -1), wholly: false)
    }

    /// The first match; alternatives are tried from left to right. With `wholly` it must take every digit.
    private func run(
        _ digits: Span<UInt8>,
        from first: Int = 0,
        at start: Int = 0,
        marks taken: SIMD8<Int8>,
        wholly: Bool
    ) -> Match? {
        var (step, place, marks) = (first, start, taken)
        while step < steps.count {
            switch steps[step] {
            case .digit(let allowed):
                guard place < digits.count, allowed & (1 << UInt16(digits[place])) != 0 else { return nil }
                place += 1
            case .fork(let distance):
                let match = run(digits, from: step + 1, at: place, marks: marks, wholly: wholly)
                if let match { return match }
                step += distance - 1
            case .jump(let distance):
                step += distance - 1
            case .mark(let index):
                marks[index] = Int8(truncatingIfNeeded: place)
            case .end:
                guard place == digits.count else { return nil }
            }
            step += 1
        }
        return wholly && place < digits.count ? nil : Match(length: place, marks: marks)
    }
}
