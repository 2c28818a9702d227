namespace CisPosture;

/// <summary>Why a repair came out as it did: the ReasonCode of a finding's Repair, beside the codes of <see cref="ReasonCode"/>.</summary>
public static class RepairReasonCode
{
    /// <summary>All steps were taken.</summary>
    public const string Changed = "CHANGED";

    /// <summary>The live state was what is wanted already.</summary>
    public const string AlreadyCompliant = "ALREADY_COMPLIANT";

    /// <summary>Somebody else has yet to confirm, such as the owner of a mailbox.</summary>
    public const string PendingConfirmation = "PENDING_CONFIRMATION";

    /// <summary>The steps are those that would be taken without -WhatIf.</summary>
    public const string WhatIf = "WHAT_IF";

    /// <summary>The user said no.</summary>
    public const string Declined = "DECLINED";

    /// <summary>The finding did not fail, so there is nothing to mend.</summary>
    public const string NotFailed = "NOT_FAILED";

    /// <summary>Somebody has decided to live with the finding.</summary>
    public const string Suppressed = "SUPPRESSED";

    /// <summary>The finding is of another account than the credentials'.</summary>
    public const string OtherAccount = "OTHER_ACCOUNT";

    /// <summary>The cmdlet does not mend this control.</summary>
    public const string OtherCommand = "OTHER_COMMAND";

    /// <summary>Only a person can mend it.</summary>
    public const string Manual = "MANUAL";

    /// <summary>What was planned from changed before the step was taken.</summary>
    public const string ChangedMeanwhile = "CHANGED_MEANWHILE";

    /// <summary>AWS refused a step.</summary>
    public const string CallFailed = "CALL_FAILED";

    /// <summary>AWS accepted a step, but the state read after it is not the one that was meant.</summary>
    public const string NotInEffect = "NOT_IN_EFFECT";

    /// <summary>The repair needs a decision that only the user can take.</summary>
    public const string ChoiceNeeded = "CHOICE_NEEDED";

    /// <summary>Carrying it out would hurt what is in use.</summary>
    public const string InUse = "IN_USE";

    /// <summary>A resource of the wanted name exists that CisPosture has not made.</summary>
    public const string ForeignResource = "FOREIGN_RESOURCE";

    /// <summary>Another control has to be mended first.</summary>
    public const string DependencyMissing = "DEPENDENCY_MISSING";

    /// <summary>The resource does not exist any more.</summary>
    public const string ResourceGone = "RESOURCE_GONE";

    /// <summary>The user has said to leave it alone.</summary>
    public const string Excluded = "EXCLUDED";

    /// <summary>What would be made does not fit into a quota of AWS.</summary>
    public const string QuotaExceeded = "QUOTA_EXCEEDED";
}
