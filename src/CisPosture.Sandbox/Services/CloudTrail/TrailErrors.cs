using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services.CloudTrail;

/// <summary>How CloudTrail refuses.</summary>
internal static class TrailErrors
{
    public static ApiException NotFound(ApiCall call, string nameOrArn) =>
        new("TrailNotFoundException", $"Unknown trail: {nameOrArn} for the user: {call.Account.AccountId}");

    public static ApiException NotAtHome(string nameOrArn, string home) =>
        new("InvalidHomeRegionException", $"The trail {nameOrArn} can only be changed in its home Region {home}.");

    public static ApiException NotManagement() =>
        new("NotOrganizationMasterAccountException", "The account is not the management account of the organization.");

    public static ApiException Combination(string message) => new("InvalidParameterCombinationException", message);

    public static ApiException Selectors(string message) => new("InvalidEventSelectorsException", message);
}
