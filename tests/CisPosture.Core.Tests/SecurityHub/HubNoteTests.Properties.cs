using CisPosture.SecurityHub;
using CsCheck;

namespace CisPosture.Core.Tests.SecurityHub;

public sealed partial class HubNoteTests
{
    private static readonly Gen<string> Words = Gen.Char["abc XYZ:().ä€"].Array[1, 40].Select(characters => new string(characters)).Where(text => text.Trim().Length > 0);

    [Fact]
    public void A_note_is_read_as_it_was_written() => Gen.Select(Words, Gen.Bool, Gen.OneOf(Gen.Const("never"), Gen.Const("2026-12-31"), Gen.Const("2026-12-31T10:00:00Z"))).Sample((reason, hasOwner, expires) =>
    {
        var note = new HubNote(expires, hasOwner ? "ops@example.com" : null, reason);

        Assert.Equal(note, Read(note.Text));
    });
}
