namespace Amazon.SecurityHub.Model;

internal sealed class ResourceDetails
{
    public Dictionary<string, string>? Other { get; set; }
}
