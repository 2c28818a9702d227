using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Services;

/// <summary>Answers one operation; called with the account's lock held.</summary>
internal delegate ApiResult OperationHandler(ApiCall call);
