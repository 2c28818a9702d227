using CisPosture.Sandbox.State;

namespace CisPosture.Sandbox;

/// <summary>The sandbox's own path, beside AWS's, for anything that speaks HTTP: what was asked for, what the account holds now, and agreeing to a subscription.</summary>
internal sealed class ControlPath(SandboxAccounts accounts, RequestCounts requests)
{
    public const string Root = "/_sandbox";

    public Task AnswerAsync(HttpContext context) => context.Request.Path.Value switch
    {
        $"{Root}/requests" => AnswerRequestsAsync(context),
        $"{Root}/account" => AnswerAccountAsync(context),
        $"{Root}/confirm" => AnswerConfirmAsync(context),
        _ => Status(context, StatusCodes.Status404NotFound),
    };

    private Task AnswerRequestsAsync(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            return context.Response.WriteAsJsonAsync(new { requests.Total, requests.Writes, requests.Throttled, requests.Cut, requests.ByOperation, requests.WritesByOperation, requests.ByRegion }, context.RequestAborted);
        }

        if (!HttpMethods.IsDelete(context.Request.Method)) return Status(context, StatusCodes.Status405MethodNotAllowed);
        requests.Reset();
        return Status(context, StatusCodes.Status204NoContent);
    }

    private Task AnswerAccountAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method)) return Status(context, StatusCodes.Status405MethodNotAllowed);
        var id = context.Request.Query["id"].ToString();
        if ((id.Length == 0 ? accounts.First : accounts.Find(id)) is not { } account) return Status(context, StatusCodes.Status404NotFound);
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(account.Export(), context.RequestAborted);
    }

    private Task AnswerConfirmAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method)) return Status(context, StatusCodes.Status405MethodNotAllowed);
        var confirmed = accounts.First.ConfirmSubscriptions(context.Request.Query["endpoint"].ToString());
        return confirmed.Count == 0 ? Status(context, StatusCodes.Status404NotFound) : context.Response.WriteAsJsonAsync(new { Confirmed = confirmed }, context.RequestAborted);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
