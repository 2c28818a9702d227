namespace CisPosture.Console;

internal static class Demo
{
    public static Task<int> RunAsync(string account) => Task.FromResult(account.Length);
}
