namespace CisPosture.Aws.Calls;

/// <summary>When a request may go out.</summary>
/// <param name="Wait">How long from now.</param>
/// <param name="Round">Which of the pace's speeds the turn was given under.</param>
internal readonly record struct CallTurn(TimeSpan Wait, int Round);
