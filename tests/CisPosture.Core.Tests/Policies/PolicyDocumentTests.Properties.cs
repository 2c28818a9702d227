using CsCheck;

namespace CisPosture.Core.Tests.Policies;

public sealed partial class PolicyDocumentTests
{
    [Fact]
    public void Arbitrary_text_never_leads_to_an_exception() => Gen.String.Sample(AnswersSomething);

    [Fact]
    public void A_policy_damaged_anywhere_never_leads_to_an_exception() =>
        Gen.Select(Gen.Int[0, Admin.Length - 1], Gen.Char, Gen.Bool).Sample((at, character, encode) =>
        {
            var damaged = Admin[..at] + character + Admin[(at + 1)..];
            return AnswersSomething(encode && !char.IsSurrogate(character) ? Uri.EscapeDataString(damaged) : damaged);
        });

    [Fact]
    public void Encoding_never_changes_what_is_read() =>
        Gen.String[Gen.Char.AlphaNumeric, 0, 10].Array[0, 5].Sample(names =>
        {
            var json = $$$"""{"Statement":{"Effect":"Allow","Action":[{{{string.Join(',', names.Select(name => $"\"s3:+%{name}\""))}}}]}}""";
            Assert.Equal(Read(json).Actions!, Read(Uri.EscapeDataString(json)).Actions!);
        });
}
