/// Why the state directory cannot be used. The description is one sentence with the remedy.
package enum StateProblem: Error, CustomStringConvertible, Hashable {
    case notWritable(path: String)
    /// Another daemon uses the folder.
    case held(path: String, pid: Int)
    /// This user may not use the database. The sentence is that of ``FileAccess/problem``.
    case denied(String)

    package var description: String {
        switch self {
        case .notWritable(let path):
            "\(path) cannot be written: create it, or give the daemon's user write access to it (state_dir)"
        case .held(let path, let pid):
            "another dialerd (pid \(pid)) already runs on \(path): stop it, or give this one a state_dir of its own"
        case .denied(let sentence): sentence
        }
    }
}
