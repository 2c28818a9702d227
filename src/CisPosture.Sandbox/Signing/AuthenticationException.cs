namespace CisPosture.Sandbox.Signing;

/// <summary>Carries a failure to where the service puts it into its own words.</summary>
internal sealed class AuthenticationException(AuthenticationFailure failure) : Exception(failure.Message)
{
    public AuthenticationFailure Failure { get; } = failure;
}
