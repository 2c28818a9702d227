using System.Net;
using CisPosture.Sandbox.Filters;
using CisPosture.Sandbox.PushBack;
using CisPosture.Sandbox.Services;
using CisPosture.Sandbox.State;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace CisPosture.Sandbox;

/// <summary>An AWS account on loopback, for one test or one session.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly RequestPipeline _pipeline;

    private SandboxServer(WebApplication application, RequestPipeline pipeline, SandboxAccounts accounts, RequestCounts requests)
    {
        (_application, _pipeline, Accounts, Requests) = (application, pipeline, accounts, requests);
        var addresses = application.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses;
        Endpoint = new Uri(addresses.Single());
    }

    /// <summary>Where it listens, such as http://127.0.0.1:4599.</summary>
    public Uri Endpoint { get; }

    /// <summary>The account; use <see cref="SandboxAccount.Change"/> while clients are at work.</summary>
    public SandboxAccount Account => Accounts.First;

    /// <summary>All accounts, with the members of the organization where the options ask for some.</summary>
    public SandboxAccounts Accounts { get; }

    /// <summary>What was asked for.</summary>
    public RequestCounts Requests { get; }

    /// <summary>Defects of the sandbox itself; a test that finds any has found a bug here.</summary>
    public IReadOnlyList<RecordedFault> Faults => _pipeline.Faults.ToArray();

    /// <summary>Seeds the account and listens.</summary>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        var accounts = SandboxAccounts.Load(options);
        foreach (var account in accounts.All) RegionFaults.Apply(options, account);
        var requests = new RequestCounts();
        var pipeline = new RequestPipeline(options, accounts, Filters(options, requests));
        var application = Application(options.Port);
        var control = new ControlPath(accounts, requests);
        application.Run(context => RouteAsync(context, pipeline, control));
        await application.StartAsync(cancellationToken);
        return new SandboxServer(application, pipeline, accounts, requests);
    }

    /// <summary>Stops listening.</summary>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    /// <summary>
    /// The order matters: a refused request was still made, takes its time, and is refused for its signature before its speed and for its
    /// speed before its permission.
    /// </summary>
    private static IReadOnlyList<IRequestFilter> Filters(SandboxOptions options, RequestCounts requests) =>
    [
        new CountFilter(requests),
        new ConnectionFilter(options.RegionsUnreachable, options.CutShare, requests),
        new LatencyFilter(options.Latency, options.Time),
        new SignatureFilter(),
        new OperationFilter(),
        new ThrottleFilter(options.Throttle, new ServiceCatalog(), requests, options.Time),
        new AuthorizationFilter(options.Deny, options.RegionsDenied, options.AllowOnly is { } policy ? ActionPolicy.Parse(policy) : null),
    ];

    private static WebApplication Application(int port)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        return builder.Build();
    }

    private static async Task RouteAsync(HttpContext context, RequestPipeline pipeline, ControlPath control)
    {
        if (context.Request.Path.StartsWithSegments(ControlPath.Root, StringComparison.Ordinal)) await control.AnswerAsync(context);
        else await AnswerAsync(context, pipeline);
    }

    private static async Task AnswerAsync(HttpContext context, RequestPipeline pipeline)
    {
        try
        {
            await (await pipeline.AnswerAsync(context)).SendAsync(context);
        }
        catch (ConnectionCutException)
        {
            context.Abort();
        }
    }
}
