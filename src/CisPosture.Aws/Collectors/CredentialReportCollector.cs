using System.Text;
using Amazon.IdentityManagement.Model;
using CisPosture.Accounts;
using CisPosture.Aws.Calls;
using CisPosture.Credentials;

namespace CisPosture.Aws.Collectors;

/// <summary>Has IAM make the credential report, waits for it, and reads it. A report that is less than four hours old comes at once.</summary>
internal sealed class CredentialReportCollector(CollectionContext context) : IamCollector(context, EvidenceKind.CredentialReport)
{
    private const double Growth = 1.5;

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    protected override async Task ReadAsync()
    {
        var report = await Context.ReadAsync(ObtainAsync).ConfigureAwait(false);
        Context.Store.Update(account => account with { CredentialReport = report });
    }

    private async Task<CredentialReport> ObtainAsync()
    {
        var wait = FirstWait;
        for (var waited = TimeSpan.Zero; ; waited += wait, wait = TimeSpan.FromTicks((long)(wait.Ticks * Growth)))
        {
            if (await IsMadeAsync().ConfigureAwait(false) && await TryGetAsync().ConfigureAwait(false) is { } report)
            {
                return Parse(report);
            }

            if (waited + wait > LongestWait)
            {
                throw NotReady();
            }

            await Context.Session.Surroundings.Delay(wait, Context.Cancellation).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsMadeAsync()
    {
        try
        {
            var response = await CallAsync(Operations.GenerateCredentialReport, (iam, cancellation) => iam.GenerateCredentialReportAsync(new GenerateCredentialReportRequest(), cancellation)).ConfigureAwait(false);
            return response.State == "COMPLETE";
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.LimitExceeded))
        {
            // Somebody else asks for the same report right now.
            return false;
        }
    }

    private async Task<GetCredentialReportResponse?> TryGetAsync()
    {
        try
        {
            return await CallAsync(Operations.GetCredentialReport, (iam, cancellation) => iam.GetCredentialReportAsync(new GetCredentialReportRequest(), cancellation)).ConfigureAwait(false);
        }
        catch (ApiCallException failure) when (failure.Is(ErrorCodes.ReportInProgress) || failure.Is(ErrorCodes.ReportNotPresent) || failure.Is(ErrorCodes.ReportExpired))
        {
            return null;
        }
    }

    private CredentialReport Parse(GetCredentialReportResponse response)
    {
        var csv = Encoding.UTF8.GetString(response.Content?.ToArray() ?? []);
        try
        {
            var report = CredentialReportParser.Parse(csv, Required(Operations.GetCredentialReport, response.GeneratedTime, "GeneratedTime"));
            return report with { Rows = [.. report.Rows.OrderBy(row => row.Arn, StringComparer.Ordinal)] };
        }
        catch (PostureException unreadable)
        {
            throw ApiCaller.Broken(Operations.GetCredentialReport, Context.HomeRegion, unreadable.Message);
        }
    }

    private static ApiCallException NotReady() => new(new EvidenceGap
    {
        ReasonCode = ReasonCode.CredentialReportNotReady,
        Operation = Operations.GetCredentialReport.Id,
        Message = "IAM was still making the credential report after a minute.",
    });
}
