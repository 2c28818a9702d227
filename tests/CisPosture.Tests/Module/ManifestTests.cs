namespace CisPosture.Tests.Module;

public sealed class ManifestTests
{
    [Fact]
    public void Sanity() => Assert.Equal(43, BenchmarkCatalogue.Current.Controls.Count);
}
