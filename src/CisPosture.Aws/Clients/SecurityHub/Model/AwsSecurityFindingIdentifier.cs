namespace Amazon.SecurityHub.Model;

internal sealed class AwsSecurityFindingIdentifier
{
    public string? Id { get; set; }

    public string? ProductArn { get; set; }
}
