using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace CisPosture.Tests.EndToEnd;

/// <summary>What gives a container its role's credentials, on loopback.</summary>
internal sealed class RoleServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private RoleServer(string answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _application = builder.Build();
        _application.Run(async context =>
        {
            Authorization = context.Request.Headers.Authorization.ToString();
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer);
        });
    }

    public string Address => _application.Urls.Single();

    /// <summary>The token that the last request brought.</summary>
    public string? Authorization { get; private set; }

    public static async Task<RoleServer> StartAsync(string answer)
    {
        var server = new RoleServer(answer);
        await server._application.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
