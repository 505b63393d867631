/// Compiles the text of a ``DigitPattern`` into steps. Distances are relative, so that parts can be joined.
struct DigitPatternCompiler {
    typealias Step = DigitPattern.Step

    private(set) var groups = 0
    private var rest: Substring.UTF8View

    init(_ text: some StringProtocol) {
        rest = Substring(text).utf8
    }

    /// The steps of the whole text; nil if a part of it is not understood.
    mutating func pattern() -> [Step]? {
        guard let steps = alternatives(), rest.isEmpty else { return nil }
        return steps
    }

    private mutating func alternatives() -> [Step]? {
        guard let first = sequence() else { return nil }
        var branches = [first]
        while take("|") {
            guard let next = sequence() else { return nil }
            branches.append(next)
        }
        var steps = branches.removeLast()
        for branch in branches.reversed() {
            steps = [.fork(branch.count + 2)] + branch + [.jump(steps.count + 1)] + steps
        }
        return steps
    }

    private mutating func sequence() -> [Step]? {
        var steps: [Step] = []
        while let next = rest.first, next != UInt8(ascii: "|"), next != UInt8(ascii: ")") {
            guard let atom = atom(), let repeated = repeated(atom) else { return nil }
            steps += repeated
        }
        return steps
    }

    private mutating func atom() -> [Step]? {
        switch rest.popFirst() {
        case UInt8(ascii: "\\")?: return take("d") ? [.digit(0x3FF)] : nil
        case UInt8(ascii: "$")?: return [.end]
        case UInt8(ascii: "[")?: return oneOf()
        case UInt8(ascii: "(")?: return group()
        case let byte?: return Self.digit(byte).map { [.digit(1 << UInt16($0))] }
        case nil: return nil
        }
    }

    /// The rest of `[2-57]` after the opening bracket.
    private mutating func oneOf() -> [Step]? {
        var allowed: UInt16 = 0
        while let byte = rest.popFirst(), byte != UInt8(ascii: "]") {
            guard let first = Self.digit(byte) else { return nil }
            var last = first
            if take("-") {
                guard let byte = rest.popFirst(), let digit = Self.digit(byte), digit >= first else { return nil }
                last = digit
            }
            for digit in first...last { allowed |= 1 << UInt16(digit) }
        }
        return allowed == 0 ? nil : [.digit(allowed)]
    }

    /// The rest of `(…)` or `(?:…)` after the opening bracket.
    private mutating func group() -> [Step]? {
        if take("?") {
            guard take(":"), let inner = alternatives(), take(")") else { return nil }
            return inner
        }
        let number = groups
        groups += 1
        guard let inner = alternatives(), take(")") else { return nil }
        return [.mark(number * 2)] + inner + [.mark(number * 2 + 1)]
    }

    /// Repeats the atom as the `?`, `{2}` or `{2,5}` after it says. More repetitions are tried first.
    private mutating func repeated(_ atom: [Step]) -> [Step]? {
        var (least, most) = (1, 1)
        if take("?") {
            least = 0
        } else if take("{") {
            guard let first = count() else { return nil }
            least = first
            most = first
            if take(",") {
                guard let last = count(), last >= first else { return nil }
                most = last
            }
            guard take("}") else { return nil }
        }
        var optional: [Step] = []
        for _ in least..<most { optional = [.fork(atom.count + optional.count + 1)] + atom + optional }
        return Array(repeatElement(atom, count: least).joined()) + optional
    }

    private mutating func count() -> Int? {
        var value: Int?
        while let byte = rest.first, let digit = Self.digit(byte), value ?? 0 < 100 {
            value = (value ?? 0) * 10 + Int(digit)
            rest.removeFirst()
        }
        return value
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        (0x30...0x39).contains(byte) ? byte - 0x30 : nil
    }
}
