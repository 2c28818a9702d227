namespace CisPosture.Policies;

/// <summary>Names of actions in policies, in which * stands for any characters and ? for one. Case does not matter.</summary>
internal static class ActionPattern
{
    /// <summary>True where a pattern means an action.</summary>
    /// <param name="pattern">A pattern such as iam:Attach*.</param>
    /// <param name="action">An action such as iam:AttachUserPolicy.</param>
    public static bool Matches(string pattern, string action)
    {
        // Where the last star leads nowhere, it takes one character more; earlier stars never need to be looked at again.
        var (at, from, star, resume) = (0, 0, -1, 0);
        while (at < action.Length)
        {
            if (from < pattern.Length && pattern[from] == '*')
            {
                (star, resume) = (from++, at);
            }
            else if (from < pattern.Length && (pattern[from] == '?' || IsSame(pattern[from], action[at])))
            {
                (at, from) = (at + 1, from + 1);
            }
            else if (star >= 0)
            {
                (from, at) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.Skip(from).All(character => character == '*');
    }

    private static bool IsSame(char one, char other) => char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
