namespace Amazon.PowerShell.Common;

/// <summary>Where credentials came from.</summary>
public enum CredentialsSource
{
    Strings,
    Profile,
    CredentialsObject,
}
