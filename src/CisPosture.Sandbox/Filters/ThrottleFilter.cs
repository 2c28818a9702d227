using System.Collections.Concurrent;
using CisPosture.Sandbox.PushBack;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Filters;

/// <summary>Refuses what comes faster than a service takes it, for each account, service and Region; a global service has one measure for the account.</summary>
internal sealed class ThrottleFilter : IRequestFilter
{
    private readonly IReadOnlyList<ThrottleRule> _rules;
    private readonly RequestCounts _counts;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<(string Account, string Service, string Region), TokenBucket> _buckets = new();

    public ThrottleFilter(IReadOnlyList<ThrottleRule> rules, IReadOnlyCollection<string> services, RequestCounts counts, TimeProvider time)
    {
        if (rules.Select(rule => rule.Service).FirstOrDefault(name => name is not null && !services.Contains(name)) is { } stray)
        {
            throw new SandboxOptionException($"There is no service '{stray}' to --throttle. There are {string.Join(", ", services.Order(StringComparer.Ordinal))}.");
        }

        (_rules, _counts, _time) = (rules, counts, time);
    }

    public ValueTask ApplyAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (RuleFor(call.Service.Name) is not { } rule) return ValueTask.CompletedTask;
        var region = call.Service.IsGlobal ? "" : call.Region;
        var bucket = _buckets.GetOrAdd((call.Account.AccountId, call.Service.Name, region), _ => new TokenBucket(rule.Rate, rule.Burst, _time));
        if (bucket.TryTake()) return ValueTask.CompletedTask;
        _counts.AddThrottled();
        throw call.Errors.Throttled();
    }

    private ThrottleRule? RuleFor(string service) =>
        _rules.FirstOrDefault(rule => rule.Service == service) ?? _rules.FirstOrDefault(rule => rule.Service is null);
}
