using System.Collections;
using CsCheck;

namespace CisPosture.Core.Tests.Catalogue;

public sealed partial class ControlParameterSetTests
{
    [Fact]
    public void What_wins_does_not_depend_on_the_order_of_the_table() =>
        Gen.Shuffle(new[] { "*", "3.*", "3.1*", "3.10", "PatternMode" }).Sample(order =>
        {
            var table = new System.Collections.Specialized.OrderedDictionary();
            foreach (var key in order)
            {
                table.Add(key, key == "PatternMode" ? "Exact" : new Hashtable { ["PatternMode"] = key == "3.10" ? "AtLeast" : "Exact" });
            }

            Assert.Equal("AtLeast", ControlParameterSet.Read(table, All).For(BenchmarkCatalogue.Current["3.10"], isStrict: false).Text("PatternMode"));
        });
}
