namespace CisPosture.Permissions;

/// <summary>Writes lists of controls short: three or more numbers in a row as their first and last.</summary>
internal static class ControlRuns
{
    /// <summary>A text such as "1.1, 3.1 – 3.14".</summary>
    /// <param name="controls">The controls in the order of their numbers.</param>
    public static string Of(IEnumerable<ControlId> controls)
    {
        var runs = new List<List<ControlId>>();
        foreach (var id in controls)
        {
            var last = runs.Count > 0 ? runs[runs.Count - 1] : null;
            if (last?[last.Count - 1] == new ControlId(id.Chapter, id.Number - 1))
            {
                last.Add(id);
            }
            else
            {
                runs.Add([id]);
            }
        }

        return string.Join(", ", runs.Select(run => run.Count < 3 ? string.Join(", ", run) : $"{run[0]} – {run[run.Count - 1]}"));
    }
}
