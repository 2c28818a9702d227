using Amazon.SecurityToken.Model;
using CisPosture.Aws.Calls;
using CisPosture.Aws.Connection.Exchange;
using CisPosture.Collection;
using CisPosture.Controls;

namespace CisPosture.Aws.Entry;

/// <summary>
/// The credentials of a role in another account. Long scans outlive a session, so the role is assumed anew before it ends. What AWS refuses
/// is a gap of the account, at the door as well as later.
/// </summary>
internal sealed class RoleCredentials : TemporaryCredentials
{
    private const string SessionName = "CisPosture";

    private static readonly TimeSpan Reserve = TimeSpan.FromMinutes(5);

    private readonly AccountSession _caller;
    private readonly AccountRole _role;
    private readonly ApiCaller _calls;
    private readonly string _roleArn;

    public RoleCredentials(AccountSession caller, AccountRole role, ApiCaller calls)
        : base(new SessionClock(caller.Surroundings.Now), caller.Mask)
    {
        (_caller, _role, _calls) = (caller, role, calls);
        _roleArn = AccountEntry.RoleArn(caller.Partition, role.AccountId, role.RoleName);
        PreemptExpiryTime = Reserve;
    }

    /// <summary>The ARN of the session, once there is one.</summary>
    public string SessionArn { get; private set; } = string.Empty;

    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        var response = await AssumeAsync().ConfigureAwait(false);
        SessionArn = response.AssumedRoleUser.Arn;
        var keys = response.Credentials;
        return Until(keys.Expiration, keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken);
    }

    private async Task<AssumeRoleResponse> AssumeAsync()
    {
        var request = new AssumeRoleRequest { RoleArn = _roleArn, RoleSessionName = SessionName, ExternalId = _role.ExternalId };
        try
        {
            var response = await _calls.CallAsync(
                Operations.AssumeRole,
                _caller.Region,
                cancellation => _caller.Clients.SecurityToken(_caller.Region).AssumeRoleAsync(request, cancellation)).ConfigureAwait(false);
            return response is { Credentials.Expiration: not null, AssumedRoleUser.Arn: not null }
                ? response
                : throw ApiCaller.Broken(Operations.AssumeRole, _caller.Region, "The answer holds no session.");
        }
        catch (ApiCallException refusal)
        {
            throw new ApiCallException(refusal.Gap with { Resource = _roleArn });
        }
    }
}
