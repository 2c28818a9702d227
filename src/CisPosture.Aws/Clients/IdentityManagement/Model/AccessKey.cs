namespace Amazon.IdentityManagement.Model;

internal sealed class AccessKey
{
    public string? UserName { get; set; }

    public string? AccessKeyId { get; set; }

    public string? Status { get; set; }

    public string? SecretAccessKey { get; set; }

    public DateTime? CreateDate { get; set; }
}
