/// A pattern of digits, as the numbering plans' metadata has them: digits, `\d`, `[2-57]`, `(?:…|…)`, `(…)`, `?`, `{2}`,
/// `{2,5}` and `$`. None can loop, so a match takes a bounded number of steps.
struct DigitPattern: Sendable {
    enum Step: Sendable, Hashable {
        /// One digit, the bits of those allowed.
        case digit(UInt16)
        /// Goes on with the next step and, if that leads nowhere, this many steps further.
        case fork(Int)
        case jump(Int)
        /// Where a group begins (even) or ends (odd).
        case mark(Int)
        case end
    }

    struct Match: Sendable {
        /// How many digits the pattern took.
        var length: Int
        /// Where each group that took part began and ended, counted from the first digit; -1 for the others.
        fileprivate var marks: SIMD8<Int8>

        /// The digits that a group took, counted from 1; nil if it did not take part.
        func group(_ number: Int) -> Range<Int>? {
            let (start, end) = (Int(marks[number * 2 - 2]), Int(marks[number * 2 - 1]))
            return start >= 0 && end >= start ? start..<end : nil
        }
    }

    /// Groups in round brackets, at most four.
    let groups: Int
    private let steps: [Step]

    /// Nil if the text is no such pattern.
    init?(_ text: some StringProtocol) {
        var compiler = DigitPatternCompiler(text)
        guard let steps = compiler.pattern(), compiler.groups <= SIMD8<Int8>.scalarCount / 2 else { return nil }
        self.steps = steps
        groups = compiler.groups
    }

    /// Whether all of the digits, from 0 to 9 each, are such a number.
    func matches(_ digits: ArraySlice<UInt8>) -> Bool {
        run(digits.span, marks: SIMD8(repeating: -1), wholly: true) != nil
    }

    /// What the pattern takes at the beginning of the digits; nil if they begin otherwise.
    func prefix(of digits: ArraySlice<UInt8>) -> Match? {
        run(digits.span, marks: SIMD8(repeating: -1), wholly: false)
    }

    /// The first way through the pattern, alternatives tried from left to right; `wholly` wants one that takes every digit.
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
