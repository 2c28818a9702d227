using CsCheck;

namespace CisPosture.Core.Tests.FilterPatterns;

public sealed partial class FilterNumberTests
{
    [Fact]
    public void Numbers_compare_by_value() =>
        Gen.Select(Gen.Decimal[-1000, 1000], Gen.Decimal[-1000, 1000], Gen.Int[-3, 3]).Sample((left, right, shift) =>
        {
            var near = Math.Round(left, 2) + (shift / 100m);
            return Agrees(left, right) && Agrees(Math.Round(left, 2), near) && Agrees(left, left);
        });
}
