using CisPosture.Findings;
using CisPosture.Store.Tests.Support;

namespace CisPosture.Store.Tests;

/// <summary>Whatever scans are saved, the store says of every finding what a plain walk through them says.</summary>
public sealed partial class LifeTests
{
    private static readonly string[] Regions = ["us-east-1", "eu-west-1"];
    private static readonly string[] Groups = ["a", "b", "c"];

    private static IEnumerable<CisFinding> Region(string region, int sight, int[] groups)
    {
        if (sight < 2)
        {
            return sight == 0 ? [] : [Group.Denied(region)];
        }

        var named = groups
            .Select((status, index) => (Name: Groups[index], Status: status switch { 1 => "Failed", 2 => "Warning", 3 => "NotAvailable", 4 => "Passed", _ => null }))
            .Where(group => group.Status is not null)
            .Select(group => Group.Of(group.Name, group.Status!, region));
        return groups.Contains(5) || groups.All(status => status == 0) ? named.Append(Group.Passed(region)) : named;
    }

    /// <summary>The same by the letter of the rules, one finding after another.</summary>
    private sealed class Walk
    {
        private readonly Dictionary<string, (FindingState State, FindingStatus? Status, CisFinding Finding)> _lives = new(StringComparer.Ordinal);

        public IEnumerable<string> Present => _lives.Where(life => life.Value.Status is not null).Select(life => life.Key);

        public IReadOnlyList<(string Id, ChangeKind Kind)> Take(IReadOnlyList<CisFinding> scan)
        {
            var changes = scan.Select(Meet).ToList();
            var missing = _lives.Where(life => life.Value.Status is not null && scan.All(finding => finding.FindingId != life.Key) && IsCovered(scan, life.Value.Finding)).ToList();
            foreach (var life in missing)
            {
                var (state, kind) = FindingLifecycle.Leave(life.Value.State);
                _lives[life.Key] = (state, null, life.Value.Finding);
                changes.Add((life.Key, kind));
            }

            return changes;
        }

        private (string Id, ChangeKind Kind) Meet(CisFinding finding)
        {
            var (state, status, _) = _lives.TryGetValue(finding.FindingId, out var life) ? life : (FindingState.Unknown, null, finding);
            var (next, kind) = FindingLifecycle.Next(state, status, Enum.Parse<FindingStatus>(finding.Status));
            _lives[finding.FindingId] = (next, Enum.Parse<FindingStatus>(finding.Status), finding);
            return (finding.FindingId, kind);
        }

        private static bool IsCovered(IReadOnlyList<CisFinding> scan, CisFinding finding) =>
            scan.Any(other => other.Region == finding.Region) && !scan.Any(other => other.Region == finding.Region && other.ReasonCode == ReasonCode.AccessDenied);
    }
}
