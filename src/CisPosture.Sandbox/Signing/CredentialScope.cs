namespace CisPosture.Sandbox.Signing;

/// <summary>What a Signature Version 4 is good for: a day, a Region and a service.</summary>
internal sealed record CredentialScope(string Date, string Region, string Service)
{
    public const string Terminator = "aws4_request";

    public override string ToString() => $"{Date}/{Region}/{Service}/{Terminator}";
}
