import CampaignFiles
import DialerCore
import PlivoAPI

/// `check --json`, schema 1 (docs/cli.md, "check --json"). Keys are added, never changed; the key of a value that is
/// not known is left out.
enum CheckDocument {
    static func object(_ report: CheckReport) -> JSONObject {
        let object: JSONObject = [
            "schema": 1, "file": report.file, "accepted": report.isAccepted, "problems": report.problems,
            "waiting_for": report.missingSettings, "has_database": report.hasDatabase, "campaign": report.campaign,
            "settings_file": report.settingsFile, "settings": report.settings.map(SettingsDocument.object),
            "file_sha256": report.content?.sha256, "encoding": report.content?.encoding.rawValue,
            "delimiter": report.content?.delimiter, "columns": report.content?.columns,
            "imported_as": report.importedAs, "estimate": report.outlook.map(estimate),
            "first_request": report.firstRequest.map { first -> JSONObject in
                ["method": "POST", "url": first.url, "body": first.request.fields]
            },
        ]
        return (object + (report.rows.map(rows) ?? [:])).withoutNil
    }

    private static func rows(_ tally: RowTally) -> JSONObject {
        [
            "rows": tally.rows, "contacts": tally.contacts, "rejected": tally.rejected,
            "duplicates": tally.duplicates, "suppressed": tally.suppressed,
            "first_rejects": tally.firstRejects.map { reject -> JSONObject in
                ["row": reject.row, "column": reject.column, "value": reject.value, "reason": reject.reason]
            },
            "time_zones": tally.zones.map { zone -> JSONObject in ["zones": zone.names, "calls": zone.calls] },
        ]
    }

    private static func estimate(_ outlook: CheckReport.Outlook) -> JSONObject {
        let estimate: JSONObject = [
            "expired": outlook.finish.expired, "out_of_reach": outlook.finish.outOfReach, "beside": outlook.beside,
            "longest_average_call_s": outlook.longestCall.inSeconds,
            "first_call": outlook.finish.firstCall?.rfc3339, "last_call": outlook.finish.lastCall?.rfc3339,
            "cost": outlook.cost?.total.text, "cost_per_call": outlook.cost?.perCall.text,
            "past_calls": outlook.cost?.pastCalls,
        ]
        return estimate.withoutNil
    }
}
