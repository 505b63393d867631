import Foundation
import Glibc
import TestSupport
import Testing

extension SystemTests {
    /// The daemon's group, and strangers. Only root can be others.
    @Suite(.enabled(if: Nobody.isPossible, "this takes root, and programs that others may run"))
    struct AccessTests {
        /// Runs a subcommand as nobody, who is a member of the daemon's group or not, and lets others into nothing.
        private func dialerd(
            _ house: House,
            _ arguments: [String],
            isMember: Bool
        ) async throws -> (code: Int32, errors: String) {
            let groups = isMember ? "--groups=\(Nobody.group)" : "--clear-groups"
            let program = try RunningProgram(
                .setpriv,
                [
                    "--reuid=\(Nobody.user)", "--regid=\(Nobody.user)", groups, "/bin/sh", "-c",
                    "umask 077; exec \"$@\"", "sh",
                ]
                    + [try Program.dialerd.path()] + arguments,
                in: house.path,
                name: "nobody",
                environment: ["DIALERD_CONFIG": house.configuration]
            )
            return (try await program.exitCode(), program.textOfErrors)
        }

        private func prepare(_ house: House) throws {
            try makeFolder(house.state)
            #expect(chown(house.state, 0, Nobody.group) == 0 && chmod(house.state, 0o2770) == 0)
            chmod(house.configuration, 0o644)
        }

        @Test func membersLookAndGiveOrders() async throws {
            try await House.open(callsPerSecond: 50) { house in
                try prepare(house)
                let daemon = try await house.startDaemon()
                try house.drop("spring", ContactList.csv(300))
                try await house.campaign { $0.finished > 0 }
                for command in [["status"], ["results", "spring"], ["pause", "spring"], ["resume", "spring"]] {
                    let answer = try await dialerd(house, command, isMember: true)
                    #expect(answer.code == 0, "\(command): \(answer.errors)")
                }
                // What a member leaves behind, the next daemon can use.
                try await daemon.end()
                #expect(try await dialerd(house, ["dnc", "add", "14155559999"], isMember: true).code == 0)
                for file in ["dialerd.sqlite3", "dialerd.sqlite3-wal", "dialerd.sqlite3-shm"] {
                    var status = stat()
                    guard stat("\(house.state)/\(file)", &status) == 0 else { continue }
                    #expect(status.st_mode & 0o777 == 0o660, "\(file)")
                    #expect(status.st_gid == Nobody.group, "\(file)")
                }
                try await house.startDaemon()
                try await house.completed(within: .seconds(60))
            }
        }

        /// Where the group may only read, members look, and an order says in a sentence why it is none.
        @Test func membersWhoMayOnlyRead() async throws {
            try await House.open { house in
                try prepare(house)
                chmod(house.state, 0o2750)
                try await house.startDaemon()
                #expect(try await dialerd(house, ["status"], isMember: true).code == 0)
                let order = try await dialerd(house, ["dnc", "add", "14155559999"], isMember: true)
                #expect(order.code == 1)
                #expect(order.errors.split(separator: "\n").count == 1, "\(order.errors)")
                #expect(order.errors.contains("dialerd.sqlite3 cannot be written by"), "\(order.errors)")
            }
        }

        @Test func strangersGetASentence() async throws {
            try await House.open { house in
                try prepare(house)
                try await house.startDaemon()
                for command in [
                    ["status"], ["pause", "spring"], ["results", "spring"], ["backup", house.path + "/copy"],
                ] {
                    let answer = try await dialerd(house, command, isMember: false)
                    #expect(answer.code == 1, "\(command)")
                    #expect(answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
                    #expect(answer.errors.contains("ask for membership of group daemon"), "\(answer.errors)")
                }
                chmod(house.configuration, 0o600)
                let answer = try await dialerd(house, ["status"], isMember: true)
                #expect(answer.code == 1)
                #expect(answer.errors.contains("\(house.configuration) cannot be read"), "\(answer.errors)")
            }
        }
    }
}
