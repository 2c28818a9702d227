using System.Net;
using System.Text;
using CisPosture.Sandbox.State.Iam;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Iam;

/// <summary>The credential report is made on request, takes a while, and then stands for four hours, whatever changes meanwhile.</summary>
internal static class CredentialReportOperations
{
    private static readonly TimeSpan Freshness = TimeSpan.FromHours(4);
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    public static ApiResult GenerateCredentialReport(ApiCall call)
    {
        var report = call.Account.Iam.CredentialReport;
        if (report.CallsSinceStart is null && report.GeneratedTime is { } made && call.Now - made < Freshness) return State("COMPLETE");
        report.CallsSinceStart = (report.CallsSinceStart ?? -1) + 1;
        if (report.CallsSinceStart < report.CallsUntilComplete)
        {
            return report.CallsSinceStart == 0 ? State("STARTED", "No report exists. Starting a new report generation task") : State("INPROGRESS");
        }

        Complete(call, report);
        return State("COMPLETE");
    }

    public static ApiResult GetCredentialReport(ApiCall call)
    {
        var report = call.Account.Iam.CredentialReport;
        if (report.CallsSinceStart is not null) throw new ApiException("ReportInProgress", "Credential report generation is in progress. Please try again later.", HttpStatusCode.NotFound);
        if (report.GeneratedTime is not { } made) throw new ApiException("ReportNotPresent", "No credential report present.", HttpStatusCode.Gone);
        if (call.Now - made > Lifetime) throw new ApiException("ReportExpired", "Credential report has expired. Please generate a new one.", HttpStatusCode.Gone);
        report.Content ??= CredentialReportCsv.Write(call.Account, made);
        return new Structure
        {
            ["Content"] = Encoding.UTF8.GetBytes(report.Content),
            ["ReportFormat"] = "text/csv",
            ["GeneratedTime"] = made,
        };
    }

    private static void Complete(ApiCall call, CredentialReportState report)
    {
        report.CallsSinceStart = null;
        report.GeneratedTime = call.Now;
        report.Content = CredentialReportCsv.Write(call.Account, call.Now);
    }

    private static ApiResult State(string state, string? description = null) => new Structure { ["State"] = state, ["Description"] = description };
}
