using System.Management.Automation;
using CisPosture.Commands;

namespace CisPosture.Tests.Commands;

public sealed class ProgressBarsTests
{
    private readonly List<ProgressRecord> _records = [];
    private readonly ProgressBars _bars;
    private TimeSpan _now;

    public ProgressBarsTests() => _bars = new ProgressBars("Judging", _records.Add, () => _now);

    [Fact]
    public void The_whole_has_a_bar_and_what_is_under_way_has_bars_below_it()
    {
        Show(Picture("1 of 4", 25, Part("eu-west-1", "0 of 2: kms"), Part("us-east-1", "1 of 2: ec2", 50)));

        Assert.Equal(
            ["0 < -1: Judging 25 % 1 of 4", "1 < 0: eu-west-1 -1 % 0 of 2: kms", "2 < 0: us-east-1 50 % 1 of 2: ec2"],
            _records.Select(Text));
    }

    [Fact]
    public void They_are_drawn_at_most_five_times_a_second()
    {
        for (var milliseconds = 0; milliseconds < 1000; milliseconds++)
        {
            _now = TimeSpan.FromMilliseconds(milliseconds);
            _bars.Show(() => Picture($"{milliseconds}", percent: null));
        }

        Assert.Equal(["0", "200", "400", "600", "800"], _records.Select(record => record.StatusDescription));
    }

    [Fact]
    public void How_far_the_work_is_is_not_even_looked_up_in_between()
    {
        _bars.Show(() => Picture("first", percent: null));
        _now = ProgressBars.Interval - TimeSpan.FromTicks(1);
        _bars.Show(() => throw new InvalidOperationException("It was looked up too early."));

        Assert.Single(_records);
    }

    [Fact]
    public void What_did_not_change_is_not_drawn_again()
    {
        Show(Picture("1 of 4", 25, Part("eu-west-1", "kms")));
        Show(Picture("1 of 4", 25, Part("eu-west-1", "ec2")));

        Assert.Equal(["0 < -1: Judging 25 % 1 of 4", "1 < 0: eu-west-1 -1 % kms", "1 < 0: eu-west-1 -1 % ec2"], _records.Select(Text));
    }

    [Fact]
    public void There_are_never_more_bars_than_fit_and_each_keeps_its_place_until_its_part_ends()
    {
        var all = Enumerable.Range(0, 20).Select(number => Part($"part-{number:D2}", "busy")).ToList();
        Show(Picture("start", percent: null, [.. all.Skip(1)]));
        var first = Shown();
        _records.Clear();
        Show(Picture("later", percent: null, [.. all.Except([all[2]])]));

        Assert.Equal([(1, "part-01"), (2, "part-02"), (3, "part-03"), (4, "part-04")], first);
        Assert.Equal(ProgressRecordType.Completed, _records.Single(record => record.ActivityId == 2 && record.Activity == "part-02").RecordType);
        Assert.Equal([(2, "part-00")], Shown());
    }

    [Fact]
    public void In_the_end_every_bar_is_taken_away_the_whole_last()
    {
        Show(Picture("1 of 4", 25, Part("eu-west-1", "kms"), Part("us-east-1", "ec2")));
        _records.Clear();
        _bars.Complete();

        Assert.All(_records, record => Assert.Equal(ProgressRecordType.Completed, record.RecordType));
        Assert.Equal([1, 2, 0], _records.Select(record => record.ActivityId));
        _records.Clear();
        _bars.Complete();
        Assert.Empty(_records);
    }

    [Fact]
    public void Bars_that_were_never_drawn_are_not_taken_away()
    {
        _bars.Show(() => null);
        _bars.Complete();

        Assert.Empty(_records);
    }

    private static ProgressPicture Picture(string status, int? percent, params IReadOnlyList<ProgressPart> parts) => new(status, percent, parts);

    private static ProgressPart Part(string name, string status, int? percent = null) => new(name, status, percent);

    private static string Text(ProgressRecord record) =>
        $"{record.ActivityId} < {record.ParentActivityId}: {record.Activity} {record.PercentComplete} % {record.StatusDescription}";

    private void Show(ProgressPicture picture)
    {
        _now += ProgressBars.Interval;
        _bars.Show(() => picture);
    }

    private IReadOnlyList<(int Id, string Name)> Shown() =>
        [.. _records.Where(record => record is { ParentActivityId: 0, RecordType: ProgressRecordType.Processing }).Select(record => (record.ActivityId, record.Activity))];
}
