using CisPosture.Policies;

namespace CisPosture.Core.Tests.Policies;

public sealed class ActionPatternTests
{
    [Theory]
    [InlineData("*", true)]
    [InlineData("*:*", true)]
    [InlineData("iam:*", true)]
    [InlineData("IAM:attach*", true)]
    [InlineData("i?m:*UserPolicy", true)]
    [InlineData("iam:A*h*Policy**", true)]
    [InlineData("iam:AttachUserPolicy", true)]
    [InlineData("iam:AttachUserPolic?", true)]
    [InlineData("iam:AttachUserPolicy?", false)]
    [InlineData("iam:Attach", false)]
    [InlineData("iam:Detach*", false)]
    [InlineData("s3:*", false)]
    [InlineData("", false)]
    public void A_pattern_means_an_action_as_IAM_has_it(string pattern, bool isMeant) => Assert.Equal(isMeant, ActionPattern.Matches(pattern, "iam:AttachUserPolicy"));
}
