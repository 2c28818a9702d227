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
    /// <param name="accountId">The account that it is missing of.</param>
    /// <param name="namesAccount">Whether the message has to say which account that is.</param>
    /// <returns>The record to write.</returns>
    public static ErrorRecord Of(EvidenceGap gap, string accountId, bool namesAccount)
    {
        var (errorId, target) = AccountEntry.IsEntry(gap) ? (ErrorId.AccountNotEntered, accountId) : (ErrorId.EvidenceMissing, gap.Operation);
        var place = namesAccount && !AccountEntry.IsEntry(gap) ? $"Account {accountId}: " : string.Empty;
        var quote = gap.Message is null ? string.Empty : $" AWS says: {gap.Message}";
        var failure = new PostureException(errorId, place + GapVerdict.Sentence(gap) + quote, target);
        return new ErrorRecord(failure, errorId, CategoryOf(gap), target);
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
        ErrorId.CredentialsNotFound or ErrorId.CredentialsInvalid or ErrorId.SsoLoginRequired or ErrorId.MfaCodeRequired => ErrorCategory.AuthenticationError,
        ErrorId.EndpointUnreachable => ErrorCategory.ConnectionError,
        ErrorId.ProfileInvalid => ErrorCategory.InvalidData,
        ErrorId.FindingInvalid or ErrorId.FindingFileInvalid or ErrorId.CredentialReportInvalid or ErrorId.SnapshotNotJson or ErrorId.SnapshotTruncated or ErrorId.SnapshotInvalid or ErrorId.SnapshotVersionUnknown => ErrorCategory.InvalidData,
        ErrorId.SnapshotNotWritten => ErrorCategory.WriteError,
        _ => ErrorCategory.NotSpecified,
    };
}
