import Foundation
import Glibc
import TestSupport
import Testing

extension SystemTests {
    /// The daemon's group, and strangers. Only root can be others.
    @Suite(.enabled(if: OtherUser.isPossible, "this takes root, and programs that others may run"))
    struct AccessTests {
        /// Runs a subcommand as nobody, who is a member of the daemon's group or not, and lets others into nothing.
        private func dialerd(
            _ fixture: SystemFixture,
            _ arguments: [String],
            isMember: Bool
        ) async throws -> (code: Int32, errors: String) {
            let groups = isMember ? "--groups=\(OtherUser.group)" : "--clear-groups"
            let program = try RunningProgram(
                .setpriv,
                [
                    "--reuid=\(OtherUser.user)", "--regid=\(OtherUser.user)", groups, "/bin/sh", "-c",
                    "umask 077; exec \"$@\"", "sh",
                ]
                    + [try Program.dialerd.path()] + arguments,
                in: fixture.path,
                name: "nobody",
                environment: ["DIALERD_CONFIG": fixture.configuration]
            )
            return (try await program.exitCode(), program.textOfErrors)
        }

        private func prepare(_ fixture: SystemFixture) throws {
            try makeFolder(fixture.state)
            #expect(chown(fixture.state, 0, OtherUser.group) == 0 && chmod(fixture.state, 0o2770) == 0)
            chmod(fixture.configuration, 0o644)
        }

        @Test func membersLookAndGiveOrders() async throws {
            try await SystemFixture.open(callsPerSecond: 50) { fixture in
                try prepare(fixture)
                let daemon = try await fixture.startDaemon()
                try fixture.drop("spring", ContactList.csv(300))
                try await fixture.campaign { $0.finished > 0 }
                for command in [["status"], ["results", "spring"], ["pause", "spring"], ["resume", "spring"]] {
                    let answer = try await dialerd(fixture, command, isMember: true)
                    #expect(answer.code == 0, "\(command): \(answer.errors)")
                }
                // What a member leaves behind, the next daemon can use.
                try await daemon.end()
                #expect(try await dialerd(fixture, ["dnc", "add", "14155559999"], isMember: true).code == 0)
                for file in ["dialerd.sqlite3", "dialerd.sqlite3-wal", "dialerd.sqlite3-shm"] {
                    var status = stat()
                    guard stat("\(fixture.state)/\(file)", &status) == 0 else { continue }
                    #expect(status.st_mode & 0o777 == 0o660, "\(file)")
                    #expect(status.st_gid == OtherUser.group, "\(file)")
                }
                try await fixture.startDaemon()
                try await fixture.completed(within: .seconds(60))
            }
        }

        /// Where the group may only read, members look, and an order says in a sentence why it is none.
        @Test func membersWhoMayOnlyRead() async throws {
            try await SystemFixture.open { fixture in
                try prepare(fixture)
                chmod(fixture.state, 0o2750)
                try await fixture.startDaemon()
                #expect(try await dialerd(fixture, ["status"], isMember: true).code == 0)
                let order = try await dialerd(fixture, ["dnc", "add", "14155559999"], isMember: true)
                #expect(order.code == 1)
                #expect(order.errors.split(separator: "\n").count == 1, "\(order.errors)")
                #expect(order.errors.contains("dialerd.sqlite3 cannot be written by"), "\(order.errors)")
            }
        }

        @Test func strangersGetASentence() async throws {
            try await SystemFixture.open { fixture in
                try prepare(fixture)
                try await fixture.startDaemon()
                for command in [
                    ["status"], ["pause", "spring"], ["results", "spring"], ["backup", fixture.path + "/copy"],
                ] {
                    let answer = try await dialerd(fixture, command, isMember: false)
                    #expect(answer.code == 1, "\(command)")
                    #expect(answer.errors.split(separator: "\n").count == 1, "\(answer.errors)")
                    #expect(answer.errors.contains("ask for membership of group daemon"), "\(answer.errors)")
                }
                chmod(fixture.configuration, 0o600)
                let answer = try await dialerd(fixture, ["status"], isMember: true)
                #expect(answer.code == 1)
                #expect(answer.errors.contains("\(fixture.configuration) cannot be read"), "\(answer.errors)")
            }
        }
    }
}
