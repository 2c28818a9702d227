namespace CisPosture.Aws.Calls;

/// <summary>The operations that only repairs call, reads beyond those of a scan first.</summary>
internal static class RepairOperations
{
    public static readonly ApiOperation UpdateAccountPasswordPolicy = Iam(nameof(UpdateAccountPasswordPolicy));
    public static readonly ApiOperation DeleteAccountPasswordPolicy = Iam(nameof(DeleteAccountPasswordPolicy));

    private static ApiOperation Iam(string name) => new("iam", name) { IsGlobal = true };
}
