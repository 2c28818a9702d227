using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using CisPosture.Sandbox.PushBack;
using CisPosture.Sandbox.State;

namespace CisPosture.Sandbox;

/// <summary>The sandbox as a program of its own: reads the arguments, serves until it is told to stop.</summary>
internal sealed class CommandLine(TextWriter output, TextWriter error)
{
    private const int UsageError = 2;

    private static readonly EnterpriseSize Size = new();

    private readonly Option<string> _account = new("--account") { Description = "neglected, exemplary, enterprise, or the path of a .json file", DefaultValueFactory = _ => "neglected" };
    private readonly Option<int> _members = Bounded("--members", "How many members the account's organization has, each made from the same account", 0, 0, 1000);
    private readonly Option<int> _port = Bounded("--port", "The port on 127.0.0.1; 0 lets the system choose", 4599, 0, 65535);
    private readonly Option<TimeSpan> _latency = new("--latency") { Description = "How long every answer is held back, such as 100ms or 2s", CustomParser = result => ParseDuration(result, "--latency") };
    private readonly Option<string[]> _deny = new("--deny") { Description = "An IAM action to refuse, such as iam:GetCredentialReport or s3:*; may be repeated", CustomParser = ParseActions };
    private readonly Option<string?> _allowOnly = new("--allow-only") { Description = "A file with an IAM policy; only what it allows is allowed", CustomParser = ParsePolicy };
    private readonly Option<ThrottleRule[]> _throttle = new("--throttle") { Description = "How fast services may be asked, such as 5/s, logs=2/s, logs:PutMetricFilter=5/s or iam=10/s:20 with a burst; may be repeated", CustomParser = ParseRules };
    private readonly Option<string[]> _regionOff = new("--region-off") { Description = "A Region that the account has not enabled; may be repeated" };
    private readonly Option<string[]> _denyScp = new("--deny-scp") { Description = "An enabled Region that a service control policy denies; may be repeated" };
    private readonly Option<string[]> _unreachable = new("--unreachable") { Description = "An enabled Region to which every connection is cut; may be repeated" };
    private readonly Option<double> _cut = new("--cut") { Description = "The share of requests whose connection is cut, such as 5%", CustomParser = ParseShare };
    private readonly Option<int?> _cutEvery = new("--cut-every") { Description = "Cuts the connection of every Nth request", CustomParser = result => ParseNumber(result, "--cut-every", 2, 1_000_000) };
    private readonly Option<int?> _pageSize = new("--page-size") { Description = "The most items a page has", CustomParser = result => ParseNumber(result, "--page-size", 1, 1000) };
    private readonly Option<TimeSpan> _rolePropagation = new("--role-propagation") { Description = "How long new roles stay unknown to other services, such as 10s", CustomParser = result => ParseDuration(result, "--role-propagation") };
    private readonly Option<int> _users = Bounded("--users", "enterprise: IAM users", Size.Users, 0, 5000);
    private readonly Option<int> _policies = Bounded("--policies", "enterprise: customer-managed policies", Size.Policies, 0, 5000);
    private readonly Option<int> _keys = Bounded("--keys", "enterprise: customer-managed keys a Region", Size.Keys, 0, 10_000);
    private readonly Option<int> _groups = Bounded("--groups", "enterprise: security groups a Region", Size.Groups, 0, 10_000);
    private readonly Option<int> _regions = Bounded("--regions", "enterprise: enabled Regions", Size.Regions, 1, 17);

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("A local AWS account on loopback, for trying, testing and measuring.")
        {
            _account, _members, _port, _latency, _deny, _allowOnly, _throttle, _regionOff, _denyScp, _unreachable, _cut, _cutEvery, _pageSize, _rolePropagation, _users, _policies, _keys, _groups, _regions,
        };
        root.Validators.Add(result =>
        {
            if (result.GetResult(_cut) is not null && result.GetResult(_cutEvery) is not null) result.AddError("--cut and --cut-every say how many connections are cut; give one of them.");
        });
        root.SetAction((result, cancelled) => ServeAsync(Options(result), cancelled));
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0) return await FailAsync(parsed.Errors[0].Message);
        return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, ProcessTerminationTimeout = null }, cancellationToken);
    }

    private static Option<int> Bounded(string name, string description, int value, int least, int most) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => value,
        CustomParser = result => ParseNumber(result, name, least, most),
    };

    private static int ParseNumber(ArgumentResult result, string option, int least, int most)
    {
        var text = result.Tokens[0].Value;
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        result.AddError($"{option} takes a number from {least} to {most}, not '{text}'.");
        return 0;
    }

    private static TimeSpan ParseDuration(ArgumentResult result, string option)
    {
        var text = result.Tokens[0].Value;
        var (digits, unit) = text.EndsWith("ms", StringComparison.Ordinal) ? (text[..^2], 1) : (text.TrimEnd('s'), 1000);
        if (text.EndsWith('s') && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount <= 60_000) return TimeSpan.FromMilliseconds(amount * unit);
        result.AddError($"{option} takes a time such as 100ms or 2s, not '{text}'.");
        return default;
    }

    private static string[] ParseActions(ArgumentResult result)
    {
        var actions = result.Tokens.Select(token => token.Value).ToArray();
        if (actions.FirstOrDefault(action => !action.Contains(':', StringComparison.Ordinal) && action != "*") is { } stray)
        {
            result.AddError($"--deny takes an IAM action such as iam:GetCredentialReport, not '{stray}'.");
        }

        return actions;
    }

    private static string? ParsePolicy(ArgumentResult result)
    {
        var path = result.Tokens[0].Value;
        try
        {
            var document = File.ReadAllText(path);
            ActionPolicy.Parse(document);
            return document;
        }
        catch (Exception exception) when (exception is FormatException or IOException or UnauthorizedAccessException)
        {
            result.AddError($"--allow-only cannot use '{path}': {exception.Message}");
            return null;
        }
    }

    private static ThrottleRule[] ParseRules(ArgumentResult result)
    {
        try
        {
            return [.. result.Tokens.Select(token => ThrottleRule.Parse(token.Value))];
        }
        catch (FormatException exception)
        {
            result.AddError($"--throttle: {exception.Message}");
            return [];
        }
    }

    private static double ParseShare(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var isShare = double.TryParse(text.TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0 and <= 90;
        if (isShare && text.EndsWith('%')) return percent / 100;
        result.AddError($"--cut takes a share of up to 90% such as 5%, not '{text}'. To cut all, use --unreachable.");
        return 0;
    }

    private SandboxOptions Options(ParseResult result) => new()
    {
        Account = result.GetValue(_account)!,
        Members = result.GetValue(_members),
        Port = result.GetValue(_port),
        Latency = result.GetValue(_latency),
        Deny = result.GetValue(_deny) ?? [],
        AllowOnly = result.GetValue(_allowOnly),
        Throttle = result.GetValue(_throttle) ?? [],
        RegionsOff = result.GetValue(_regionOff) ?? [],
        RegionsDenied = result.GetValue(_denyScp) ?? [],
        RegionsUnreachable = result.GetValue(_unreachable) ?? [],
        CutShare = result.GetValue(_cutEvery) is { } every ? 1.0 / every : result.GetValue(_cut),
        PageSize = result.GetValue(_pageSize),
        RolePropagation = new RolePropagation { Time = result.GetValue(_rolePropagation) },
        Enterprise = new EnterpriseSize
        {
            Users = result.GetValue(_users),
            Policies = result.GetValue(_policies),
            Keys = result.GetValue(_keys),
            Groups = result.GetValue(_groups),
            Regions = result.GetValue(_regions),
        },
    };

    private async Task<int> ServeAsync(SandboxOptions options, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, stop));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, stop));
        try
        {
            await using var sandbox = await SandboxServer.StartAsync(options with { FaultLog = error }, stop.Token);
            await output.WriteLineAsync($"Account {sandbox.Account.AccountId} ({options.Account}) on {sandbox.Endpoint.AbsoluteUri.TrimEnd('/')}, keys test/test. Ctrl+C stops it.");
            if (sandbox.Accounts.All is [_, var member, ..]) await output.WriteLineAsync(Members(options, member));
            await output.FlushAsync(stop.Token);
            await UntilAsync(stop.Token);
            return 0;
        }
        catch (Exception exception) when (exception is AccountFileException or SandboxOptionException)
        {
            return await FailAsync(exception.Message);
        }
        catch (IOException exception) when (exception.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await FailAsync($"Port {options.Port} cannot be had: {exception.InnerException.Message}. Choose another with --port, or 0.");
        }
    }

    private static string Members(SandboxOptions options, SandboxAccount first) =>
        $"{options.Members} members from {first.AccountId} on, entered by role {MemberAccount.AuditRole} with external id {options.ExternalId}, or by role {MemberAccount.OrganizationRole}.";

    private static void Stop(PosixSignalContext context, CancellationTokenSource stop)
    {
        context.Cancel = true;
        stop.Cancel();
    }

    private static Task UntilAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.Register(() => stopped.TrySetResult());
        return stopped.Task;
    }

    private async Task<int> FailAsync(string message)
    {
        await error.WriteLineAsync(message);
        return UsageError;
    }
}
