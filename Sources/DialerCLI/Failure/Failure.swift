import CallbackServer
import CampaignFiles
import DialerDaemon
import DialerStore
import HTTPClient
import Settings

/// The failure of a command: for each problem a sentence for standard error, and the exit code.
struct Failure: Error {
    var sentences: [String]
    var code: ExitStatus

    init(_ sentences: [String], code: ExitStatus) {
        self.sentences = sentences
        self.code = code
    }

    init(_ sentence: String, code: ExitStatus = .no) {
        self.init([sentence], code: code)
    }

    static func noCampaign(_ name: String) -> Failure {
        Failure("there is no campaign \(name): dialerd status lists them")
    }

    /// - Returns: nil for an error of the argument parser, which prints its own message.
    init?(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as SettingsError: self.init(error.problems.map(\.description), code: .configuration)
        case let problem as StateProblem:
            self.init(problem.description, code: problem.isConfiguration ? .configuration : .no)
        case let error as FolderError:
            self.init(error.description, code: error.isTransient ? .no : .configuration)
        case let problem as TLSProblem: self.init(problem.description, code: .configuration)
        case let error as StoreError: self.init(error.description)
        case let error as ListenError: self.init(error.description)
        case let error as HTTPTransportError: self.init(error.description)
        default: return nil
        }
    }
}

extension StateProblem {
    fileprivate var isConfiguration: Bool {
        if case .notWritable = self { true } else { false }
    }
}
