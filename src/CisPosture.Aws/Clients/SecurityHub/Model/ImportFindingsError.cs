namespace Amazon.SecurityHub.Model;

internal sealed class ImportFindingsError
{
    public string? ErrorCode { get; set; }

    public string? ErrorMessage { get; set; }

    public string? Id { get; set; }
}
