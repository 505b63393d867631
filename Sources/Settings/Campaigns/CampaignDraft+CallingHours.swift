import DialerCore

extension CampaignDraft {
    private static let section = CampaignKey.callingHours.name

    /// `calling_hours`: the word `always`, or a section.
    mutating func callingHours() -> CallingHours {
        let recipient = CampaignKey.recipient
        let zone = table.read(CampaignKey.timezone) { [timeZones] in $0 == recipient || timeZones.knows($0) }
        return CallingHours(
            zone: zone == recipient ? nil : zone,
            days: days() ?? CampaignKey.callingHours.default.days,
            skipDates: skipDates()
        )
    }

    private mutating func skipDates() -> Set<CivilDate> {
        let key = CampaignKey.skipDates
        guard let setting = table.settings[key.name] else { return key.default }
        let dates = setting.items.compactMap { item in
            let date = item.text.flatMap { CivilDate($0) }
            if date == nil {
                table.refuse(key.name, "must be \(key.form.expectation); \(item.quoted) is none", at: item.origin)
            }
            return date
        }
        return Set(dates)
    }

    /// Nil if no day is named.
    private mutating func days() -> [[DayWindow]]? {
        let names = Weekdays.days.keys.filter { table.has("\(Self.section).\($0)") }
        if table.has(Self.section) {
            guard let hours = table.value(of: CampaignKey.callingHours) else { return nil }
            if !names.isEmpty {
                table.refuse(Self.section, "is always, and so it must name no day beside it")
            }
            return hours.days
        }
        guard !names.isEmpty else { return nil }
        var week = CallingWeek()
        var isWhole = true
        for name in table.inOrder(names, under: Self.section) {
            let key = "\(Self.section).\(name)"
            guard let windows = windows(key) else {
                isWhole = false
                continue
            }
            if let problem = week.add(windows, on: Weekdays.days[name] ?? [], name: name) {
                table.refuse(key, problem)
                isWhole = false
            }
        }
        for (name, problem) in week.overlaps { table.refuse("\(Self.section).\(name)", problem) }
        if isWhole, week.days.allSatisfy(\.isEmpty) {
            table.refuse(Self.section, "is closed on every day: no call could ever be made")
        }
        return week.days
    }

    /// `closed`, windows separated by commas, or a list of windows.
    private mutating func windows(_ key: String) -> [DayWindow]? {
        guard let setting = table.settings[key] else { return nil }
        if setting.text == "closed" { return [] }
        let texts = setting.items.compactMap(\.text).flatMap {
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }
        let windows = texts.compactMap { DayWindow(setting: String($0).trimmed) }
        guard !texts.isEmpty, windows.count == texts.count, setting.items.allSatisfy({ $0.text != nil }) else {
            table.refuse(
                key,
                "must be times such as 09:00-20:00, several with commas between them, or closed, not \(setting.quoted)"
            )
            return nil
        }
        return windows
    }
}

extension SettingsTable {
    /// The names in the order of the file.
    fileprivate func inOrder(_ names: [String], under section: String) -> [String] {
        func line(_ name: String) -> Int {
            guard case .line(let line) = settings["\(section).\(name)"]?.origin else { return .max }
            return line
        }
        return names.sorted { (line($0), $0) < (line($1), $1) }
    }
}
