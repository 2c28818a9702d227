using System.Collections.Concurrent;
using CisPosture.Sandbox.PushBack;
using CisPosture.Sandbox.Services;
using CisPosture.Sandbox.Wire;

namespace CisPosture.Sandbox.Filters;

/// <summary>
/// Refuses what comes faster than a service takes it, for each account, service and Region; a global service has one measure for the account, an
/// operation with a rule of its own has one for itself.
/// </summary>
internal sealed class ThrottleFilter : IRequestFilter
{
    private readonly IReadOnlyList<ThrottleRule> _rules;
    private readonly RequestCounts _counts;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<(string Account, string Target, string Region), TokenBucket> _buckets = new();

    public ThrottleFilter(IReadOnlyList<ThrottleRule> rules, ServiceCatalog catalog, RequestCounts counts, TimeProvider time)
    {
        foreach (var rule in rules.Where(rule => rule.Service is not null))
        {
            var service = catalog.ByName(rule.Service!)
                ?? throw new SandboxOptionException($"There is no service '{rule.Service}' to --throttle. There are {string.Join(", ", ServiceCatalog.Names.Order(StringComparer.Ordinal))}.");
            if (rule.Operation is not null && !service.Operations.ContainsKey(rule.Operation))
            {
                throw new SandboxOptionException($"The sandbox's {service.Name} has no operation '{rule.Operation}' to --throttle. It has {string.Join(", ", service.Operations.Keys.Order(StringComparer.Ordinal))}.");
            }
        }

        (_rules, _counts, _time) = (rules, counts, time);
    }

    public ValueTask ApplyAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (RuleFor(call) is not { } rule) return ValueTask.CompletedTask;
        var region = call.Service.IsGlobal ? "" : call.Region;
        var bucket = _buckets.GetOrAdd((call.Account.AccountId, rule.Target ?? call.Service.Name, region), _ => new TokenBucket(rule.Rate, rule.Burst, _time));
        if (bucket.TryTake()) return ValueTask.CompletedTask;
        _counts.AddThrottled();
        throw rule.Operation is null ? call.Errors.Throttled() : call.Errors.Throttled(call.Account.AccountId, call.Operation);
    }

    private ThrottleRule? RuleFor(ApiCall call) =>
        _rules.FirstOrDefault(rule => rule.Service == call.Service.Name && rule.Operation == call.Operation)
        ?? _rules.FirstOrDefault(rule => rule.Service == call.Service.Name && rule.Operation is null)
        ?? _rules.FirstOrDefault(rule => rule.Service is null);
}
