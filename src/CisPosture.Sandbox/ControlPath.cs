namespace CisPosture.Sandbox;

/// <summary>The sandbox's own path, beside AWS's: what was asked for, readable and resettable by anything that speaks HTTP.</summary>
internal static class ControlPath
{
    public const string Root = "/_sandbox";

    public static Task AnswerAsync(HttpContext context, RequestCounts requests)
    {
        if (context.Request.Path != $"{Root}/requests") return Status(context, StatusCodes.Status404NotFound);
        if (HttpMethods.IsGet(context.Request.Method)) return context.Response.WriteAsJsonAsync(new { requests.Total, requests.Throttled, requests.Cut, requests.ByOperation, requests.ByRegion }, context.RequestAborted);
        if (!HttpMethods.IsDelete(context.Request.Method)) return Status(context, StatusCodes.Status405MethodNotAllowed);
        requests.Reset();
        return Status(context, StatusCodes.Status204NoContent);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
