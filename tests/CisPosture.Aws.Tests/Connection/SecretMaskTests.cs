using CisPosture.Aws.Connection;

namespace CisPosture.Aws.Tests.Connection;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("AKIAIOSFODNN7EXAMPLE", "****MPLE")]
    [InlineData("test", "****")]
    [InlineData("", "****")]
    public void An_access_key_is_shown_by_its_end(string accessKey, string shown) => Assert.Equal(shown, SecretMask.Shorten(accessKey));

    [Fact]
    public void A_secret_that_holds_another_is_taken_out_whole()
    {
        var mask = new SecretMask();
        mask.Learn("abc");
        mask.Learn("abcdef");
        mask.Learn(null);
        mask.Learn(string.Empty);

        Assert.Equal("x*** ***x", mask.Clear("xabcdef abcx"));
    }

    [Theory]
    [InlineData("wJalr/K7+MDENG=")]
    [InlineData("wJalr%2FK7%2BMDENG%3D")]
    [InlineData("wJalr%2fK7%2bMDENG%3d")]
    [InlineData(@"wJalr/K7\u002BMDENG=")]
    [InlineData(@"wJalr\/K7+MDENG=")]
    [InlineData("d0phbHIvSzcrTURFTkc9")]
    public void A_secret_is_taken_out_in_every_form_in_which_it_travels(string form)
    {
        var mask = new SecretMask();
        mask.Learn("wJalr/K7+MDENG=");

        Assert.Equal("signed with ***.", mask.Clear($"signed with {form}."));
    }

    [Fact]
    public void A_message_is_no_novel() => Assert.Equal(601, new SecretMask().Clear(new string('a', 5000)).Length);
}
