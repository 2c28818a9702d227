namespace CisPosture.Accounts;

/// <summary>Which evidence must be there before another can be read, because it names what is to be asked for.</summary>
internal static class Prerequisites
{
    private static readonly Dictionary<EvidenceKind, EvidenceKind[]> Direct = new()
    {
        [EvidenceKind.UnreportedCredentials] = [EvidenceKind.Users, EvidenceKind.CredentialReport],
        [EvidenceKind.TrailStatus] = [EvidenceKind.Trails],
        [EvidenceKind.TrailEventSelectors] = [EvidenceKind.Trails],
        [EvidenceKind.TrailKeys] = [EvidenceKind.Trails],
        [EvidenceKind.TrailLogGroups] = [EvidenceKind.Trails],
        [EvidenceKind.TrailBucketExposure] = [EvidenceKind.Trails],
        [EvidenceKind.TrailBucketLogging] = [EvidenceKind.Trails],
        [EvidenceKind.MetricFilters] = [EvidenceKind.Trails],
        [EvidenceKind.Alarms] = [EvidenceKind.Trails],
        [EvidenceKind.TopicSubscriptions] = [EvidenceKind.MetricFilters, EvidenceKind.Alarms],
        [EvidenceKind.PrefixLists] = [EvidenceKind.SecurityGroups],
    };

    public static IEnumerable<EvidenceKind> Of(EvidenceKind kind)
    {
        var direct = Direct.TryGetValue(kind, out var kinds) ? kinds : [];
        return kind.IsRegional ? direct.Append(EvidenceKind.EnabledRegions) : direct;
    }

    /// <summary>These kinds and all that they are read from, directly or not.</summary>
    public static HashSet<EvidenceKind> Close(IEnumerable<EvidenceKind> kinds)
    {
        var closed = new HashSet<EvidenceKind>();
        var open = new Stack<EvidenceKind>(kinds);
        while (open.Count > 0)
        {
            var kind = open.Pop();
            if (closed.Add(kind))
            {
                foreach (var earlier in Of(kind))
                {
                    open.Push(earlier);
                }
            }
        }

        return closed;
    }
}
