namespace CisPosture.Aws.Calls;

/// <summary>An API operation that a scan may call.</summary>
/// <param name="Service">The service as IAM actions spell it.</param>
/// <param name="Name">The operation as the API spells it.</param>
internal sealed record ApiOperation(string Service, string Name)
{
    private readonly string? _permission;

    /// <summary>Service and operation, such as "iam:GetCredentialReport".</summary>
    public string Id => $"{Service}:{Name}";

    /// <summary>The IAM action that allows it, which S3 names otherwise than the operation.</summary>
    public string Permission
    {
        get => _permission ?? Id;
        init => _permission = value;
    }

    /// <summary>True where the answer is the same whichever Region is asked, so that a gap names none.</summary>
    public bool IsGlobal { get; init; }

    public override string ToString() => Id;
}
