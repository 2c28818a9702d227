using CisPosture.Tests.Engine;

namespace CisPosture.Tests.Isolation;

/// <summary>The matrix of sessions in which the module meets other releases of its libraries. Each session is a process of its own.</summary>
public sealed class CoexistenceTests(CoexistenceFixture fixture) : IClassFixture<CoexistenceFixture>
{
    /// <summary>The places of all cells, with what to call them.</summary>
    public static TheoryData<int, int, string> Cells
    {
        get
        {
            var cells = new TheoryData<int, int, string>();
            foreach (var (session, at) in CoexistenceMatrix.Sessions("http://127.0.0.1", "nowhere").Select((session, at) => (session, at)))
            {
                foreach (var (cell, index) in session.Cells.Select((cell, index) => (cell, index)))
                {
                    cells.Add(at, index, $"{session.Holds}: {cell.Doing}");
                }
            }

            return cells;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task The_module_and_the_session_go_on_as_if_each_were_alone(int session, int cell, string name)
    {
        var results = await fixture.ResultsAsync(session);

        Assert.True(!results[cell].Problems.Any(), $"{name}: {string.Join("; ", results[cell].Problems)}");
    }

    [Fact]
    public async Task The_table_in_the_documents_is_what_the_run_gives()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, fixture.Sessions.Count).Select(fixture.ResultsAsync));

        var text = CoexistenceDocument.Of([.. fixture.Sessions.Zip(results)]);

        CoexistenceDocument.Hold(text, Path.Combine(BuiltModule.Root, "docs", "coexistence.md"));
    }
}
