import DialerCore

extension Configuration {
    /// Reads the file, puts the environment over it and checks everything.
    ///
    /// - Parameters:
    ///   - file: its path; it must exist.
    ///   - environment: of the process. `DIALERD_…` and `PLIVO_AUTH_ID` override keys of the file.
    ///   - needsToken: false for those who never talk to Plivo, such as `status`: they need not be allowed to read the
    ///     token, and get an empty one if they cannot.
    /// - Throws: every problem at once.
    package static func load(
        file: String,
        environment: [String: String],
        needsToken: Bool = true
    ) throws(SettingsError) -> Configuration {
        let document: SettingsDocument
        do throws(SmallFile.Problem) {
            document = SettingsDocument(bytes: try SmallFile.read(file), catalog: catalog)
        } catch {
            if error.isDenied { throw SettingsError([SettingsProblem(denied: file)]) }
            let remedy = error.isMissing ? ": create it, or name another with --config or $DIALERD_CONFIG" : ""
            throw SettingsError([
                SettingsProblem(key: "", message: "the configuration file \(file) \(error.message)\(remedy)")
            ])
        }
        let overrides = EnvironmentOverrides(environment, catalog: catalog)
        var reader = ConfigurationReader(
            settings: CampaignSettings.merge(overrides.settings, over: document.settings, prefix: "defaults."),
            problems: document.problems + overrides.problems,
            environment: environment,
            needsToken: needsToken
        )
        let configuration = reader.configuration()
        guard let configuration, reader.table.problems.isEmpty else { throw SettingsError(reader.table.problems) }
        return configuration
    }
}

/// One reading of a configuration: each key by its type and range, then what keys mean to each other.
private struct ConfigurationReader {
    var table: SettingsTable
    private let environment: [String: String]
    private let needsToken: Bool
    private let timeZones: SystemTimeZones
    private var warnings: [String] = []

    init(
        settings: [String: Setting],
        problems: [SettingsProblem],
        environment: [String: String],
        needsToken: Bool
    ) {
        table = SettingsTable(settings: settings, problems: problems)
        self.environment = environment
        self.needsToken = needsToken
        timeZones = SystemTimeZones(environment: environment)
        if let problem = timeZones.problem { warnings.append(problem) }
    }

    /// Nil if a value that has no default is missing; the problems then say so.
    mutating func configuration() -> Configuration? {
        let stateDirectory = table.absolutePath("state_dir") ?? "/var/lib/dialerd"
        let campaignDirectory = table.absolutePath("campaign_dir") ?? stateDirectory + "/campaigns"
        let limits = limits()
        let plivo = plivo()
        let callbacks = callbacks()
        let reconcile = reconcile()
        let log = log()
        let retention = table.duration("retention", in: .seconds(2 * 86_400) ... .seconds(3650 * 86_400))
        let defaults = CampaignDefaults(readingFrom: &table, limits: limits, timeZones: timeZones)
        guard let plivo, let callbacks else { return nil }
        return Configuration(
            stateDirectory: stateDirectory,
            campaignDirectory: campaignDirectory,
            plivo: plivo,
            limits: limits,
            callbacks: callbacks,
            reconcile: reconcile,
            log: log,
            retention: retention ?? .seconds(90 * 86_400),
            defaults: defaults,
            timeZones: timeZones,
            warnings: warnings
        )
    }

    private mutating func plivo() -> Configuration.Plivo? {
        let baseURL = address("plivo.base_url", example: "https://api.plivo.com/v1") ?? "https://api.plivo.com/v1"
        let authID = table.value(
            "plivo.auth_id",
            expected: "20 letters and digits that begin with MA or SA",
            Self.authID
        )
        if !table.has("plivo.auth_id") {
            table.refuse("plivo.auth_id", "is missing: set it here or in $PLIVO_AUTH_ID")
        }
        let timezone = table.zone("plivo.account_timezone", in: timeZones)
        let timeout = table.duration("plivo.request_timeout", in: .seconds(1) ... .seconds(300))
        let tokenFile = table.absolutePath("plivo.auth_token_file")
        // A path that is no path has its problem already; what stands there might be the token itself.
        if tokenFile == nil, table.has("plivo.auth_token_file") { return nil }
        do throws(SettingsProblem) {
            let source = AuthTokenSource(environment: environment, file: tokenFile ?? AuthTokenSource.defaultFile)
            let token = Result { () throws(SettingsProblem) in try source.read() }
            if needsToken { _ = try token.get() }
            guard let authID else { return nil }
            return Configuration.Plivo(
                baseURL: baseURL,
                authID: authID,
                authToken: (try? token.get().secret) ?? Secret(""),
                authTokenPlace: token.map(\.place),
                accountTimezone: timezone ?? "UTC",
                requestTimeout: timeout ?? .seconds(30)
            )
        } catch {
            table.problems.append(error)
            return nil
        }
    }

