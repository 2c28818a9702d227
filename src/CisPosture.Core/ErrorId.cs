namespace CisPosture;

/// <summary>Every error id that the module writes. Each stands in the about_CisPosture_Errors topic.</summary>
public static class ErrorId
{
    /// <summary>A control id that is not of the form chapter.number or a wildcard for one.</summary>
    public const string ControlIdInvalid = "ControlIdInvalid";

    /// <summary>A control id that the benchmark does not have or Security Hub does not judge.</summary>
    public const string ControlNotFound = "ControlNotFound";

    /// <summary>A control parameter that no selected control has.</summary>
    public const string ControlParameterUnknown = "ControlParameterUnknown";

    /// <summary>A control parameter whose value does not fit.</summary>
    public const string ControlParameterInvalid = "ControlParameterInvalid";

    /// <summary>No credentials were found anywhere.</summary>
    public const string CredentialsNotFound = "CredentialsNotFound";

    /// <summary>The credentials were given incompletely, or AWS refused them.</summary>
    public const string CredentialsInvalid = "CredentialsInvalid";

    /// <summary>The named profile does not exist.</summary>
    public const string ProfileNotFound = "ProfileNotFound";

    /// <summary>The profile, or the file that it stands in, cannot be used as it is written.</summary>
    public const string ProfileInvalid = "ProfileInvalid";

    /// <summary>The profile signs in through IAM Identity Center, and there is no sign-in, or it has expired.</summary>
    public const string SsoLoginRequired = "SsoLoginRequired";

    /// <summary>The profile's role demands the code of an MFA device, and none was given or nobody could be asked for it.</summary>
    public const string MfaCodeRequired = "MfaCodeRequired";

    /// <summary>The endpoint URL is not an absolute http or https address.</summary>
    public const string EndpointUrlInvalid = "EndpointUrlInvalid";

    /// <summary>AWS, or the endpoint, could not be reached at all.</summary>
    public const string EndpointUnreachable = "EndpointUnreachable";

    /// <summary>A Region name that is no Region name.</summary>
    public const string RegionInvalid = "RegionInvalid";

    /// <summary>An account id that is not twelve digits.</summary>
    public const string AccountIdInvalid = "AccountIdInvalid";

    /// <summary>A role name that cannot be the name of an IAM role.</summary>
    public const string RoleNameInvalid = "RoleNameInvalid";

    /// <summary>An external id that AWS would not take.</summary>
    public const string ExternalIdInvalid = "ExternalIdInvalid";

    /// <summary>Parameters that name accounts and do not go together.</summary>
    public const string AccountSelectionInvalid = "AccountSelectionInvalid";

    /// <summary>The accounts of the organization could not be listed.</summary>
    public const string OrganizationNotReadable = "OrganizationNotReadable";

    /// <summary>An account could not be entered; its findings are NotAvailable.</summary>
    public const string AccountNotEntered = "AccountNotEntered";

    /// <summary>Part of the evidence could not be read; the findings it belongs to are NotAvailable.</summary>
    public const string EvidenceMissing = "EvidenceMissing";

    /// <summary>An object that lacks what a finding must have.</summary>
    public const string FindingInvalid = "FindingInvalid";

    /// <summary>The file of findings does not exist or cannot be opened.</summary>
    public const string FindingFileNotFound = "FindingFileNotFound";

    /// <summary>The file is no JSON, or does not hold findings of a version that this module knows.</summary>
    public const string FindingFileInvalid = "FindingFileInvalid";

    /// <summary>The name of a report tells no format, or one that the format cannot be written under.</summary>
    public const string ReportFormatUnknown = "ReportFormatUnknown";

    /// <summary>The report could not be written.</summary>
    public const string ReportNotWritten = "ReportNotWritten";

    /// <summary>Findings of the severity that -FailOn names failed.</summary>
    public const string FindingsFailed = "FindingsFailed";

    /// <summary>The file of suppressions does not exist or cannot be opened.</summary>
    public const string SuppressionFileNotFound = "SuppressionFileNotFound";

    /// <summary>The file of suppressions is not of its format, or holds no list of rules.</summary>
    public const string SuppressionFileInvalid = "SuppressionFileInvalid";

    /// <summary>A rule that is not applied, because something in it is missing or not understood.</summary>
    public const string SuppressionInvalid = "SuppressionInvalid";

    /// <summary>There is no store of findings at the path.</summary>
    public const string StoreNotFound = "StoreNotFound";

    /// <summary>The file is no store of findings, or is damaged.</summary>
    public const string StoreInvalid = "StoreInvalid";

    /// <summary>The store was written by a later version of the module.</summary>
    public const string StoreVersionUnknown = "StoreVersionUnknown";

    /// <summary>The store could not be opened, made or written.</summary>
    public const string StoreNotWritten = "StoreNotWritten";

    /// <summary>Another job kept the store for longer than is worth waiting.</summary>
    public const string StoreBusy = "StoreBusy";

    /// <summary>SQLite cannot be loaded on this machine.</summary>
    public const string StoreNotSupported = "StoreNotSupported";

    /// <summary>A scan that the store does not have.</summary>
    public const string ScanNotFound = "ScanNotFound";

    /// <summary>The snapshot file does not exist or cannot be opened.</summary>
    public const string SnapshotNotFound = "SnapshotNotFound";

    /// <summary>The snapshot file is not JSON.</summary>
    public const string SnapshotNotJson = "SnapshotNotJson";

    /// <summary>The snapshot file ends too early.</summary>
    public const string SnapshotTruncated = "SnapshotTruncated";

    /// <summary>The snapshot file is JSON of another form than a snapshot's.</summary>
    public const string SnapshotInvalid = "SnapshotInvalid";

    /// <summary>The snapshot file is of a schema version that this module does not know.</summary>
    public const string SnapshotVersionUnknown = "SnapshotVersionUnknown";

    /// <summary>The snapshot file could not be written.</summary>
    public const string SnapshotNotWritten = "SnapshotNotWritten";

    /// <summary>The IAM credential report lacks a column or holds a value that cannot be read.</summary>
    public const string CredentialReportInvalid = "CredentialReportInvalid";

    /// <summary>A finding of a control that the repair cmdlet does not mend; the message names the one that does.</summary>
    public const string FindingNotRepairable = "FindingNotRepairable";

    /// <summary>A finding of another account than the credentials'.</summary>
    public const string FindingOfOtherAccount = "FindingOfOtherAccount";

    /// <summary>A repair whose step failed; the finding tells what was done before.</summary>
    public const string RepairFailed = "RepairFailed";

    /// <summary>The journal of repairs cannot be written, so nothing is changed.</summary>
    public const string JournalNotWritten = "JournalNotWritten";

    /// <summary>The folder of journals does not exist.</summary>
    public const string JournalNotFound = "JournalNotFound";

    /// <summary>A journal cannot be read, is damaged, or is of a later version.</summary>
    public const string JournalInvalid = "JournalInvalid";

    /// <summary>A run of which the journals do not tell.</summary>
    public const string RepairRunNotFound = "RepairRunNotFound";

    /// <summary>A step is not undone, because the live state is no longer what it left.</summary>
    public const string UndoRefused = "UndoRefused";

    /// <summary>Undoing a step failed.</summary>
    public const string UndoFailed = "UndoFailed";

    /// <summary>An option of a repair whose value does not fit.</summary>
    public const string RepairOptionInvalid = "RepairOptionInvalid";
}
