namespace CisPosture.Aws.Connection.Profiles;

/// <summary>The settings of AWS's config and credentials files that matter to a connection, as the files spell them.</summary>
internal static class ProfileSetting
{
    public const string AccessKeyId = "aws_access_key_id";
    public const string SecretAccessKey = "aws_secret_access_key";
    public const string SessionToken = "aws_session_token";

    public const string RoleArn = "role_arn";
    public const string SourceProfile = "source_profile";
    public const string CredentialSource = "credential_source";
    public const string WebIdentityTokenFile = "web_identity_token_file";
    public const string RoleSessionName = "role_session_name";
    public const string ExternalId = "external_id";
    public const string MfaSerial = "mfa_serial";
    public const string DurationSeconds = "duration_seconds";

    public const string CredentialProcess = "credential_process";
    public const string LoginSession = "login_session";

    public const string SsoSession = "sso_session";
    public const string SsoAccountId = "sso_account_id";
    public const string SsoRoleName = "sso_role_name";
    public const string SsoRegion = "sso_region";
    public const string SsoStartUrl = "sso_start_url";

    public const string Region = "region";
    public const string Services = "services";
    public const string EndpointUrl = "endpoint_url";
    public const string IgnoreConfiguredEndpointUrls = "ignore_configured_endpoint_urls";
}
