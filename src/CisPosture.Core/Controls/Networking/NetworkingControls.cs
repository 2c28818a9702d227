namespace CisPosture.Controls.Networking;

/// <summary>The controls of this chapter, by catalogue row.</summary>
internal static class NetworkingControls
{
    public static Control Create(CisControl definition) => definition.Id switch
    {
        "4.1" => new OpenPortControl(definition, port: 22, isServedOverUdp: false),
        "4.2" => new OpenPortControl(definition, port: 3389, isServedOverUdp: true),
        "4.3" => new DefaultSecurityGroupControl(definition),
        _ => throw new InvalidOperationException($"The catalogue holds control {definition.Id}, which nobody judges."),
    };
}
