using CisPosture.Sandbox.State.Kms;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.Kms;

/// <summary>How KMS refuses what does not fit a key's state.</summary>
internal static class KmsErrors
{
    public static ApiException NotFound(string message) => new("NotFoundException", message);

    public static ApiException Unsupported() => new("UnsupportedOperationException", "You tried to perform an operation that is not supported.");

    public static ApiException Invalid(string message) => new("ValidationException", message);

    public static ApiException MalformedPolicy(string message) => new("MalformedPolicyDocumentException", message);

    public static ApiException Tag(string message) => new("TagException", message);

    public static ApiException LimitExceeded(string message) => new("LimitExceededException", message);

    public static ApiException WrongState(ApiCall call, KmsKey key) => new("KMSInvalidStateException", $"{KeyLookup.Arn(call, key)} is {Words(key.KeyState)}.");

    public static ApiException Disabled(ApiCall call, KmsKey key) => new("DisabledException", $"{KeyLookup.Arn(call, key)} is disabled.");

    private static string Words(string state) => state switch
    {
        "PendingDeletion" => "pending deletion",
        "PendingImport" => "pending import",
        "Enabled" => "enabled",
        "Disabled" => "disabled",
        _ => state,
    };
}
