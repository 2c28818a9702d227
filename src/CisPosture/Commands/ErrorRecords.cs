using System.Management.Automation;
using CisPosture.Accounts;
using CisPosture.Controls;

namespace CisPosture.Commands;

/// <summary>The one place where failures become error records: documented ids, true categories, true targets.</summary>
internal static class ErrorRecords
{
    /// <summary>A failure that ends the command.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>The record to throw.</returns>
    public static ErrorRecord Of(PostureException failure) => new(failure, failure.ErrorId, CategoryOf(failure.ErrorId), failure.Target);

    /// <summary>Evidence that could not be read. The command goes on; findings that rest on it are NotAvailable.</summary>
    /// <param name="gap">What is missing, and why.</param>
    /// <param name="account">The account that it is missing of, where the message has to say that.</param>
    /// <returns>The record to write.</returns>
    public static ErrorRecord Of(EvidenceGap gap, string? account = null)
    {
        var place = account is null ? string.Empty : $"Account {account}: ";
        return Of(gap, ErrorId.EvidenceMissing, place + GapVerdict.Sentence(gap), gap.Operation);
    }

    /// <summary>An account that could not be entered. The command goes on; all findings of the account are NotAvailable.</summary>
    /// <param name="gap">Why.</param>
    /// <param name="account">The account.</param>
    /// <returns>The record to write.</returns>
    public static ErrorRecord OfEntry(EvidenceGap gap, string account) => Of(gap, ErrorId.AccountNotEntered, GapVerdict.Sentence(gap), account);

    /// <summary>A call of Security Hub that failed. The command goes on with other Regions.</summary>
    /// <param name="gap">What failed, and why.</param>
    /// <returns>The record to write.</returns>
    public static ErrorRecord OfHub(EvidenceGap gap) => Of(gap, ErrorId.SecurityHubNotReachable, GapVerdict.Sentence(gap), gap.Region);

    private static ErrorRecord Of(EvidenceGap gap, string errorId, string sentence, string? target)
    {
        var message = gap.Message is null ? sentence : $"{sentence} AWS says: {gap.Message}";
        return new ErrorRecord(new PostureException(errorId, message, target), errorId, CategoryOf(gap), target);
    }

    private static ErrorCategory CategoryOf(EvidenceGap gap) => gap.ReasonCode switch
    {
        ReasonCode.AccessDenied => ErrorCategory.PermissionDenied,
        ReasonCode.EndpointUnreachable => ErrorCategory.ConnectionError,
        ReasonCode.Throttled => ErrorCategory.LimitsExceeded,
        ReasonCode.CredentialReportNotReady => ErrorCategory.OperationTimeout,
        _ => ErrorCategory.ResourceUnavailable,
    };

    private static ErrorCategory CategoryOf(string errorId) => errorId switch
    {
        ErrorId.ControlIdInvalid or ErrorId.ControlParameterUnknown or ErrorId.ControlParameterInvalid => ErrorCategory.InvalidArgument,
        ErrorId.EndpointUrlInvalid or ErrorId.RegionInvalid => ErrorCategory.InvalidArgument,
        ErrorId.AccountIdInvalid or ErrorId.RoleNameInvalid or ErrorId.ExternalIdInvalid or ErrorId.AccountSelectionInvalid => ErrorCategory.InvalidArgument,
        ErrorId.OrganizationNotReadable => ErrorCategory.ResourceUnavailable,
        ErrorId.ControlNotFound or ErrorId.ProfileNotFound or ErrorId.SnapshotNotFound or ErrorId.FindingFileNotFound => ErrorCategory.ObjectNotFound,
        ErrorId.SuppressionFileNotFound or ErrorId.StoreNotFound or ErrorId.ScanNotFound => ErrorCategory.ObjectNotFound,
        ErrorId.SuppressionFileInvalid or ErrorId.SuppressionInvalid or ErrorId.StoreInvalid or ErrorId.StoreVersionUnknown => ErrorCategory.InvalidData,
        ErrorId.ReportFormatUnknown => ErrorCategory.InvalidArgument,
        ErrorId.StoreNotWritten or ErrorId.ReportNotWritten => ErrorCategory.WriteError,
        ErrorId.StoreBusy => ErrorCategory.ResourceBusy,
        ErrorId.StoreNotSupported => ErrorCategory.NotInstalled,
        ErrorId.FindingsFailed => ErrorCategory.InvalidResult,
        ErrorId.CredentialsNotFound or ErrorId.CredentialsInvalid or ErrorId.SsoLoginRequired or ErrorId.MfaCodeRequired => ErrorCategory.AuthenticationError,
        ErrorId.EndpointUnreachable => ErrorCategory.ConnectionError,
        ErrorId.ProfileInvalid => ErrorCategory.InvalidData,
        ErrorId.FindingInvalid or ErrorId.FindingFileInvalid or ErrorId.CredentialReportInvalid or ErrorId.SnapshotNotJson or ErrorId.SnapshotTruncated or ErrorId.SnapshotInvalid or ErrorId.SnapshotVersionUnknown => ErrorCategory.InvalidData,
        ErrorId.SnapshotNotWritten or ErrorId.JournalNotWritten => ErrorCategory.WriteError,
        ErrorId.JournalNotFound or ErrorId.RepairRunNotFound => ErrorCategory.ObjectNotFound,
        ErrorId.JournalInvalid => ErrorCategory.InvalidData,
        ErrorId.FindingNotRepairable or ErrorId.FindingOfOtherAccount or ErrorId.RepairOptionInvalid => ErrorCategory.InvalidArgument,
        ErrorId.SecurityHubNotEnabled => ErrorCategory.ResourceUnavailable,
        ErrorId.FindingNotPublished => ErrorCategory.WriteError,
        ErrorId.RepairFailed or ErrorId.UndoFailed => ErrorCategory.InvalidResult,
        ErrorId.UndoRefused => ErrorCategory.ResourceExists,
        _ => ErrorCategory.NotSpecified,
    };
}
