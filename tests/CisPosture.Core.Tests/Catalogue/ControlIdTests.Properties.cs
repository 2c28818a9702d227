using System.Globalization;
using System.Text.Json;
using CsCheck;

namespace CisPosture.Core.Tests.Catalogue;

public sealed partial class ControlIdTests
{
    private static readonly Gen<ControlId> AnyId = Gen.Select(Gen.Int[1, 999], Gen.Int[1, 999], (chapter, number) => new ControlId(chapter, number));

    // Close together, so that equal chapters and equal numbers come up often.
    private static readonly Gen<ControlId> NearId = Gen.Select(Gen.Int[1, 3], Gen.Int[1, 30], (chapter, number) => new ControlId(chapter, number));

    [Fact]
    public void Text_round_trips() =>
        AnyId.Sample(id => Assert.Equal(id, ControlId.Parse(id.ToString())));

    [Fact]
    public void Json_round_trips_as_text() =>
        AnyId.Sample(id =>
        {
            var json = JsonSerializer.Serialize(id);
            Assert.Equal($"\"{id}\"", json);
            Assert.Equal(id, JsonSerializer.Deserialize<ControlId>(json));
        });

    [Fact]
    public void Different_ids_have_different_texts() =>
        Gen.Select(NearId, NearId).Sample((left, right) => Assert.Equal(left == right, left.ToString() == right.ToString()));

    [Fact]
    public void Order_is_by_chapter_and_then_by_number_as_integers() =>
        Gen.Select(NearId, NearId).Sample((left, right) =>
            Assert.Equal((left.Chapter, left.Number).CompareTo((right.Chapter, right.Number)), Math.Sign(left.CompareTo(right))));

    [Fact]
    public void Order_is_total() =>
        Gen.Select(NearId, NearId, NearId).Sample((first, second, third) =>
        {
            Assert.Equal(Math.Sign(first.CompareTo(second)), -Math.Sign(second.CompareTo(first)));
            Assert.Equal(first.Equals(second), first.CompareTo(second) == 0);
            Assert.True(first > second || second > third || first <= third, $"{first}, {second}, {third}");
        });

    [Fact]
    public void Operators_agree_with_the_order() =>
        Gen.Select(NearId, NearId).Sample((left, right) =>
        {
            var order = left.CompareTo(right);
            Assert.Equal(order < 0, left < right);
            Assert.Equal(order > 0, left > right);
            Assert.Equal(order <= 0, left <= right);
            Assert.Equal(order >= 0, left >= right);
            Assert.Equal(order == 0, left == right);
            Assert.Equal(order != 0, left != right);
            Assert.True(left != right || left.GetHashCode() == right.GetHashCode(), $"{left} and {right} are equal but hash differently.");
        });

    [Fact]
    public void Ids_that_are_the_same_decimal_are_different_ids() =>
        Gen.Select(Gen.Int[1, 99], Gen.Int[1, 99]).Sample((chapter, number) =>
        {
            var left = new ControlId(chapter, number);
            var right = ControlId.Parse($"{left}0");
            Assert.Equal(decimal.Parse(left.ToString(), CultureInfo.InvariantCulture), decimal.Parse(right.ToString(), CultureInfo.InvariantCulture));
            Assert.NotEqual(left, right);
            Assert.True(left < right, $"{left} must come before {right}.");
        });

    [Fact]
    public void Any_text_is_either_read_or_refused_with_a_FormatException() =>
        Gen.String[Gen.Char["0123456789. \n-+eE٣\u00A0"], 0, 8].Sample(text =>
        {
            if (ControlId.TryParse(text, out var id))
            {
                Assert.Equal(text.Trim().TrimEnd('.'), id.ToString());
            }
            else
            {
                Assert.Contains("3.10", Assert.Throws<FormatException>(() => ControlId.Parse(text)).Message, StringComparison.Ordinal);
            }
        });
}
