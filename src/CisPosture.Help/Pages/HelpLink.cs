namespace CisPosture.Help.Pages;

/// <summary>Where to read on.</summary>
/// <param name="Text">The name of a cmdlet or topic, or what the address is called.</param>
/// <param name="Address">The address; empty for what Get-Help finds by its name.</param>
internal sealed record HelpLink(string Text, string Address);
