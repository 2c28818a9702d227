namespace CisPosture.Commands;

/// <summary>What names have to look like, in the words of the services that take them; Repair-CisFinding and the single repairs ask for the same.</summary>
internal static class ParameterForms
{
    /// <summary>A bucket.</summary>
    public const string Bucket = "^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$";

    /// <summary>A bucket to whose name that of a Region may be added, of at most 16 characters.</summary>
    public const string BucketInEachRegion = "^[a-z0-9][a-z0-9.-]{1,45}[a-z0-9]$";

    /// <summary>A log group.</summary>
    public const string LogGroup = "^[A-Za-z0-9_/.#-]{1,512}$";

    /// <summary>A topic.</summary>
    public const string Topic = "^[A-Za-z0-9_-]{1,256}$";

    /// <summary>An IAM group.</summary>
    public const string Group = "^[A-Za-z0-9+=,.@_-]{1,128}$";

    /// <summary>An IAM role.</summary>
    public const string Role = "^[A-Za-z0-9+=,.@_-]{1,64}$";
}
