/// Something wrong with the command line, in one sentence that says what to write instead. Exit code 64.
package struct UsageProblem: Error, CustomStringConvertible, Equatable {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