    private mutating func limits() -> Configuration.Limits {
        let limits = Configuration.Limits(
            callsPerSecond: table.rate("limits.calls_per_second", in: 0.01...10_000) ?? 2,
            dispatchInterval: table.duration("limits.dispatch_interval", in: .milliseconds(100) ... .seconds(300))
                ?? .seconds(5),
            maxCallsInFlight: table.integer("limits.max_calls_in_flight", in: 1...1_000_000) ?? 200,
            maxBatch: table.integer("limits.max_batch", in: 1...1000) ?? 1000,
            queueAhead: table.duration("limits.queue_ahead", in: .seconds(1) ... .seconds(86_400)) ?? .seconds(60),
            apiRequestsPer5Seconds: table.integer("limits.api_requests_per_5s", in: 1...100_000) ?? 300
        )
        if let problem = limits.problem(withRate: limits.callsPerSecond) {
            table.refuse("limits.calls_per_second", problem)
        }
        return limits
    }

    private mutating func callbacks() -> Configuration.Callbacks? {
        let listen = table.value("callbacks.listen", expected: "a host and a port, such as 127.0.0.1:8480") {
            ListenAddress($0)
        }
        let verifies = table.flag("callbacks.verify_signatures") ?? true
        if !verifies {
            warnings.append("callbacks.verify_signatures is false: callbacks that Plivo did not send are believed too")
        }
        let tls = tls()
        guard table.has("callbacks.public_url") else {
            table.refuse("callbacks.public_url", "is missing: set the URL at which Plivo reaches the callback server")
            return nil
        }
        guard let publicURL = address("callbacks.public_url", example: "https://dialer.example.com") else { return nil }
        return Configuration.Callbacks(
            listen: listen ?? ListenAddress(host: "127.0.0.1", port: 8480),
            publicURL: publicURL,
            verifySignatures: verifies,
            tls: tls
        )
    }

    /// Both or neither.
    private mutating func tls() -> Configuration.Callbacks.TLS? {
        let keys = ["callbacks.tls_certificate", "callbacks.tls_key"]
        for (given, missing) in zip(keys, keys.reversed()) where table.has(given) && !table.has(missing) {
            table.refuse(missing, "is missing: \(given) is of no use without it")
        }
        guard let certificate = table.absolutePath(keys[0]), let key = table.absolutePath(keys[1]) else { return nil }
        return Configuration.Callbacks.TLS(certificate: certificate, key: key)
    }

    private mutating func log() -> Configuration.Log {
        Configuration.Log(
            level: choice("log.level") ?? .info,
            format: choice("log.format") ?? .auto,
            numbers: table.flag("log.numbers") ?? false
        )
    }

    private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) -> Choice? {
        let names = Choice.allCases.map(\.rawValue)
        let expected = names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
        return table.value(key, expected: expected) { Choice(rawValue: $0) }
    }

    private mutating func reconcile() -> Configuration.Reconcile {
        let grace = table.duration("reconcile.callback_grace", in: .seconds(1) ... .seconds(86_400)) ?? .seconds(120)
        let giveUp =
            table.duration("reconcile.give_up_after", in: .seconds(60) ... .seconds(2_592_000)) ?? .seconds(86_400)
        if giveUp <= grace {
            let message = "must be longer than reconcile.callback_grace, which is \(grace.settingText)"
            table.refuse("reconcile.give_up_after", message)
        }
        return Configuration.Reconcile(callbackGrace: grace, giveUpAfter: giveUp)
    }

    private mutating func address(_ key: String, example: String) -> String? {
        let expected = "an http:// or https:// URL without user, query and fragment, such as \(example)"
        guard let address = table.value(key, expected: expected, { WebAddress($0) }) else { return nil }
        if address.isPlainHTTP, !address.isLoopback {
            warnings.append("\(key) is plain http: what is sent there can be read and changed on the way; use https")
        }
        return address.text
    }

    /// The shape that Plivo gives an account's (`MA`) or a subaccount's (`SA`) id.
    private static func authID(_ text: String) -> String? {
        let isWellFormed = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
        return isWellFormed && text.utf8.count == 20 && (text.hasPrefix("MA") || text.hasPrefix("SA")) ? text : nil
    }
}

extension Configuration.Limits {
    /// Why calls could never be made at `rate`: in an instant at most `rate × dispatch_interval` destinations may be
    /// handed over, and less than one is none.
    func problem(withRate rate: Double) -> String? {
        guard rate * dispatchInterval.inSeconds < 1 else { return nil }
        return "of \(rate.settingText) allows less than one call in limits.dispatch_interval, which is"
            + " \(dispatchInterval.settingText): make the interval \((Duration.milliseconds(Int64((1000 / rate).rounded(.up)))).settingText) or more"
    }
}
