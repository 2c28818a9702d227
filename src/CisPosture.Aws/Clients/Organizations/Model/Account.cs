namespace Amazon.Organizations.Model;

internal sealed class Account
{
    public string? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>Where the account is between its opening and its end.</summary>
    public string? State { get; set; }

    /// <summary>The older form of <see cref="State"/>, which AWS has announced to leave out from September 2026 on.</summary>
    public string? Status { get; set; }
}
