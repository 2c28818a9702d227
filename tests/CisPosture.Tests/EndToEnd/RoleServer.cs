using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CisPosture.Tests.EndToEnd;

/// <summary>What gives a container or an instance its role's credentials, on loopback.</summary>
internal sealed class RoleServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private RoleServer(IReadOnlyDictionary<string, string> answers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(async context =>
        {
            Authorization = context.Request.Headers.Authorization.ToString();
            if (answers.TryGetValue($"{context.Request.Method} {context.Request.Path}", out var answer))
            {
                await context.Response.WriteAsync(answer);
            }
            else
            {
                context.Response.StatusCode = (int)HttpStatusCode.NotFound;
            }
        });
    }

    public string Address => _application.Urls.Single();

    /// <summary>The token that the last request brought.</summary>
    public string? Authorization { get; private set; }

    /// <param name="answers">What is answered to a method and path.</param>
    public static async Task<RoleServer> StartAsync(params (string Request, string Answer)[] answers)
    {
        var server = new RoleServer(answers.ToDictionary(answer => answer.Request, answer => answer.Answer, StringComparer.Ordinal));
        await server._application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
