namespace CisPosture.Aws.Calls;

/// <summary>What a request tells of how fast its service may be asked.</summary>
internal enum AttemptOutcome
{
    /// <summary>Nobody answered.</summary>
    Unanswered,

    /// <summary>It was answered, if only with a refusal for other reasons.</summary>
    Answered,

    /// <summary>It was refused because its operation is asked too fast.</summary>
    TooFast,

    /// <summary>It was refused because the account asks the service too fast, whichever operation.</summary>
    AccountTooFast,
}
