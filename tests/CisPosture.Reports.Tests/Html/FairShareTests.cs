namespace CisPosture.Reports.Tests.Html;

public sealed partial class FairShareTests
{
    private static int Taken(int[] needs, int cap) => needs.Sum(need => Math.Min(need, cap));
}
