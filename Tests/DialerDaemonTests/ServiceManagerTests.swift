import CallbackServer
import DialerCore
import DialerDaemon
import Dispatch
import Glibc
import Settings
import Testing

@Suite struct ServiceManagerTests {
    @Test(arguments: [false, true])
    func systemdIsTold(isAbstract: Bool) {
        let systemd = NotifySocket(isAbstract: isAbstract)
        let manager = ServiceManager(environment: systemd.environment)
        #expect(manager.isPresent)
        manager.tell(.ready)
        manager.tell(.status("one line\nREADY=0"))
        manager.tell(.stopping)
        #expect(systemd.next()?.text == "READY=1")
        #expect(systemd.next()?.text == "STATUS=one line")
        #expect(systemd.next()?.text == "STOPPING=1")
        #expect(systemd.next() == nil)
    }

    @Test(arguments: [[:], ["NOTIFY_SOCKET": ""], ["NOTIFY_SOCKET": "relative"], ["NOTIFY_SOCKET": "/nowhere"]])
    func withoutSystemdNothingHappens(environment: [String: String]) {
        let manager = ServiceManager(environment: environment)
        manager.tell(.ready)
        #expect(manager.isPresent == (environment["NOTIFY_SOCKET"] == "/nowhere"))
    }

    @Test func theWatchdogIsFedFourTimesAnInterval() {
        let systemd = NotifySocket()
        let manager = ServiceManager(environment: systemd.environment)
        let watchdog = Watchdog(environment: ["WATCHDOG_USEC": "30000000"], pid: 7, manager: manager)
        for second in 0..<30 { watchdog?.feed(at: MonotonicTime(nanoseconds: Int64(second) * 1_000_000_000)) }
        var count = 0
        while let news = systemd.next() {
            #expect(news.text == "WATCHDOG=1")
            count += 1
        }
        // At 0, 8, 16 and 24 s.
        #expect(count == 4)
    }

    /// The queue of the socket holds some hundred datagrams at most (net.unix.max_dgram_qlen).
    @Test(.timeLimit(.minutes(1)))
    func theEngineDoesNotWaitForASystemdThatDoesNotRead() async {
        let systemd = NotifySocket()
        let manager = ServiceManager(environment: systemd.environment)
        let (end, isOver) = AsyncStream.makeStream(of: Void.self)
        DispatchQueue.global().async {
            for _ in 0..<2000 { manager.tell(.watchdog) }
            isOver.finish()
        }
        for await _ in end {}
        #expect(systemd.next()?.text == "WATCHDOG=1")
    }

    @Test(arguments: [
        [:], ["WATCHDOG_USEC": "0"], ["WATCHDOG_USEC": "x"], ["WATCHDOG_USEC": "9", "WATCHDOG_PID": "8"],
    ])
    func withoutAWatchdogInTheEnvironmentNoneIsFed(environment: [String: String]) {
        let manager = ServiceManager(environment: NotifySocket().environment)
        #expect(Watchdog(environment: environment, pid: 7, manager: manager) == nil)
    }

    @Test func systemdKeepsANewSocket() throws {
        let systemd = NotifySocket()
        let manager = ServiceManager(environment: systemd.environment)
        // LISTEN_PID is another process's, so that descriptors of the test's own process are not touched.
        let kept = StoredSocket(environment: ["LISTEN_PID": "1", "LISTEN_FDS": "1"], pid: 7, manager: manager)
        let socket = try kept.socket(at: ListenAddress(host: "127.0.0.1", port: 0))
        defer { close(socket.descriptor) }
        let news = try #require(systemd.next())
        #expect(news.text == "FDSTORE=1\nFDNAME=callbacks")
        let copy = try #require(news.descriptor)
        defer { close(copy) }
        #expect(ListeningSocket(inherited: copy, host: "127.0.0.1", port: socket.port)?.port == socket.port)
        #expect(systemd.next() == nil)
    }
}
