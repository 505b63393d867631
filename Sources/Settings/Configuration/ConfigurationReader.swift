import DialerCore

/// Reads a configuration once: each key by itself, then the keys that depend on each other.
struct ConfigurationReader {
    private typealias Key = ConfigurationKey

    var table: SettingsTable
    var tokenSource: AuthTokenSource
    let needsToken: Bool
    let timeZones: SystemTimeZones
    var warnings: [String] = []

    /// Nil if a value without a default is missing; the problems then name the value.
    mutating func configuration() -> Configuration? {
        if let problem = timeZones.problem { warnings.append(problem) }
        let stateDirectory = table.read(Key.stateDirectory)
        let campaignDirectory = table.read(Key.campaignDirectory) ?? stateDirectory + "/campaigns"
        let limits = limits()
        let plivo = plivo()
        let callbacks = callbacks()
        let log = Configuration.Log(
            level: table.read(Key.logLevel),
            format: table.read(Key.logFormat),
            numbers: table.read(Key.logNumbers)
        )
        let retention = table.read(Key.retention)
        let defaults = CampaignDefaults(readingFrom: &table, limits: limits, timeZones: timeZones)
        guard let plivo, let callbacks else { return nil }
        return Configuration(
            stateDirectory: stateDirectory,
            campaignDirectory: campaignDirectory,
            plivo: plivo,
            limits: limits,
            callbacks: callbacks,
            log: log,
            retention: retention,
            defaults: defaults,
            timeZones: timeZones,
            warnings: warnings
        )
    }

    private mutating func plivo() -> Configuration.Plivo? {
        let baseURL = table.read(Key.baseURL)
        warnIfPlain(Key.baseURL.name, baseURL)
        let authID = table.read(Key.authID)
        if !table.has(Key.authID.name) {
            table.refuse(Key.authID.name, "is missing: set it in the configuration file or in $PLIVO_AUTH_ID")
        }
        let timezone = table.read(Key.accountTimezone, where: timeZones.knows)
        let timeout = table.read(Key.requestTimeout)
        if let file = table.value(of: Key.authTokenFile) {
            tokenSource.file = file
        } else if table.has(Key.authTokenFile.name) {
            // The table has recorded the problem. The value might be the token itself.
            return nil
        }
        do throws(SettingsProblem) {
            let token = Result { () throws(SettingsProblem) in try tokenSource.read() }
            if needsToken { _ = try token.get() }
            guard let authID else { return nil }
            return Configuration.Plivo(
                baseURL: baseURL,
                authID: authID,
                authToken: (try? token.get().secret) ?? Secret(""),
                authTokenPlace: token.map(\.place),
                accountTimezone: timezone,
                requestTimeout: timeout
            )
        } catch {
            table.problems.append(error)
            return nil
        }
    }

    private mutating func limits() -> DialingLimits {
        let limits = DialingLimits(
            callsPerSecond: table.read(Key.callsPerSecond),
            dispatchInterval: table.read(Key.dispatchInterval),
            maxCallsInFlight: table.read(Key.maxCallsInFlight),
            maxBatch: table.read(Key.maxBatch),
            queueAhead: table.read(Key.queueAhead),
            apiRequestsPer5Seconds: table.read(Key.apiRequestsPer5Seconds),
            callbackGrace: table.read(Key.callbackGrace),
            giveUpAfter: table.read(Key.giveUpAfter)
        )
        // A rate with a problem of its own has already been replaced by the default.
        let isRateGood = !table.problems.contains { $0.key == Key.callsPerSecond.name }
        if isRateGood, let problem = limits.problem(withRate: limits.callsPerSecond) {
            table.refuse(Key.callsPerSecond.name, problem)
        }
        if limits.giveUpAfter <= limits.callbackGrace {
            let grace = "\(Key.callbackGrace.name), which is \(limits.callbackGrace.settingText)"
            table.refuse(Key.giveUpAfter.name, "must be longer than \(grace)")
        }
        return limits
    }

    private mutating func callbacks() -> Configuration.Callbacks? {
        let listen = table.read(Key.listen)
        let verifies = table.read(Key.verifySignatures)
        if !verifies {
            warnings.append("\(Key.verifySignatures.name) is false: callbacks that Plivo did not send are believed too")
        }
        let tls = tls()
        guard table.has(Key.publicURL.name) else {
            table.refuse(Key.publicURL.name, "is missing: set the URL at which Plivo reaches the callback server")
            return nil
        }
        guard let publicURL = table.read(Key.publicURL) else { return nil }
        warnIfPlain(Key.publicURL.name, publicURL)
        return Configuration.Callbacks(listen: listen, publicURL: publicURL, verifySignatures: verifies, tls: tls)
    }

    /// The certificate and its key; nil without both.
    private mutating func tls() -> Configuration.Callbacks.TLS? {
        let names = [Key.tlsCertificate.name, Key.tlsKey.name]
        for (given, missing) in zip(names, names.reversed()) where table.has(given) && !table.has(missing) {
            table.refuse(missing, "is missing: \(given) is of no use without it")
        }
        let (certificate, key) = (table.read(Key.tlsCertificate), table.read(Key.tlsKey))
        guard let certificate, let key else { return nil }
        return Configuration.Callbacks.TLS(certificate: certificate, key: key)
    }

    private mutating func warnIfPlain(_ key: String, _ url: String) {
        guard let address = WebAddress(url), address.isPlainHTTP, !address.isLoopback else { return }
        warnings.append("\(key) is plain http: what is sent there can be read and changed on the way; use https")
    }
}
