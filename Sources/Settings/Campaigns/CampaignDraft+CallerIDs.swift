import DialerCore

extension CampaignDraft {
    struct CallerID {
        var number: String
        /// Nil: the caller ID has no limit of its own.
        var callsPerSecond: Double?
    }

    /// `from`: a number, a section with a number and its rate, or a list of both.
    mutating func callerIDs() -> [CallerID] {
        let key = CallArgument.from.rawValue
        guard let setting = table.settings[key] else { return [] }
        var pool: [CallerID] = []
        for item in setting.items {
            guard let callerID = callerID(item, isAlone: item == setting) else { continue }
            if pool.contains(where: { $0.number == callerID.number }) {
                table.refuse(key, "has \(callerID.number) more than once", at: item.origin)
            }
            pool.append(callerID)
        }
        if setting.items.isEmpty { table.refuse(key, "is an empty list: name at least one caller ID") }
        return pool
    }

    private mutating func callerID(_ item: Setting, isAlone: Bool) -> CallerID? {
        let (key, number, limits) = (CallArgument.from.rawValue, CampaignKey.callerID, limits)
        guard case .fields(let fields) = item.content else {
            if let number = item.text.flatMap(number.form.parse) ?? nil { return CallerID(number: number) }
            let wrong = isAlone ? ", not \(item.quoted)" : ", or a list of such; \(item.quoted) is none"
            table.refuse(key, "must be \(number.form.expectation)\(wrong)", at: item.origin)
            return nil
        }
        let keys = [number.name, CampaignKey.callsPerSecond.name]
        return table.fields(fields, of: key, at: item.origin, keys: keys) { entry in
            if !entry.has(number.name) { entry.refuse(number.name, "is missing: name the caller ID") }
            let number = entry.read(number)
            let rate = entry.callsPerSecond(below: limits)
            return number.map { CallerID(number: $0, callsPerSecond: rate) }
        }
    }
}
