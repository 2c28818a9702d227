namespace Amazon.SecurityHub.Model;

internal sealed class Remediation
{
    public Recommendation? Recommendation { get; set; }
}
