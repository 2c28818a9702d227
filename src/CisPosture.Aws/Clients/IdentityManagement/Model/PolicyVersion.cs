namespace Amazon.IdentityManagement.Model;

internal sealed class PolicyVersion
{
    public string? Document { get; set; }

    public string? VersionId { get; set; }

    public bool? IsDefaultVersion { get; set; }

    public DateTime? CreateDate { get; set; }
}
