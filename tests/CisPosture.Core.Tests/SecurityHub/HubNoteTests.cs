using CisPosture.SecurityHub;

namespace CisPosture.Core.Tests.SecurityHub;

public sealed partial class HubNoteTests
{
    [Fact]
    public void A_long_reason_is_cut_and_the_end_is_still_told()
    {
        var note = new HubNote("2026-12-31", new string('o', 400), new string('r', 900));

        Assert.InRange(note.Text.Length, 1, 512);
        Assert.Equal("2026-12-31", Read(note.Text)!.Expires);
    }

    [Theory]
    [InlineData("Not a problem here.", "CisPosture")]
    [InlineData("CisPosture accepts this until 2026-12-31: reason", "somebody@example.com")]
    [InlineData(HubNote.Lifted, "CisPosture")]
    [InlineData(null, "CisPosture")]
    public void What_others_write_is_no_note_of_ours(string? text, string by) => Assert.Null(HubNote.Read(new AsffNote { Text = text, UpdatedBy = by }));

    [Theory]
    [InlineData("2026-06-14", true)]
    [InlineData("2026-06-15", false)]
    [InlineData("never", false)]
    [InlineData("soon", false)]
    public void A_suppression_ends_when_its_note_says(string expires, bool isOver) =>
        Assert.Equal(isOver, new HubNote(expires, Owner: null, "reason").IsOver(new DateTimeOffset(2026, 6, 15, 12, 0, 0, TimeSpan.Zero)));

    private static HubNote? Read(string text) => HubNote.Read(new AsffNote { Text = text, UpdatedBy = HubNote.Writer });
}
