import CampaignFiles
import DialerCore
import PlivoAPI

/// `check --json`, schema 1 (docs/cli.md, "check --json"). Keys are added, never changed; the key of a value that is not
/// known is left out.
enum CheckDocument {
    static func object(_ report: CheckReport) -> JSONObject {
        var object: JSONObject = [
            "schema": 1, "file": report.file, "accepted": report.isAccepted, "problems": report.problems,
            "waiting_for": report.missingSettings, "has_database": report.hasDatabase,
        ]
        object["campaign"] = report.campaign
        object["settings_file"] = report.settingsFile
        object["settings"] = report.settings.map(SettingsDocument.object)
        if let content = report.content { add(content, to: &object) }
        if let rows = report.rows { add(rows, to: &object) }
        object["first_request"] = report.firstRequest.map { first -> JSONObject in
            ["method": "POST", "url": first.url, "body": first.request.fields]
        }
        object["estimate"] = report.outlook.map(estimate)
        return object
    }

    private static func add(_ content: CheckReport.Content, to object: inout JSONObject) {
        object["file_sha256"] = content.sha256
        object["encoding"] = content.encoding.rawValue
        object["delimiter"] = content.delimiter
        object["columns"] = content.columns
        object["imported_as"] = content.importedAs
    }

    private static func add(_ rows: CheckReport.Rows, to object: inout JSONObject) {
        object["rows"] = rows.counts.rows
        object["contacts"] = rows.counts.contacts
        object["rejected"] = rows.counts.rejected
        object["duplicates"] = rows.counts.duplicates
        object["suppressed"] = rows.counts.suppressed
        object["first_rejects"] = rows.firstRejects.map { reject -> JSONObject in
            ["row": reject.row, "column": reject.column, "value": reject.value, "reason": reject.reason]
        }
        object["time_zones"] = rows.zones.map { zone -> JSONObject in ["zones": zone.zones, "calls": zone.calls] }
    }

    private static func estimate(_ outlook: CheckReport.Outlook) -> JSONObject {
        var estimate: JSONObject = [
            "expired": outlook.finish.expired, "out_of_reach": outlook.finish.outOfReach, "beside": outlook.beside,
            "longest_average_call_s": outlook.longestCall.inSeconds,
        ]
        estimate["first_call"] = outlook.finish.firstCall?.rfc3339
        estimate["last_call"] = outlook.finish.lastCall?.rfc3339
        estimate["cost"] = outlook.cost?.total.text
        estimate["cost_per_call"] = outlook.cost?.perCall.text
        estimate["past_calls"] = outlook.cost?.pastCalls
        return estimate
    }
}
