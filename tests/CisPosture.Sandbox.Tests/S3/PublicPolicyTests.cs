using CisPosture.Sandbox.Services.S3;

namespace CisPosture.Sandbox.Tests.S3;

public sealed class PublicPolicyTests
{
    [Theory]
    [InlineData(""" "Principal":"*" """, true)]
    [InlineData(""" "Principal":{"AWS":["arn:aws:iam::111122223333:root","*"]} """, true)]
    [InlineData(""" "NotPrincipal":{"AWS":"arn:aws:iam::111122223333:root"} """, true)]
    [InlineData(""" "Principal":{"AWS":"111122223333"} """, false)]
    [InlineData(""" "Principal":{"Service":"cloudtrail.amazonaws.com"} """, false)]
    [InlineData(""" "Principal":"*","Condition":{"StringEquals":{"AWS:SourceAccount":"111122223333"}} """, false)]
    [InlineData(""" "Principal":"*","Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-1"}} """, true)]
    [InlineData(""" "Principal":"*","Condition":{"StringLike":{"aws:PrincipalArn":"arn:aws:iam::*:role/x"}} """, true)]
    [InlineData(""" "Principal":"*","Condition":{"StringEquals":{"aws:PrincipalAccount":"${aws:SourceAccount}"}} """, true)]
    [InlineData(""" "Principal":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}} """, true)]
    [InlineData(""" "Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","0.0.0.0/1"]}} """, true)]
    [InlineData(""" "Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","10.0.0.0/8","2001:db8::/32"]}} """, false)]
    [InlineData(""" "Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":"2000::/3"}} """, true)]
    public void A_policy_is_public_where_somebody_unnamed_is_let_in(string statement, bool isPublic)
    {
        Assert.Equal(isPublic, PublicPolicy.IsPublic($$$"""{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*",{{{statement}}} } }"""));
        Assert.False(PublicPolicy.IsPublic($$$"""{"Statement":[{"Effect":"Deny","Action":"s3:GetObject","Resource":"*",{{{statement}}} } ] }"""));
    }
}
