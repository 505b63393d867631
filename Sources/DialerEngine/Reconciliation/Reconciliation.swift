import DialerCore

/// The active-call scan or CDR sweep that is under way to settle calls in doubt. Only one runs at a time; if an answer
/// fails, the scan or sweep has proved nothing and begins anew.
struct Reconciliation {
    enum Run {
        case scan(ActiveCallScan)
        case sweep(CDRSweep)
    }

    private(set) var run: Run?
    private var runs = 0

    /// The scan with this id, if it is under way.
    func scan(_ id: ReconciliationID) -> ActiveCallScan? {
        if case .scan(let scan)? = run, scan.id == id { scan } else { nil }
    }

    /// The sweep with this id, if it is under way.
    func sweep(_ id: ReconciliationID) -> CDRSweep? {
        if case .sweep(let sweep)? = run, sweep.id == id { sweep } else { nil }
    }

    mutating func begin(_ make: (ReconciliationID) throws -> Run) rethrows {
        runs += 1
        run = try make(ReconciliationID(number: runs))
    }

    mutating func update(_ scan: ActiveCallScan) { run = .scan(scan) }

    mutating func update(_ sweep: CDRSweep) { run = .sweep(sweep) }

    mutating func end() { run = nil }
}
